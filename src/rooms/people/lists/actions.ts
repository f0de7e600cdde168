import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { mayManage } from '../access.ts'
import { addColleague, addGroup, changeColleague } from '../actions.ts'
import type { GroupRow } from '../import/groups.ts'
import type { Staff } from '../import/staff.ts'
import { type Colleague, colleaguesOf } from '../queries.ts'
import { groups } from '../tables.ts'
import { completed, isSamePerson, newFrom } from './rules.ts'

export type Taken = { ok: true; added: number; completed: number } | { ok: false; because: 'not-yours' }
type Source = { source: string; today: Day }

/** Takes a team list over: who is new is added, who was here gets what was still missing. Nobody is overwritten. */
export async function takeStaff(tx: Tx, me: Actor, list: readonly Staff[], { source, today }: Source): Promise<Taken> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const here = await colleaguesOf(tx, me.organisationId, today)
  const counts = { added: 0, completed: 0 }
  for (const staff of list) {
    const known = here.find((colleague) => isSamePerson(colleague, staff))
    if (known) await changeColleague(tx, me, known.personId, completed(known, staff))
    else await addColleague(tx, me, { ...newFrom(staff), source })
    counts[known ? 'completed' : 'added'] += 1
  }
  await giveDeputies(tx, me, list, today)
  return { ok: true, ...counts }
}

// Only now is everybody in, so that one may stand in for somebody further down the list.
async function giveDeputies(tx: Tx, me: Actor, list: readonly Staff[], today: Day) {
  const wanting = list.filter((staff) => staff.deputy)
  if (!wanting.length) return
  const here = await colleaguesOf(tx, me.organisationId, today)
  for (const staff of wanting) {
    const colleague = here.find((one) => isSamePerson(one, staff))
    const deputy = byName(here, staff.deputy)
    if (colleague && deputy && colleague.personId !== deputy.personId && !colleague.deputyId)
      await changeColleague(tx, me, colleague.personId, { ...completed(colleague, staff), deputyId: deputy.personId })
  }
}

const byName = (here: readonly Colleague[], name: string) => {
  const wish = name.trim().toLowerCase()
  const exact = here.find((one) => one.name.toLowerCase() === wish)
  const first = here.filter((one) => one.name.toLowerCase().split(' ')[0] === wish)
  return exact ?? (first.length === 1 ? first[0] : undefined)
}

/** Takes a list of groups over. A group that is here already is left as it is. */
export async function takeGroups(
  tx: Tx,
  me: Actor,
  list: readonly GroupRow[],
  { today }: Pick<Source, 'today'>,
): Promise<Taken> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const here = await colleaguesOf(tx, me.organisationId, today)
  let added = 0
  for (const { name, years, pupils, teachers } of list) {
    const [known] = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.schoolId, me.organisationId), eq(groups.name, name)))
    if (known) continue
    const ids = teachers.flatMap((teacher) => byName(here, teacher)?.personId ?? [])
    const outcome = await addGroup(tx, me, { name, years: years.length ? years : [1], pupils, teachers: ids })
    if (outcome.ok) added += 1
  }
  return { ok: true, added, completed: list.length - added }
}
