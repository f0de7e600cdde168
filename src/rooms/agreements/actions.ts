import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import type { AgreementSaid, AimSaid, MannersSaid } from './forms.ts'
import { adultsAround, aimsOf, findAgreement, findAim, isOneOfUs, type LineKept, lineOf } from './queries.ts'
import { isNear, pointsAtSomebody } from './rules.ts'
import { type AimOutcome, agreements, aims, keepings, manners } from './tables.ts'

export type Refusal = 'not-found' | 'not-yours' | 'names' | 'aim' | 'near' | 'open-aim' | 'person' | 'until' | 'success'
/** Where it belongs (`id`, of the line), and what was made. */
export type Done = { ok: true; id: string; made?: string } | { ok: false; because: Refusal }
const no = (because: Refusal): Done => ({ ok: false, because })

/** The line when I may tend it, else why not. */
async function mine(tx: Tx, me: Actor, id: string) {
  const line = await lineOf(tx, me.organisationId, id)
  if (!line) return { ok: false, because: 'not-found' } as const
  if (!mayTend(me, line)) return { ok: false, because: 'not-yours' } as const
  return { ok: true, line } as const
}

const allNames = async (tx: Tx, line: LineKept) => [line.name, ...(await adultsAround(tx, line.schoolId, line.id))]

type WithToday<T> = T & { today: Day }

/** Says when it will have succeeded, with a day near enough to look. One at a time. */
export async function setAim(tx: Tx, me: Actor, relationId: string, said: WithToday<AimSaid>): Promise<Done> {
  const found = await mine(tx, me, relationId)
  if (!found.ok) return found
  const known = await aimsOf(tx, me.organisationId, relationId)
  if (known.some(({ outcome }) => outcome === null)) return no('open-aim')
  const against = pointsAtSomebody(said.success, await allNames(tx, found.line)) ? no('success') : undefined
  return against ?? writeAim(tx, me, relationId, said)
}

async function writeAim(tx: Tx, me: Actor, relationId: string, said: WithToday<AimSaid>): Promise<Done> {
  const { success, lookOn, startsOn, today } = said
  if (!isNear(lookOn, today)) return no('near')
  const id = crypto.randomUUID()
  const sentence = { success, lookOn, startsOn, writtenOn: today }
  await tx.insert(aims).values({ schoolId: me.organisationId, id, relationId, ...sentence })
  return { ok: true, id: relationId }
}

/** On the day to look: it has succeeded, partly, or not. Then there is room for a new sentence. */
export async function lookBack(
  tx: Tx,
  me: Actor,
  id: string,
  { outcome, today }: { outcome: AimOutcome; today: Day },
): Promise<Done> {
  const aim = await findAim(tx, me.organisationId, id)
  const found = aim ? await mine(tx, me, aim.relationId) : no('not-found')
  if (!aim || !found.ok) return found.ok ? no('not-found') : found
  const looked = await tx
    .update(aims)
    .set({ outcome, lookedOn: today })
    .where(and(eq(aims.schoolId, me.organisationId), eq(aims.id, id), isNull(aims.outcome)))
    .returning({ id: aims.id })
  return looked.length ? { ok: true, id: aim.relationId } : no('not-found')
}

/** Who does what, until when. The first agreement brings the sentence that says when it has succeeded. */
export async function agree(tx: Tx, me: Actor, relationId: string, said: WithToday<AgreementSaid>): Promise<Done> {
  const found = await mine(tx, me, relationId)
  if (!found.ok) return found
  const { what, part, personId, until, success, lookOn, startsOn, today } = said
  if (until < today) return no('until')
  const adults = await allNames(tx, found.line)
  if (pointsAtSomebody(what, adults)) return no('names')
  if (personId && !(await isOneOfUs(tx, me.organisationId, personId))) return no('person')
  const known = await aimsOf(tx, me.organisationId, relationId)
  if (!known.some(({ outcome }) => outcome === null)) {
    if (!success || !lookOn) return no('aim')
    if (pointsAtSomebody(success, adults)) return no('success')
    const written = await writeAim(tx, me, relationId, { success, lookOn, startsOn, today })
    if (!written.ok) return written
  }
  const id = crypto.randomUUID()
  const agreed = { what, part, personId: part === 'partner' ? null : personId, until, madeOn: today }
  await tx.insert(agreements).values({ schoolId: me.organisationId, id, relationId, ...agreed })
  return { ok: true, id: relationId, made: id }
}

/** Kept or not, said by the side one stands on. A second word takes the place of the first. */
export async function sayKept(
  tx: Tx,
  me: Actor,
  id: string,
  { kept, today }: { kept: boolean; today: Day },
): Promise<Done> {
  const found = await findAgreement(tx, id)
  if (!found) return no('not-found')
  const { agreement, line } = found
  const side = line.schoolId === me.organisationId ? 'school' : 'partner'
  const may =
    side === 'partner'
      ? line.organisationId === me.organisationId
      : isColleague(me) && (mayTend(me, line) || agreement.personId === me.personId)
  if (!may) return no('not-yours')
  const { schoolId } = agreement
  await tx
    .delete(keepings)
    .where(and(eq(keepings.schoolId, schoolId), eq(keepings.agreementId, id), eq(keepings.side, side)))
  await tx.insert(keepings).values({ schoolId, agreementId: id, side, kept, saidOn: today, personId: me.personId })
  return { ok: true, id: agreement.relationId }
}

/** It was no agreement after all: gone, with what was said of it. */
export async function dropAgreement(tx: Tx, me: Actor, id: string): Promise<Done> {
  const found = await findAgreement(tx, id)
  if (!found || found.agreement.schoolId !== me.organisationId) return no('not-found')
  if (!mayTend(me, found.line)) return no('not-yours')
  await tx.delete(agreements).where(and(eq(agreements.schoolId, me.organisationId), eq(agreements.id, id)))
  return { ok: true, id: found.agreement.relationId }
}

/** How the school goes about this line. */
export async function setManners(tx: Tx, me: Actor, relationId: string, said: MannersSaid): Promise<Done> {
  const found = await mine(tx, me, relationId)
  if (!found.ok) return found
  const texts = [said.route, said.style, said.procedureNote, said.refuses].filter(Boolean).join('\n')
  if (pointsAtSomebody(texts, await allNames(tx, found.line))) return no('names')
  await putManners(tx, me, relationId, said)
  return { ok: true, id: relationId }
}

/** Until that day nobody needs to ring; null wakes the line up. */
export async function letSleep(tx: Tx, me: Actor, relationId: string, sleepsUntil: Day | null): Promise<Done> {
  const found = await mine(tx, me, relationId)
  if (!found.ok) return found
  await putManners(tx, me, relationId, { sleepsUntil })
  return { ok: true, id: relationId }
}

export const putManners = (tx: Tx, me: Actor, relationId: string, set: Partial<typeof manners.$inferInsert>) =>
  tx
    .insert(manners)
    .values({ schoolId: me.organisationId, relationId, ...set })
    .onConflictDoUpdate({ target: [manners.schoolId, manners.relationId], set })
