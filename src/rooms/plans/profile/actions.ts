import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { openLines } from '../queries.ts'
import { mayDraw } from './access.ts'
import type { ContributionSaid } from './forms.ts'
import { competencesOf, unitsOf } from './queries.ts'
import { mostCompetences, mostUnits } from './rules.ts'
import { competences, contributions, units } from './tables.ts'

export type Refused = { ok: false; because: 'not-yours' | 'not-found' | 'child' | 'full' | 'exists' | 'partner' }
export type Done = { ok: true } | Refused
const no = (because: Refused['because']): Refused => ({ ok: false, because })

/** What keeps this name out of a list: nobody's to add, a child in it, there already, or the list is full. */
function against(me: Actor, name: string, known: readonly { name: string }[], most: number): Refused | undefined {
  if (!mayDraw(me)) return no('not-yours')
  if (namesAChild(name)) return no('child')
  if (known.length >= most) return no('full')
  return known.some((one) => one.name.toLowerCase() === name.toLowerCase()) ? no('exists') : undefined
}

/** With the first unit the grid is on. */
export async function addUnit(tx: Tx, me: Actor, name: string): Promise<Done> {
  const known = await unitsOf(tx, me.organisationId)
  const refused = against(me, name, known, mostUnits)
  if (refused) return refused
  await tx.insert(units).values({ schoolId: me.organisationId, name, place: known.length })
  return { ok: true }
}

export async function addCompetence(tx: Tx, me: Actor, name: string): Promise<Done> {
  const known = await competencesOf(tx, me.organisationId)
  const refused = against(me, name, known, mostCompetences)
  if (refused) return refused
  await tx.insert(competences).values({ schoolId: me.organisationId, name, place: known.length })
  return { ok: true }
}

/** Gone, with what partners gave it. */
export async function removeUnit(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayDraw(me)) return no('not-yours')
  const gone = await tx
    .delete(units)
    .where(and(eq(units.schoolId, me.organisationId), eq(units.id, id)))
    .returning({ id: units.id })
  return gone.length ? { ok: true } : no('not-found')
}

export async function removeCompetence(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayDraw(me)) return no('not-yours')
  const gone = await tx
    .delete(competences)
    .where(and(eq(competences.schoolId, me.organisationId), eq(competences.id, id)))
    .returning({ id: competences.id })
  return gone.length ? { ok: true } : no('not-found')
}

type Place = { unitId: string; competenceId: string }

/** A partner feeds this competence in this unit. Said again, the newest words stand. */
export async function contribute(
  tx: Tx,
  me: Actor,
  { unitId, competenceId }: Place,
  { relationId, what, today }: ContributionSaid & { today: Day },
): Promise<Done> {
  if (!mayDraw(me)) return no('not-yours')
  const schoolId = me.organisationId
  const has = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id)
  if (!has(await unitsOf(tx, schoolId), unitId)) return no('not-found')
  if (!has(await competencesOf(tx, schoolId), competenceId)) return no('not-found')
  if (!has(await openLines(tx, schoolId, today), relationId)) return no('partner')
  if (what && namesAChild(what)) return no('child')
  await tx
    .insert(contributions)
    .values({ schoolId, unitId, competenceId, relationId, what, addedOn: today })
    .onConflictDoUpdate({
      target: [contributions.schoolId, contributions.unitId, contributions.competenceId, contributions.relationId],
      set: { what },
    })
  return { ok: true }
}

export async function takeOff(tx: Tx, me: Actor, at: Place & { relationId: string }): Promise<Done> {
  if (!mayDraw(me)) return no('not-yours')
  const gone = await tx
    .delete(contributions)
    .where(
      and(
        eq(contributions.schoolId, me.organisationId),
        eq(contributions.unitId, at.unitId),
        eq(contributions.competenceId, at.competenceId),
        eq(contributions.relationId, at.relationId),
      ),
    )
    .returning({ id: contributions.relationId })
  return gone.length ? { ok: true } : no('not-found')
}
