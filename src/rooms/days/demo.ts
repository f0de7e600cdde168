import type { Town } from '#kit/http/types.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { addDay } from './actions.ts'
import { type KindOfDay, mondayOf } from './rules.ts'

type Told = { kind: KindOfDay; title: string; week: number; weekday: number; days?: number }
/** Counted in weeks from now, so that the story is never over. */
const story: readonly Told[] = [
  { kind: 'event', title: 'Sinterklaasviering', week: 2, weekday: 5 },
  { kind: 'programme', title: 'Zwemlessen groep 4', week: 1, weekday: 3, days: 43 },
  { kind: 'study', title: 'Studiedag rekenen', week: 2, weekday: 1 },
  { kind: 'event', title: 'Ouderavond', week: 2, weekday: 4 },
  { kind: 'free', title: 'Margedag', week: 9, weekday: 5 },
]

export async function demo(town: Town) {
  const head = town.actors.get('Nadia Bouzid')!
  for (const { kind, title, week, weekday, days = 1 } of story) {
    const from: Day = dayPlus(mondayOf(town.today), week * 7 + weekday - 1)
    const said = { kind, title, from, until: dayPlus(from, days - 1) }
    const added = await town.as(head, (tx, me) => addDay(tx, me, said))
    if (!added.ok) throw new Error(`${title} is not in the year: ${added.because}`)
  }
}
