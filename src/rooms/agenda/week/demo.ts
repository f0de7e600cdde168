import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { mondayOf } from '#rooms/days/door.ts'
import { dayPlan } from '#rooms/people/door.ts'
import { lessonsIn, sessionsIn } from '../content/demo-week.ts'
import { changeGroups, changePresence, moveOnce } from '../exceptions/actions.ts'
import { setLessons } from '../lessons/actions.ts'
import { readGrid } from '../lessons/rules.ts'
import { addSession, place } from './actions.ts'

/** Next week the speech therapist cannot come, the reading volunteers come a day earlier, and 4B goes out. */
export async function tellDates(town: Town) {
  const ib = town.actors.get('Nadia Bouzid')!
  const monday = dayPlus(mondayOf(town.today), 7)
  const at = (name: string) => ({ id: town.recall(`De Waterlelie: ${name}`), monday })
  const on = (days: number) => dayPlus(monday, days)
  await town.as(ib, async (tx, me) => {
    const { groups } = await dayPlan(tx, me.organisationId)
    const away = { kind: 'away' as const, from: null, until: null, spaceId: null, reason: 'away' as const }
    const relationId = town.recall('De Waterlelie: Logopedie Spraakwijzer')
    await changePresence(tx, me, { relationId, day: on(0), ...away })
    const spot = { day: on(3), from: '09:45', spaceId: town.recall('De Waterlelie: Koffiehoek') }
    await moveOnce(tx, me, at('Voorleesvrijwilligers De Leesstoel 5A'), { ...spot, reason: 'swap' })
    const out = { day: on(3), from: '08:30', until: '12:00', title: 'Excursie naar het veen', kind: 'out' as const }
    await changeGroups(tx, me, { groups: groups.filter(({ name }) => name === '4B').map(({ id }) => id), ...out })
  })
}

/** The week of De Waterlelie: lessons typed, sessions made, most placed three weeks ago; one is double, two have no place. */
export async function tellWeek(town: Town) {
  const ib = town.actors.get('Nadia Bouzid')!
  const monday = dayPlus(mondayOf(town.today), -21)
  await town.as(ib, async (tx, me) => {
    const { groups } = await dayPlan(tx, me.organisationId)
    const group = (name: string) => groups.find((one) => one.name === name)!.id
    for (const { groups: names, rows } of lessonsIn) {
      const { lessons } = readGrid(
        rows.map(([from = '', until = '', ...cells]) => ({
          ...{ from, until },
          cells: Object.fromEntries(cells.map((cell, nth) => [nth + 1, cell])),
        })),
      )
      for (const name of names) await setLessons(tx, me, group(name), lessons)
    }
    for (const { partner, minutes, times, place: where, groups: out, at = [] } of sessionsIn) {
      const spaceId = where === 'any' ? null : town.recall(`De Waterlelie: ${where}`)
      const added = await addSession(
        tx,
        me,
        {
          ...{ relationId: town.recall(`De Waterlelie: ${partner}`), minutes, times, spaceId },
          place: where === 'any' ? 'any' : 'space',
          groups: Object.entries(out).map(([name, pupils]) => ({ id: group(name), pupils })),
        },
        town.today,
      )
      if (!added.ok) throw new Error(`${partner} has no session: ${added.because}`)
      for (const spot of at) {
        const stood = await place(tx, me, added.id, { ...spot, spaceId }, monday)
        if (stood.ok) town.remember(`De Waterlelie: ${partner} ${Object.keys(out)[0]}`, stood.id)
      }
    }
  })
}
