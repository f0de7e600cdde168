import type { TemplateKind } from './templates.ts'

type Told = {
  by: string
  owner: string
  school: string
  kind: TemplateKind
  title?: string
  /** Counted in weeks from now, so that the story is never over. */
  week: number
  weekday: number
  remarks: string | null
  /** Who does the first tasks, in their order. */
  who: readonly string[]
  /** So many are done; all when absent. */
  done?: number
  partners: readonly (readonly [name: string, note: string])[]
}

/** Big days in the demo town. */
export const playbooksInTown: readonly Told[] = [
  {
    ...{
      by: 'Nadia Bouzid',
      owner: 'Karin Schouten',
      school: 'De Waterlelie',
      kind: 'kingsgames',
      week: -31,
      weekday: 5,
    },
    remarks:
      'Het ontbijt in de klas was rustiger dan in de hal.\nEén spel per veld minder: er was te weinig tijd om te wisselen.',
    who: ['Karin Schouten', 'Daan Jonker', 'Karin Schouten', 'Geert Oosting'],
    partners: [],
  },
  {
    ...{
      by: 'Nadia Bouzid',
      owner: 'Karin Schouten',
      school: 'De Waterlelie',
      kind: 'sinterklaas',
      week: 2,
      weekday: 5,
    },
    title: 'Sinterklaasviering',
    remarks: null,
    who: ['Karin Schouten', 'Karin Schouten', 'Nadia Bouzid', 'Ineke Haan', 'Karin Schouten', 'Vera Willems'],
    done: 3,
    partners: [
      ['Politie, wijkagent De Plas', '8.15 uur, houdt de straat voor de school vrij'],
      ['Kinderopvang Het Rietnest', '8.30 uur op het plein, met de peuters'],
    ],
  },
  {
    ...{ by: 'Ilse Wagenaar', owner: 'Ilse Wagenaar', school: 'Het Molentje', kind: 'openday', week: -6, weekday: 3 },
    remarks: 'Een rondleiding door de oudste groep maakte de meeste indruk.',
    who: ['Ilse Wagenaar', 'Koen Timmer'],
    partners: [['Molenaar Van Dam', '10 uur, bakt pannenkoeken bij de deur']],
  },
]
