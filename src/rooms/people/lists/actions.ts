import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { deedsBetween, lookAt, type Scope } from '#kit/trail/deeds.ts'
import type { Outcome, Taker } from '#rooms/takeovers/door.ts'
import { mayManage } from '../access.ts'
import { addColleague, addGroup, changeColleague, type Done } from '../actions.ts'
import type { GroupRow } from '../import/groups.ts'
import { colleagueMeant } from '../import/laidgroups.ts'
import type { Staff } from '../import/staff.ts'
import { type Colleague, colleaguesOf } from '../queries.ts'
import { groups } from '../tables.ts'
import { completed, isSamePerson, newFrom, type StaffSaid } from './rules.ts'

export type Taken = { ok: true; added: number; unknown: number } | { ok: false; because: 'not-yours' }

/** One row of a team list: who is new is added, who was here gets what was still missing. Nobody is overwritten. */
export const staffTaker: Taker<StaffSaid> = {
  kind: 'staff',
  may: mayManage,
  async take(tx, me, { staff, step }, { source, today }) {
    const here = await colleaguesOf(tx, me.organisationId, today)
    const known = here.find((colleague) => isSamePerson(colleague, staff))
    if (step === 'deputy') return giveDeputy(tx, me, { here, known, staff })
    if (!known) return written(tx, me, undefined, () => addColleague(tx, me, { ...newFrom(staff), source }))
    return written(tx, me, known.personId, () => changeColleague(tx, me, known.personId, completed(known, staff)))
  },
}

type Standing = { here: readonly Colleague[]; known: Colleague | undefined; staff: Staff }

/** Only once everybody is in, so that one may stand in for somebody further down the list. */
function giveDeputy(tx: Tx, me: Actor, { here, known, staff }: Standing): Promise<Outcome> | Outcome {
  const deputy = colleagueMeant(here, staff.deputy)
  if (!known || typeof deputy === 'string' || known.personId === deputy.personId)
    return { outcome: 'left', because: 'no-such-deputy' }
  if (known.deputyId) return { outcome: 'completed', deeds: [] }
  const said = { ...completed(known, staff), deputyId: deputy.personId }
  return written(tx, me, known.personId, () => changeColleague(tx, me, known.personId, said))
}

/** Does it, and says all that was written for it. */
async function written(
  tx: Tx,
  me: Actor,
  known: string | undefined,
  work: () => Promise<Done<string>>,
): Promise<Outcome> {
  const before = known ? await lookAt(tx, allOf(me, known)) : []
  const done = await work()
  if (!done.ok) return { outcome: 'left', because: done.because }
  const deeds = deedsBetween(before, await lookAt(tx, allOf(me, done.id)))
  return { outcome: known ? 'completed' : 'added', deeds }
}

/** Somebody and what she is here. */
const allOf = ({ organisationId }: Actor, personId: string): Scope[] => [
  { table: 'people', key: ['id'], where: { id: personId } },
  {
    table: 'memberships',
    key: ['organisation_id', 'id'],
    where: { organisation_id: organisationId, person_id: personId },
  },
]

/** Takes a list of groups over. A group that is here already is left as it is; a teacher we do not know stays out, and is counted. */
export async function takeGroups(
  tx: Tx,
  me: Actor,
  list: readonly GroupRow[],
  { today }: { today: Day },
): Promise<Taken> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const here = await colleaguesOf(tx, me.organisationId, today)
  let added = 0
  let unknown = 0
  for (const { name, years, pupils, teachers } of list) {
    const [known] = await tx
      .select({ id: groups.id })
      .from(groups)
      .where(and(eq(groups.schoolId, me.organisationId), eq(groups.name, name)))
    if (known) continue
    const meant = teachers.map((teacher) => colleagueMeant(here, teacher))
    const ids = meant.flatMap((one) => (typeof one === 'string' ? [] : one.personId))
    const said = { name, years: years.length ? years : [1], pupils, teachers: [...new Set(ids)] }
    const outcome = await addGroup(tx, me, said)
    if (!outcome.ok) continue
    added += 1
    unknown += meant.length - ids.length
  }
  return { ok: true, added, unknown }
}
