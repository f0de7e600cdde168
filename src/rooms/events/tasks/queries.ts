import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { closedOf, mondayOf, yearInside } from '#rooms/days/door.ts'
import { dateOf } from '../rules.ts'
import { playbooks, playbookTasks } from '../tables.ts'

/** A task with whose playbook it stands in. */
export async function findTask(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({
      ...{ id: playbookTasks.id, playbookId: playbooks.id, title: playbooks.title, ownerId: playbooks.ownerId },
      ...{ what: playbookTasks.what, offset: playbookTasks.offset, doerId: playbookTasks.doerId },
    })
    .from(playbookTasks)
    .innerJoin(
      playbooks,
      and(eq(playbooks.schoolId, playbookTasks.schoolId), eq(playbooks.id, playbookTasks.playbookId)),
    )
    .where(and(eq(playbookTasks.schoolId, schoolId), eq(playbookTasks.id, id)))
  return found
}
export type TaskFound = NonNullable<Awaited<ReturnType<typeof findTask>>>

const weeksShown = 4
/** Of what is over, so long is asked for what was left; and so far ahead a closed school may draw a task forward. */
const around = (today: Day, sunday: Day) => ({ from: dayPlus(today, -90), until: dayPlus(sunday, 120) })

/** What I am to do this week or should have done, by the same reckoning as on the page of the playbook. One query. */
export async function tasksForMe(tx: Tx, me: Actor, today: Day) {
  const sunday = dayPlus(mondayOf(today), 6)
  const span = around(today, sunday)
  const rows = await tx
    .select({
      ...{ id: playbookTasks.id, what: playbookTasks.what, offset: playbookTasks.offset },
      ...{ playbookId: playbooks.id, title: playbooks.title, day: playbooks.day },
      year: yearInside(me.organisationId, span),
    })
    .from(playbookTasks)
    .innerJoin(
      playbooks,
      and(eq(playbooks.schoolId, playbookTasks.schoolId), eq(playbooks.id, playbookTasks.playbookId)),
    )
    .where(
      and(
        ...[eq(playbookTasks.schoolId, me.organisationId), eq(playbookTasks.doerId, me.personId)],
        ...[isNull(playbookTasks.doneOn), gte(playbooks.day, dayPlus(today, -7 * weeksShown))],
        sql`${playbooks.day} + ${playbookTasks.offset} <= ${span.until}`,
      ),
    )
    .orderBy(asc(playbookTasks.place))
  const [first] = rows
  if (!first) return []
  const closed = new Set(closedOf(first.year, span).map((one) => one.day))
  return rows
    .map(({ year: _, day, offset, ...task }) => ({
      ...task,
      date: dateOf(day ?? today, offset, (one) => closed.has(one)),
    }))
    .filter(({ date }) => date <= sunday)
    .toSorted((a, b) => a.date.localeCompare(b.date))
}
export type TaskForMe = Awaited<ReturnType<typeof tasksForMe>>[number]
