import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { closeRound, decide, openRound } from './actions.ts'
import type { Decision } from './tables.ts'

type Told = { partner: string; decision: Decision; reason: string | null; tell: string | null }
const lastYear: Told[] = [
  { partner: 'Bibliotheek Wilgenveen', decision: 'on', reason: 'Elke groep ging, en de kisten werken.', tell: null },
  {
    partner: 'Training Stevig Staan',
    decision: 'change',
    reason: 'Te veel op één dag.',
    tell: 'We willen liever twee korte ochtenden.',
  },
]
const thisYear: Told[] = [
  { partner: 'Bibliotheek Wilgenveen', decision: 'on', reason: null, tell: 'Fijn dat de kisten er weer zijn.' },
  { partner: 'Basisschool De Buizerd', decision: 'sleep', reason: 'Druk jaar, volgend jaar weer.', tell: null },
  { partner: 'Museum Het Turfschip', decision: 'stop', reason: 'Past niet meer bij onze cultuurlijn.', tell: null },
]

/** De Waterlelie held a round last year, and is in the middle of this year's. */
export async function demo(town: Town) {
  const nadia = town.actors.get('Nadia Bouzid')!
  const { today } = town
  const before = dayPlus(today, -360)
  await town.as(nadia, (tx, me) => openRound(tx, me, before))
  for (const told of lastYear) await tell(town, told, before)
  await town.as(nadia, (tx, me) => closeRound(tx, me, dayPlus(before, 1)))
  await town.as(nadia, (tx, me) => openRound(tx, me, dayPlus(today, -3)))
  for (const told of thisYear) await tell(town, told, dayPlus(today, -3))
}

async function tell(town: Town, { partner, ...said }: Told, today: string) {
  const nadia = town.actors.get('Nadia Bouzid')!
  const relationId = town.recall(`De Waterlelie: ${partner}`)
  const done = await town.as(nadia, (tx, me) => decide(tx, me, relationId, { ...said, today }))
  if (!done.ok) throw new Error(`${partner}: ${done.because}`)
}
