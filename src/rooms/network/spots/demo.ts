import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { leaveOut } from './actions.ts'

/** What De Waterlelie chose not to have, and what it decided so long ago that it is asked again. */
const choices = [
  {
    spot: { kind: 'type', what: 'tso' },
    reason: 'Wij hebben een continurooster: alle kinderen eten in de klas.',
    ago: 90,
  },
  { spot: { kind: 'type', what: 'detachering' }, reason: 'Vervanging regelt het bestuur voor alle scholen.', ago: 400 },
  { spot: { kind: 'topic', what: 'personeel_welzijn' }, reason: 'Dat doet het bestuur voor ons.', ago: 380 },
] as const

export async function demo(town: Town) {
  for (const { spot, reason, ago } of choices) {
    const left = await town.as(town.actors.get('Nadia Bouzid')!, (tx, me) =>
      leaveOut(tx, me, spot, { reason, today: dayPlus(town.today, -ago) }),
    )
    if (!left.ok) throw new Error(`${spot.what} could not be left out: ${left.because}`)
  }
}
