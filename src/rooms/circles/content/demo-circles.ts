type Told = {
  by: string
  school: string
  name: string
  about: string
  lead: string | null
  members: readonly (readonly [string, string | null])[]
  partners: readonly string[]
  notes: readonly { by: string; ago: number; lines: readonly string[] }[]
}

/** Who knows most about what, in the demo town. */
export const circlesInTown: readonly Told[] = [
  {
    ...{ by: 'Nadia Bouzid', school: 'De Waterlelie', name: 'Cultuur', lead: 'Fenna Dijkstra' },
    about: 'Muziek, dans, theater en erfgoed: wat past bij jouw groep, en wie het komt geven.',
    members: [
      ['Karin Schouten', 'onderbouw'],
      ['Joost Hendriks', 'middenbouw'],
      ['Ineke Haan', 'bovenbouw'],
    ],
    partners: ['Kunstencentrum De Ketting', 'Pabo Noord'],
    notes: [
      {
        ...{ by: 'Fenna Dijkstra', ago: 12 },
        lines: [
          'Elke bouw kiest dit jaar één thema; dubbele lessen vallen weg.',
          'De Ketting wil vóór 1 februari weten welke groepen komen.',
          'Karin probeert de nieuwe dansles uit en vertelt hoe het ging.',
        ],
      },
      {
        ...{ by: 'Joost Hendriks', ago: 47 },
        lines: ['Lijst van vorig jaar nagelopen.', 'Studenten van de pabo mogen meekijken bij theater.'],
      },
    ],
  },
  {
    ...{ by: 'Nadia Bouzid', school: 'De Waterlelie', name: 'Gedrag', lead: 'Marjolein van Veen' },
    about: 'Rust in de groep: meekijken, een aanpak voor de hele klas, en wanneer je iemand van buiten vraagt.',
    members: [
      ['Lotte Kramer', 'middenbouw'],
      ['Samir el Idrissi', 'bovenbouw'],
      ['Sofie Blom', null],
    ],
    partners: ['Training Stevig Staan', 'Schoolmaatschappelijk werk Sterk Samen'],
    notes: [
      {
        ...{ by: 'Marjolein van Veen', ago: 9 },
        lines: ['Stevig Staan kan na de kerst twee groepen aan.', 'Afspraken over het plein hangen in elke klas.'],
      },
    ],
  },
  {
    ...{ by: 'Nadia Bouzid', school: 'De Waterlelie', name: 'Jonge kind', lead: null },
    about: 'Van peuter naar kleuter: spelen, taal en wennen.',
    members: [['Sofie Blom', null]],
    partners: ['Kinderopvang Het Rietnest'],
    notes: [],
  },
  {
    ...{ by: 'Ilse Wagenaar', school: 'Het Molentje', name: 'Taal', lead: 'Ilse Wagenaar' },
    about: 'Lezen en taal: boeken, de bibliotheek en wat je doet als het blijft haperen.',
    members: [['Anneke Roelofs', null]],
    partners: ['Bibliotheek Wilgenveen'],
    notes: [{ by: 'Ilse Wagenaar', ago: 20, lines: ['De bibliotheek wisselt de boeken in januari.'] }],
  },
]
