import type { Town } from '#kit/http/types.ts'
import { addPresence } from './actions.ts'
import { presenceIn } from './content/demo-presence.ts'

/** Who is in the building when: Sanne in the talking room on Monday, the bso from two o'clock. */
export async function demo(town: Town) {
  const heads: Record<string, string> = { 'De Waterlelie': 'Nadia Bouzid', 'Het Molentje': 'Ilse Wagenaar' }
  for (const [school, presences] of Object.entries(presenceIn))
    for (const { partner, weekday, from, until, space, what } of presences) {
      const said = {
        weekdays: [weekday],
        from,
        until,
        what,
        spaceId: space ? town.recall(`${school}: ${space}`) : null,
      }
      const added = await town.as(town.actors.get(heads[school]!)!, (tx, me) =>
        addPresence(tx, me, town.recall(`${school}: ${partner}`), said),
      )
      if (!added.ok) throw new Error(`${partner} is not in the building: ${added.because}`)
    }
}
