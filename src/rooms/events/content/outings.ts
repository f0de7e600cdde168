import type { Template, TemplateKind } from './templates.ts'

/** A week about one thing, and a day away. Written for this house; every school makes them its own. */
export const outings: Pick<Record<TemplateKind, Template>, 'projectweek' | 'trip'> = {
  projectweek: {
    ...{ nl: 'Projectweek', en: 'Project week' },
    partnerTypes: ['kunstencentrum', 'museum_theater', 'nme', 'techniek', 'bedrijf', 'gastles'],
    tasks: [
      [
        -84,
        'Thema kiezen met het team: wat willen wij dat zij leren?',
        'Choose a theme with the team: what do we want them to learn?',
      ],
      [
        -70,
        'Bedenken wie van onze partners iets bij dit thema kan',
        'Think which of our partners has something for this theme',
      ],
      [-56, 'Partners vragen voor een les, bezoek of werkplaats', 'Ask partners for a lesson, a visit or a workshop'],
      [-42, 'Weekrooster maken: wie is wanneer in welke groep', 'Draw up the week: who is when in which group'],
      [-42, 'Budget verdelen en materiaal bestellen', 'Divide the budget and order materials'],
      [-28, 'Vervoer en begeleiders regelen voor bezoeken', 'Arrange transport and adults for visits'],
      [
        -21,
        'Partners vertellen hoe laat, waar, hoeveel en wie hen ontvangt',
        'Tell partners what time, where, how many and who welcomes them',
      ],
      [-14, 'Brief naar ouders, met de vraag om spullen te sparen', 'Letter to parents, asking to save things'],
      [-7, 'Opening oefenen en ruimtes indelen', 'Rehearse the opening and divide the rooms'],
      [-1, 'Materiaal per groep klaarzetten', 'Put materials ready per group'],
      [0, 'Openen met de hele school', 'Open with the whole school'],
      [4, 'Afsluiten: laten zien wat gemaakt is, partners uitnodigen', 'Close: show what was made, invite partners'],
      [7, 'Partners bedanken met een foto van het werk', 'Thank partners with a picture of the work'],
      [
        7,
        'Met het team opschrijven wat bleef hangen en wat anders moet',
        'With the team write down what stuck and what should change',
      ],
    ],
    materials: [
      ['Weekrooster op A4 in elke groep', 'The week on A4 in every group'],
      ['Gereedschap, lijm, karton, verf', 'Tools, glue, cardboard, paint'],
      ['Beamer en geluid voor opening en afsluiting', 'Projector and sound for opening and closing'],
      ['Plek om werk te bewaren', 'A place to keep the work'],
    ],
    risks: [
      ['Elke gast heeft een collega die blijft', 'Every guest has a colleague who stays'],
      ['Vraag wie vaker komt om een VOG', 'Ask who comes more often for a certificate of conduct'],
      ['Houd een rustige plek vrij voor wie het te druk wordt', 'Keep a quiet place for whom it gets too busy'],
      ['Gereedschap tellen voor en na', 'Count the tools before and after'],
    ],
  },
  trip: {
    ...{ nl: 'Schoolreis', en: 'School trip' },
    partnerTypes: ['bedrijf', 'nme', 'museum_theater', 'armoedefonds', 'buurtbewoners'],
    tasks: [
      [-112, 'Bestemming kiezen en vooraf bezoeken', 'Choose where to go and visit it beforehand'],
      [
        -98,
        'Bus en toegang vastleggen, met voorwaarden bij afzeggen',
        'Book coach and entrance, with terms for cancelling',
      ],
      [
        -84,
        'Kosten en vrijwillige bijdrage bespreken met de medezeggenschapsraad',
        'Discuss costs and the voluntary contribution with the council',
      ],
      [
        -56,
        'Brief naar ouders: dag, kosten, en dat iedereen meegaat',
        'Letter to parents: day, costs, and that everybody comes',
      ],
      [
        -42,
        'Gezinnen wijzen op het fonds voor wie weinig geld heeft',
        'Point families to the fund for who has little money',
      ],
      [-28, 'Begeleiders vragen en afspraken met hen maken', 'Ask adults to come along and agree what they do'],
      [
        -14,
        'Groepjes indelen; wat nodig is voor iemands gezondheid staat in het eigen systeem',
        'Divide the groups; what somebody’s health needs is in the school’s own system',
      ],
      [-7, 'Tijden bevestigen bij bus en bestemming', 'Confirm the times with coach and destination'],
      [-3, 'Weer bekijken en brief met wat mee moet', 'Look at the weather and send what to bring'],
      [
        -1,
        'EHBO-tassen en noodkaart per begeleider klaarleggen',
        'Put first-aid bags and an emergency card ready for every adult',
      ],
      [0, 'Tellen bij instappen, onderweg en bij vertrek', 'Count when boarding, on the way and when leaving'],
      [0, 'Ouders laten weten als het later wordt', 'Let parents know when it gets later'],
      [3, 'Rekeningen nakijken en begeleiders bedanken', 'Check the bills and thank the adults'],
      [7, 'Opschrijven wat volgend jaar anders moet', 'Write down what should be different next year'],
    ],
    materials: [
      ['EHBO-tas per bus', 'A first-aid bag per coach'],
      ['Noodkaart: wie belt wie', 'Emergency card: who rings whom'],
      ['Emmertjes en doekjes voor onderweg', 'Buckets and wipes for on the way'],
      ['Reservekleren en water', 'Spare clothes and water'],
      ['Herkenbare hesjes of petten', 'Vests or caps that are seen'],
    ],
    risks: [
      ['Zoek bij de bestemming naar water, wegen en uitgangen', 'Look for water, roads and exits at the destination'],
      ['Spreek af waar ieder heen gaat die de groep kwijt is', 'Agree where to go when somebody has lost the group'],
      ['Iemand van de directie is de hele dag bereikbaar', 'Somebody who leads the school is within reach all day'],
      ['Controleer of de bus gordels en een vergunning heeft', 'Check that the coach has belts and a licence'],
    ],
  },
}
