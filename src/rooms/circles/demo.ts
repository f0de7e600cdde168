import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { addMember, addPartner, beginCircle, type Done, writeNote } from './actions.ts'
import { circlesInTown } from './content/demo-circles.ts'

/** De Waterlelie has three circles, Het Molentje one. */
export async function demo(town: Town) {
  for (const { by, school, name, about, lead, members, partners, notes } of circlesInTown) {
    const who = town.actors.get(by)!
    const said = { name, about, leadId: lead ? town.recall(lead) : null }
    const begun = await town.as(who, (tx, me) => beginCircle(tx, me, said, town.today))
    if (!begun.ok) throw new Error(`${name} at ${school}: ${begun.because}`)
    const { id } = begun
    const done: Done[] = []
    for (const [member, unit] of members) {
      const one = { personId: town.recall(member), unit }
      done.push(await town.as(who, (tx, me) => addMember(tx, me, id, one, town.today)))
    }
    for (const partner of partners) {
      const line = town.recall(`${school}: ${partner}`)
      done.push(await town.as(who, (tx, me) => addPartner(tx, me, id, line, town.today)))
    }
    for (const { by: writer, ago, lines } of notes) {
      const note = { day: dayPlus(town.today, -ago), lines: lines.join('\n') }
      done.push(await town.as(town.actors.get(writer)!, (tx, me) => writeNote(tx, me, id, note, town.today)))
    }
    for (const one of done) if (!one.ok) throw new Error(`${name} at ${school}: ${one.because}`)
  }
}
