import type { Town } from '#kit/http/types.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { mondayOf } from '#rooms/days/door.ts'
import { beginPlaybook, changePlaybook, type Done, invitePartner } from './actions.ts'
import { playbooksInTown } from './content/demo-playbooks.ts'
import { draftFrom } from './content/templates.ts'
import { findPlaybook, tasksOf } from './queries.ts'
import { changeTask, tickTask } from './tasks/actions.ts'

/** De Waterlelie did the King's Games last year and prepares what comes; Het Molentje wrote down its open day. */
export async function demo(town: Town) {
  for (const told of playbooksInTown) {
    const who = town.actors.get(told.by)!
    const day = dayPlus(mondayOf(town.today), 7 * told.week + told.weekday - 1)
    const begun = await town.as(who, (tx, me) =>
      beginPlaybook(tx, me, { ...draftFrom(told.kind, 'nl', told.title), day }),
    )
    const id = sure(begun, told.kind)
    town.remember(`${told.school}: draaiboek ${told.kind}`, id)
    for (const [partner, note] of told.partners) {
      const relationId = town.recall(`${told.school}: ${partner}`)
      sure(await town.as(who, (tx, me) => invitePartner(tx, me, id, { relationId, note }, town.today)), partner)
    }
    await town.as(who, async (tx, me) => {
      const [ownerId, remarks] = [town.recall(told.owner), told.remarks]
      const { title, kind, materials, risks } = (await findPlaybook(tx, me.organisationId, id))!
      const said = { title, kind, day, ownerId, materials, risks, remarks }
      sure(await changePlaybook(tx, me, id, said, town.today), 'remarks')
      const tasks = await tasksOf(tx, me.organisationId, id)
      for (const [place, name] of told.who.entries()) {
        const { what, offset, id: task } = tasks[place]!
        const doerId = town.recall(name)
        sure(await changeTask(tx, me, task, { what, offset, doerId }, town.today), what)
      }
      for (const task of tasks.slice(0, told.done ?? tasks.length)) {
        const on = dayPlus(day, task.offset)
        sure(await tickTask(tx, me, task.id, earlier(on, town.today)), task.what)
      }
    })
  }
}

const earlier = (...days: [Day, Day]): Day => days.toSorted()[0]!
function sure(done: Done, what: string): string {
  if (!done.ok) throw new Error(`${what}: ${done.because}`)
  return done.id
}
