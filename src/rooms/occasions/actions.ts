import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { noteContact } from '#rooms/agreements/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import type { OccasionSaid } from './forms.ts'
import { couldCome, findOccasion } from './queries.ts'
import { nextYear } from './rules.ts'
import { occasionGuests, occasions } from './tables.ts'

export type Done = { ok: true; id: string } | { ok: false; because: 'not-found' | 'not-yours' | 'names' }
const no = (because: 'not-found' | 'not-yours' | 'names'): Done => ({ ok: false, because })
const itIs = (me: Actor, id: string) => and(eq(occasions.schoolId, me.organisationId), eq(occasions.id, id))

export async function addOccasion(tx: Tx, me: Actor, said: OccasionSaid): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  if (namesAChild(said.name)) return no('names')
  const id = crypto.randomUUID()
  await tx.insert(occasions).values({ schoolId: me.organisationId, id, ...said })
  return { ok: true, id }
}

/** Who is on the list from now on: open lines of ours, and nothing else. */
export async function setGuests(tx: Tx, me: Actor, id: string, chosen: readonly string[], today: Day): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const { organisationId: schoolId } = me
  if (!(await findOccasion(tx, schoolId, id))) return no('not-found')
  const lines = await couldCome(tx, schoolId, id, today)
  const guests = lines.filter((line) => chosen.includes(line.id))
  await tx.delete(occasionGuests).where(and(eq(occasionGuests.schoolId, schoolId), eq(occasionGuests.occasionId, id)))
  const rows = guests.map((guest) => ({ schoolId, occasionId: id, relationId: guest.id }))
  if (rows.length) await tx.insert(occasionGuests).values(rows)
  return { ok: true, id }
}

/** It was given, sent or celebrated: noted with every line on the list, once. */
export async function give(tx: Tx, me: Actor, id: string, today: Day): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const given = await tx
    .update(occasions)
    .set({ doneOn: today })
    .where(and(itIs(me, id), isNull(occasions.doneOn)))
    .returning()
  const [occasion] = given
  if (!occasion) return no('not-found')
  const kind = occasion.kind === 'invite' ? 'celebrated' : 'gave'
  const guests = (await couldCome(tx, me.organisationId, id, today)).filter(({ isOn }) => isOn)
  for (const guest of guests) await noteContact(tx, me, guest.id, { line: occasion.name, kind, day: today, today })
  return { ok: true, id }
}

/** The same again next year, with the same list. */
export async function repeat(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const known = await findOccasion(tx, me.organisationId, id)
  if (!known?.doneOn) return no('not-found')
  await tx
    .update(occasions)
    .set({ day: nextYear(known.day), doneOn: null })
    .where(itIs(me, id))
  return { ok: true, id }
}

export async function removeOccasion(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayTendNetwork(me)) return no('not-yours')
  const gone = await tx.delete(occasions).where(itIs(me, id)).returning({ id: occasions.id })
  return gone.length ? { ok: true, id } : no('not-found')
}
