import type { Involving } from '../resolutions/tables.ts'

export type DemoResolution = {
  by: string
  title: string
  about: string
  point?: string
  topic?: string
  weekdays: number[]
  person?: string
  line?: string
  inDays: number
  partners: readonly { line: string; way: Involving; why?: string; said?: string; written?: true }[]
}

/** What the two schools of the demo town are going to decide, and which partners they asked. */
export const demoResolutions: readonly DemoResolution[] = [
  {
    by: 'Nadia Bouzid',
    title: 'Andere lestijden vanaf augustus',
    about: 'Op woensdag beginnen en eindigen alle groepen een kwartier eerder.',
    weekdays: [3],
    inDays: 24,
    partners: [
      {
        line: 'De Waterlelie: Logopedie Spraakwijzer',
        way: 'involved',
        said: 'Dat kan, als de spreekkamer dan ook een kwartier eerder vrij is.',
      },
      { line: 'De Waterlelie: Kinderopvang Het Rietnest', way: 'involved' },
      { line: 'De Waterlelie: Bso Het Rietnest', way: 'involved' },
      { line: 'De Waterlelie: Gemeente Wilgenveen, leerplicht', way: 'informed', written: true },
      {
        line: 'De Waterlelie: Dyslexiezorg Noord',
        way: 'not',
        why: 'Zij komen alleen op donderdag; voor hen verandert er niets.',
      },
    ],
  },
  {
    by: 'Ilse Wagenaar',
    title: 'De molenweek gaat naar juni',
    about: 'In mei valt de week samen met de toetsen.',
    weekdays: [],
    line: 'Het Molentje: Molenaar Van Dam',
    inDays: 40,
    partners: [{ line: 'Het Molentje: Molenaar Van Dam', way: 'involved' }],
  },
]
