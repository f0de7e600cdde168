import type { Vote, Way } from '#rooms/surveys/door.ts'
import type { Outcome } from '../tables.ts'

/** What the two schools of the demo town want, chose and were offered. Nobody here exists. */
export const demoVision: Record<string, readonly string[]> = {
  'Nadia Bouzid': [
    'Ieder kind leest met plezier',
    'Kinderen ontdekken wat ze kunnen, ook buiten het lokaal',
    'Hulp is dichtbij en op tijd',
    'De school hoort bij de wijk',
  ],
  'Ilse Wagenaar': ['Samen zorgen we voor elkaar', 'Leren van het dorp'],
}

export const demoRestraints = [
  {
    by: 'Nadia Bouzid',
    topic: 'schulden_wonen',
    reason: 'Daar is het buurtteam voor. Wij wijzen de weg en beginnen er zelf niet aan.',
    ago: 380,
  },
  {
    by: 'Nadia Bouzid',
    topic: 'overgewicht_voeding',
    reason: 'We doen mee met de gezonde school en beginnen geen losse programma’s.',
    ago: 90,
  },
  { by: 'Ilse Wagenaar', topic: 'naschools_aanbod', reason: 'Het dorpshuis doet dit al.', ago: 120 },
] as const

/** What a choice leaves open when nobody said it. */
export const unsaid = {
  ...{ proposalId: null, type: null, topic: null, room: null, roomLineId: null, roomNote: null },
}

export type DemoChoice = {
  by: string
  name: string
  type?: string
  topic?: string
  line?: string
  point: string
  forWhom: string
  better: string
  seenIn: number
  stops: string
  hours: number
  owner?: string
  ago: number
  /** What the team is asked, and who has said something yet. */
  asked?: { kind: Way; closesIn: number; voices: readonly { by: string; vote: Vote; why: string | null }[] }
  decided?: { by: string; outcome: Outcome; why: string; ago: number }
}

export const demoChoices: readonly DemoChoice[] = [
  {
    by: 'Fenna Dijkstra',
    name: 'Museum Het Turfschip',
    line: 'De Waterlelie: Museum Het Turfschip',
    topic: 'cultuureducatie',
    point: 'Kinderen ontdekken wat ze kunnen, ook buiten het lokaal',
    forWhom: 'groep 5 en 6',
    better: 'Ieder kind maakt dit jaar één werkstuk dat in het museum te zien is.',
    seenIn: 190,
    stops: 'De losse knutselochtend in mei.',
    hours: 24,
    owner: 'Fenna Dijkstra',
    ago: 200,
    decided: { by: 'Nadia Bouzid', outcome: 'yes', why: 'Past bij ons punt en neemt de meimiddag over.', ago: 190 },
  },
  {
    by: 'Joost Hendriks',
    name: 'Schrijver in de klas',
    type: 'bibliotheek',
    topic: 'leesmotivatie',
    point: 'Ieder kind leest met plezier',
    forWhom: 'kinderen in groep 7 die thuis geen boeken hebben',
    better: 'Na een half jaar leent de helft van deze kinderen uit zichzelf een boek.',
    seenIn: -3,
    stops: 'Niets: het komt in de leestijd.',
    hours: 12,
    owner: 'Lotte Kramer',
    ago: 180,
    decided: { by: 'Nadia Bouzid', outcome: 'try', why: 'Een half jaar proberen, dan kijken we samen.', ago: 175 },
  },
  {
    by: 'Joost Hendriks',
    name: 'Techniekbus Noord',
    topic: 'techniek',
    point: 'Kinderen ontdekken wat ze kunnen, ook buiten het lokaal',
    forWhom: 'groep 7 en 8',
    better: 'Ieder kind heeft een keer iets gebouwd dat werkt.',
    seenIn: 220,
    stops: 'De losse gastlessen over techniek.',
    hours: 16,
    ago: 9,
    asked: {
      kind: 'open',
      closesIn: 6,
      voices: [
        { by: 'Joost Hendriks', vote: 'yes', why: 'Mijn groep bouwt liever dan dat ze luistert.' },
        { by: 'Fenna Dijkstra', vote: 'doubt', why: 'Leuk, maar wie haalt de bus binnen?' },
      ],
    },
  },
  {
    by: 'Ilse Wagenaar',
    name: 'Molenaar Van Dam',
    line: 'Het Molentje: Molenaar Van Dam',
    point: 'Leren van het dorp',
    forWhom: 'alle groepen',
    better: 'Ieder kind weet hoe een molen werkt en wie er in het dorp woont.',
    seenIn: 120,
    stops: 'Niets, het is een keer per jaar.',
    hours: 6,
    owner: 'Ilse Wagenaar',
    ago: 100,
    decided: { by: 'Ilse Wagenaar', outcome: 'yes', why: 'Dichtbij en het kost bijna niets.', ago: 98 },
  },
]

export const demoVillageChoice: DemoChoice = {
  by: 'Ilse Wagenaar',
  name: 'Weerstation De Wolk',
  topic: 'natuur',
  point: 'Leren van het dorp',
  forWhom: 'groep 5 tot en met 8',
  better: 'Ieder kind leest één keer per week het weer af en schrijft het op.',
  seenIn: 150,
  stops: 'Het natuurboek in groep 6.',
  hours: 10,
  ago: 3,
  asked: { kind: 'totals', closesIn: 8, voices: [{ by: 'Ilse Wagenaar', vote: 'yes', why: null }] },
}

export const demoProposals = [
  {
    by: 'Nadia Bouzid',
    name: 'Budgetkring Wilgenveen',
    contact: null,
    mail: 'hallo@budgetkring.example',
    phone: null,
    topic: 'schulden_wonen',
    what: 'Een inloopuur op school voor ouders met geldzorgen, iedere week.',
    ago: 4,
  },
  {
    by: 'Nadia Bouzid',
    name: 'Circus Zonnesteek',
    contact: null,
    mail: null,
    phone: '06 020 44 55',
    topic: 'bewegen',
    what: 'Een week circuslessen met een voorstelling voor ouders.',
    ago: 12,
  },
  {
    by: 'Ilse Wagenaar',
    name: 'Weerstation De Wolk',
    contact: null,
    mail: 'post@dewolk.example',
    phone: null,
    topic: 'natuur',
    what: 'Een weerstation op het dak en drie lessen erbij.',
    ago: 6,
  },
]
