import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hanging, Hangings } from '#kit/http/hanging.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { Day } from '#kit/time/day.ts'
import { mayArrange, mayGive, mayHandOver } from './access.ts'
import { candidates, findItem, findSitting, type ItemRow, itemsOf, oneAtATime, openSittingOf } from './queries.ts'
import { fallsOnFor, staysAfter } from './rules.ts'
import { type Handover, handoverAnswers, handoverItems, handovers } from './tables.ts'

export type At = { now: Date; today: Day }
export type Start = { personId: string; lasting: boolean; lastDay: Day; backOn: Day | null }
type Refused<Because extends string> = { ok: false; because: Because }
export type Started = { ok: true; id: string } | Refused<'not-found' | 'not-yours'>

/** Opens the sitting for somebody who goes, with everything that hangs on her. Twice gives the same sitting. */
export async function startHandover(
  tx: Tx,
  me: Actor,
  said: Start,
  { hangings, now, today }: At & { hangings: Hangings },
): Promise<Started> {
  if (!mayHandOver(me, said.personId)) return { ok: false, because: 'not-yours' }
  const here = await candidates(tx, me.organisationId, today)
  if (!here.some(({ personId }) => personId === said.personId)) return { ok: false, because: 'not-found' }
  await oneAtATime(tx, said.personId)
  const open = await openSittingOf(tx, me.organisationId, said.personId)
  if (open) return { ok: true, id: open.sitting.id }
  const sitting = { schoolId: me.organisationId, id: crypto.randomUUID(), ...said, heldBy: me.personId }
  const fallsOn = fallsOnFor(said, today)
  await tx.insert(handovers).values({ ...sitting, fallsOn, startedAt: now })
  await gather(tx, me, sitting, { hangings, today })
  if (said.lasting) await sayLastDay(tx, me, said, hangings)
  await enqueue(tx, 'handovers.day', { schoolId: sitting.schoolId, id: sitting.id }, dayIsDone(fallsOn, now))
  return { ok: true, id: sitting.id }
}

/** The afternoon of that day; when it has begun, an hour from now. */
const dayIsDone = (day: Day, now: Date) =>
  new Date(Math.max(new Date(`${day}T15:00:00Z`).getTime(), now.getTime() + 3_600_000))

const sayLastDay = async (
  tx: Tx,
  me: Actor,
  { personId, lastDay }: Pick<Start, 'personId'> & { lastDay: Day | null },
  { leaving }: Hangings,
) => {
  for (const { lastDay: say } of leaving) await say?.(tx, me, { personId, day: lastDay })
}

type OneSitting = Pick<Handover, 'schoolId' | 'id' | 'personId'>

/** Writes down what hangs on her and does not stand here yet: of what only who arranges gives, only by who does. */
async function gather(tx: Tx, me: Actor, sitting: OneSitting, given: { hangings: Hangings; today: Day }) {
  const kinds = given.hangings.kinds.filter(({ arranged }) => !arranged || mayArrange(me))
  await writeDown(tx, sitting, kinds, given.today)
}

/** What is there by then, in every room: nobody needs to tell the sitting about something new. */
export async function writeDown(
  tx: Tx,
  { schoolId, id, personId }: OneSitting,
  kinds: readonly Hanging[],
  today: Day,
): Promise<void> {
  const from: From = { organisationId: schoolId, personId, today }
  const rows: (typeof handoverItems.$inferInsert)[] = []
  for (const { kind, arranged = false, list } of kinds)
    for (const { id: thing, name, href = null, next = null } of await list(tx, from))
      rows.push({
        ...{ schoolId, handoverId: id, kind, thing, name, href, arranged },
        ...{ fromId: personId, holderId: personId, nextId: next },
      })
  if (rows.length) await tx.insert(handoverItems).values(rows).onConflictDoNothing()
}

/** Who arranges takes the sitting that the leaver began: with what she could not give, and with her last day. */
export async function takeSitting(
  tx: Tx,
  me: Actor,
  id: string,
  given: At & { hangings: Hangings },
): Promise<{ ok: boolean }> {
  const found = await findSitting(tx, me.organisationId, id)
  if (!found || found.sitting.returnedAt || !mayArrange(me)) return { ok: false }
  await tx.update(handovers).set({ heldBy: me.personId }).where(sittingIs(me, id))
  await gather(tx, me, found.sitting, given)
  if (found.sitting.lasting) await sayLastDay(tx, me, found.sitting, given.hangings)
  return { ok: true }
}

const sittingIs = (me: Actor, id: string) => and(eq(handovers.schoolId, me.organisationId), eq(handovers.id, id))

export type Wishes = { all: string | null; each: ReadonlyMap<string, string> }
/** How many others are asked for, and how many she took herself. */
export type AskedFor = { ok: true; asked: number; own: number } | Refused<'not-found' | 'no-such-colleague'>

/** Asks for each thing whom she named, or one for all that nobody took yet. Who asks herself has said yes with that. */
export async function askSuccessors(
  tx: Tx,
  me: Actor,
  id: string,
  { all, each, now, today }: Wishes & At,
): Promise<AskedFor> {
  const found = await findSitting(tx, me.organisationId, id)
  if (!found || found.sitting.returnedAt) return { ok: false, because: 'not-found' }
  const { sitting } = found
  const stay = staysAfter(await candidates(tx, me.organisationId, today), sitting.lasting ? sitting.lastDay : today)
  const able = new Set(stay.map(({ personId }) => personId).filter((one) => one !== sitting.personId))
  const open = (await itemsOf(tx, me.organisationId, id)).filter((item) => mayStillAsk(item) && mayGive(me, item))
  const byPerson = new Map<string, string[]>()
  for (const item of open) {
    const to = all ?? each.get(item.id)
    if (!to || (item.state === 'asked' && item.successorId === to)) continue
    if (!able.has(to)) return { ok: false, because: 'no-such-colleague' }
    byPerson.set(to, [...(byPerson.get(to) ?? []), item.id])
  }
  for (const [personId, ids] of byPerson) await putAsks(tx, me, { personId, ids, now })
  const own = byPerson.get(me.personId)?.length ?? 0
  return { ok: true, asked: [...byPerson.values()].flat().length - own, own }
}

const mayStillAsk = ({ state }: ItemRow) => state === 'open' || state === 'asked' || state === 'declined'

async function putAsks(tx: Tx, me: Actor, { personId, ids, now }: { personId: string; ids: string[]; now: Date }) {
  await tx
    .update(handoverItems)
    .set({ successorId: personId, askedAt: now, askedBy: me.personId })
    .where(and(eq(handoverItems.schoolId, me.organisationId), inArray(handoverItems.id, ids)))
  if (personId === me.personId)
    for (const itemId of ids) await putAnswer(tx, me, { itemId, personId, accepted: true, now })
  else await enqueue(tx, 'handovers.tell', { schoolId: me.organisationId, to: personId, about: 'asked' })
}

type Answer = { itemId: string; personId: string; accepted: boolean; note?: string | null; now: Date }
async function putAnswer(tx: Tx, me: Actor, { itemId, personId, accepted, note = null, now }: Answer) {
  const schoolId = me.organisationId
  await tx.insert(handoverAnswers).values({ schoolId, itemId, personId, saidBy: me.personId, accepted, note, at: now })
  if (accepted) await enqueue(tx, 'handovers.hand', { schoolId, id: itemId })
}

/** Somebody else is asked to stand in on a line that hangs on one person; no sitting, and nobody is told. */
export async function askDeputy(
  tx: Tx,
  me: Actor,
  line: { id: string; name: string; deputyId: string | null },
  { personId, now, today }: { personId: string } & At,
): Promise<{ ok: boolean }> {
  const here = await candidates(tx, me.organisationId, today)
  if (!here.some((one) => one.personId === personId)) return { ok: false }
  const id = crypto.randomUUID()
  const asked = { successorId: personId, askedAt: now, askedBy: me.personId }
  await tx.insert(handoverItems).values({
    ...{ schoolId: me.organisationId, id, kind: 'relations.deputy', thing: line.id, name: line.name },
    // Who stood in and has left still stands there.
    ...{ href: `/netwerk/${line.id}`, holderId: line.deputyId, ...asked },
  })
  await enqueue(tx, 'handovers.tell', { schoolId: me.organisationId, to: personId, about: 'asked' })
  return { ok: true }
}

export type Answered = { ok: true; item: ItemRow } | Refused<'not-found' | 'not-now'>

/** Yes or no, by who was asked; or written down for her, by who arranges. A no comes back to who asked. */
export async function answer(
  tx: Tx,
  me: Actor,
  id: string,
  { accepted, note, now }: { accepted: boolean; note: string | null; now: Date },
): Promise<Answered> {
  await oneAtATime(tx, id)
  const item = await findItem(tx, me.organisationId, id)
  if (!item?.successorId || !(item.successorId === me.personId || mayArrange(me)))
    return { ok: false, because: 'not-found' }
  if (item.state !== 'asked') return { ok: false, because: 'not-now' }
  await putAnswer(tx, me, { itemId: id, personId: item.successorId, accepted, note, now })
  if (!accepted && item.askedBy && item.askedBy !== me.personId)
    await enqueue(tx, 'handovers.tell', { schoolId: item.schoolId, to: item.askedBy, about: 'declined' })
  return { ok: true, item }
}

/** She is back, or stays after all: everything returns to her, and what was still asked is asked no more. */
export async function takeBack(
  tx: Tx,
  me: Actor,
  id: string,
  { hangings, now }: { hangings: Hangings; now: Date },
): Promise<{ ok: boolean }> {
  const found = await findSitting(tx, me.organisationId, id)
  if (!found || !mayHandOver(me, found.sitting.personId)) return { ok: false }
  const done = await tx
    .update(handovers)
    .set({ returnedAt: now })
    .where(and(sittingIs(me, id), isNull(handovers.returnedAt)))
    .returning({ id: handovers.id })
  if (!done.length) return { ok: false }
  const { personId, lasting, schoolId } = found.sitting
  if (lasting) await sayLastDay(tx, me, { personId, lastDay: null }, hangings)
  await enqueue(tx, 'handovers.back', { schoolId, id })
  return { ok: true }
}
