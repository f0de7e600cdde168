/** The grid of the two schools of the demo town: which partner feeds what, in which unit. */
export const demoProfiles: readonly {
  by: string
  school: string
  units: readonly string[]
  competences: readonly string[]
  given: readonly (readonly [unit: string, competence: string, line: string, what: string | null])[]
}[] = [
  {
    by: 'Fenna Dijkstra',
    school: 'De Waterlelie',
    units: ['Onderbouw', 'Middenbouw', 'Bovenbouw'],
    competences: ['Samen muziek maken', 'Kijken naar kunst', 'Graag lezen', 'Onderzoeken buiten'],
    given: [
      ['Onderbouw', 'Samen muziek maken', 'Kunstencentrum De Ketting', 'zingen en klappen'],
      ['Middenbouw', 'Samen muziek maken', 'Kunstencentrum De Ketting', 'acht lessen slagwerk'],
      ['Middenbouw', 'Kijken naar kunst', 'Museum Het Turfschip', 'museumles in eigen stad'],
      ['Bovenbouw', 'Kijken naar kunst', 'Museum Het Turfschip', null],
      ['Bovenbouw', 'Kijken naar kunst', 'Kunstencentrum De Ketting', 'eigen tentoonstelling'],
      ['Onderbouw', 'Graag lezen', 'Bibliotheek Wilgenveen', 'voorlezen op dinsdag'],
      ['Middenbouw', 'Graag lezen', 'Bibliotheek Wilgenveen', null],
    ],
  },
  {
    by: 'Ilse Wagenaar',
    school: 'Het Molentje',
    units: ['Hele school'],
    competences: ['Het dorp kennen'],
    given: [['Hele school', 'Het dorp kennen', 'Molenaar Van Dam', 'rondleiding in mei']],
  },
]
