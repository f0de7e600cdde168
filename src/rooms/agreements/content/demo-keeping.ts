import type { ContactKind } from '../contacts/tables.ts'
import type { Agreement, AimOutcome } from '../tables.ts'

type Manners = {
  everyWeeks?: number
  tone?: 'formal' | 'informal'
  channel?: 'phone' | 'mail' | 'person'
  route?: string
  style?: string
  procedure?: 'ours' | 'theirs' | 'together'
  refuses?: string
  label?: string
}
type Kept = {
  partner: string
  manners: Manners
  aim?: { success: string; writtenDaysAgo: number; lookIn: number; outcome?: AimOutcome }
  /** `madeAgo`: agreed after the aim was written. */
  agreed: {
    what: string
    part: Agreement['part']
    untilIn: number
    madeAgo?: number
    by?: string
    kept?: boolean
  }[]
}

/** How De Waterlelie keeps some of its lines warm. Days are counted from today. */
export const demoKeeping: Kept[] = [
  {
    partner: 'Logopedie Spraakwijzer',
    manners: {
      ...{ everyWeeks: 6, tone: 'informal', channel: 'phone', procedure: 'together' },
      route: 'De praktijk beslist zelf, binnen een week.',
    },
    aim: {
      success: 'alle kleuters voor de kerst zijn gehoord en elke leerkracht weet wat het advies is',
      writtenDaysAgo: 60,
      lookIn: 30,
    },
    agreed: [
      {
        what: 'De school stuurt het rooster van de kleuters een week van tevoren',
        part: 'school',
        untilIn: 14,
        by: 'Marjolein van Veen',
        kept: true,
      },
      { what: 'Spraakwijzer belt dezelfde week terug over een advies', part: 'partner', untilIn: 30 },
      {
        what: 'Samen een kwartier in de teamvergadering over meertaligheid',
        part: 'both',
        untilIn: 45,
        by: 'Nadia Bouzid',
      },
    ],
  },
  {
    partner: 'Bibliotheek Wilgenveen',
    manners: {
      everyWeeks: 9,
      style: 'Marloes beslist, Stef regelt.',
      procedure: 'ours',
      label: 'Bibliotheek Wilgenveen\nt.a.v. Marloes Tamminga\nDorpsplein 4\n9571 BB Wilgenveen',
    },
    aim: { success: 'elke groep in mei drie keer in de bibliotheek is geweest', writtenDaysAgo: 75, lookIn: 180 },
    agreed: [
      { what: 'De bibliotheek zet per groep een kist klaar op maandag', part: 'partner', untilIn: -5 },
      { what: 'Elke groep brengt de kist na zes weken terug', part: 'school', untilIn: 20 },
      // A point of the meeting they had last week.
      { what: 'De bibliotheek komt voorlezen in groep 3', part: 'partner', untilIn: 26, madeAgo: 1 },
    ],
  },
  {
    partner: 'Jeugdteam Wilgenveen',
    manners: { everyWeeks: 4, procedure: 'theirs', refuses: 'Wij vullen geen tweede aanmeldformulier in.' },
    aim: {
      success: 'een leerkracht binnen vijf werkdagen iemand van het jeugdteam spreekt',
      writtenDaysAgo: 120,
      lookIn: 0,
    },
    agreed: [
      { what: 'Elke eerste maandag spreekuur in de teamkamer', part: 'partner', untilIn: -20, kept: false },
      { what: 'De school zet vragen de vrijdag ervoor op een lijst zonder namen', part: 'school', untilIn: 10 },
    ],
  },
  {
    partner: 'Voorleesvrijwilligers De Leesstoel',
    manners: {
      everyWeeks: 13,
      style: 'Informeel. Een kaart met kerst wordt zeer gewaardeerd.',
      label: 'De Leesstoel\nt.a.v. Greet Wiersma\nBuizerdlaan 12\n9571 CD Wilgenveen',
    },
    aim: {
      success: 'elke kleutergroep een vaste voorlezer heeft',
      writtenDaysAgo: 200,
      lookIn: -10,
      outcome: 'reached',
    },
    agreed: [],
  },
  {
    partner: 'Museum Het Turfschip',
    manners: {},
    aim: {
      success: 'ieder kind van groep 5 en 6 een eigen werkstuk in het museum zag hangen',
      writtenDaysAgo: 190,
      lookIn: -5,
      outcome: 'missed',
    },
    agreed: [],
  },
  { partner: 'Natuurcentrum De Wilgenhof', manners: { everyWeeks: 26 }, agreed: [] },
  { partner: 'Politie, wijkagent De Plas', manners: { everyWeeks: 13 }, agreed: [] },
  { partner: 'Kinderopvang Het Rietnest', manners: { everyWeeks: 6, procedure: 'ours' }, agreed: [] },
]

type Told = {
  partner: string
  by: string
  daysAgo: number
  line: string
  agreed?: string
  next?: string
  /** In how many days what follows is. */
  nextIn?: number
  kind: ContactKind
}

export const demoContacts: Told[] = [
  {
    partner: 'Logopedie Spraakwijzer',
    by: 'Marjolein van Veen',
    daysAgo: 12,
    line: 'Gebeld over het rooster van december',
    kind: 'spoke',
  },
  {
    partner: 'Bibliotheek Wilgenveen',
    by: 'Nadia Bouzid',
    daysAgo: 70,
    line: 'Samen de leskisten doorgelopen',
    kind: 'spoke',
  },
  {
    partner: 'Bibliotheek Wilgenveen',
    by: 'Nadia Bouzid',
    daysAgo: 40,
    line: 'Zaal geleend voor hun voorleeswedstrijd',
    kind: 'gave',
  },
  {
    partner: 'Bibliotheek Wilgenveen',
    by: 'Nadia Bouzid',
    daysAgo: 25,
    line: 'Tien afgeschreven prentenboeken',
    kind: 'got',
  },
  {
    partner: 'Jeugdteam Wilgenveen',
    by: 'Marjolein van Veen',
    daysAgo: 35,
    line: 'Spreekuur ging niet door',
    agreed: 'Het jeugdteam belt met een nieuwe datum',
    next: 'Samen het spreekuur van na de kerst plannen',
    nextIn: 12,
    kind: 'spoke',
  },
  {
    partner: 'Voorleesvrijwilligers De Leesstoel',
    by: 'Nadia Bouzid',
    daysAgo: 10,
    line: 'Taart voor alle voorlezers',
    kind: 'celebrated',
  },
  {
    partner: 'Politie, wijkagent De Plas',
    by: 'Nadia Bouzid',
    daysAgo: 100,
    line: 'Kennisgemaakt op het plein',
    kind: 'spoke',
  },
  {
    partner: 'Natuurcentrum De Wilgenhof',
    by: 'Nadia Bouzid',
    daysAgo: 150,
    line: 'Leskisten teruggebracht',
    kind: 'spoke',
  },
]
