/** What the handbook shows, as whom, and how wide the window is. The name is the file's. */
export type Picture = {
  name: string
  /** Mail address of somebody of the demo town; left out for whoever has not signed in. */
  as?: string
  path: string
  /** What is typed into the box of “Bij wie”, when the picture is of an answer. */
  asks?: string
  width?: 390 | 820 | 1280
  /** Only this part of the page. */
  part?: string
}

const people = {
  head: 'nadia.bouzid@dewaterlelie.example',
  ib: 'marjolein.vanveen@dewaterlelie.example',
  culture: 'fenna.dijkstra@dewaterlelie.example',
  teacher: 'joost.hendriks@dewaterlelie.example',
  partner: 'sanne.terhorst@spraakwijzer.example',
} as const

export const pictures: readonly Picture[] = [
  { name: 'vandaag-leerkracht', as: people.teacher, path: '/', width: 390 },
  { name: 'vandaag-directeur', as: people.head, path: '/' },
  { name: 'vandaag-partner', as: people.partner, path: '/', width: 390 },
  { name: 'antwoord', as: people.teacher, path: '/bij-wie', asks: 'een kind praat onverstaanbaar', width: 820 },
  { name: 'nu-hulp-nodig', as: people.teacher, path: '/hulp-nu', width: 390 },
  { name: 'tien-contacten', as: people.teacher, path: '/bij-wie/tien' },
  { name: 'netwerk', as: people.head, path: '/netwerk' },
  { name: 'lijst-overnemen', as: people.head, path: '/netwerk/lijst', width: 820 },
  { name: 'team', as: people.head, path: '/school' },
  { name: 'agenda', as: people.culture, path: '/agenda' },
  { name: 'profiel-partner', as: people.partner, path: '/profiel', width: 820 },
  { name: 'eigen-pagina', as: people.ib, path: '/mij', width: 820 },
  { name: 'vragen', as: people.culture, path: '/vragen', width: 820 },
  { name: 'witte-vlekken', as: people.head, path: '/netwerk/witte-vlekken', width: 820 },
  { name: 'ouderpagina', path: '/ouders/de-waterlelie-wilgenveen', width: 390 },
  { name: 'inloggen', path: '/inloggen', width: 390 },
]
