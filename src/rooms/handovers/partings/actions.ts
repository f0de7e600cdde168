import { randomBytes } from 'node:crypto'
import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Hangings, Newcomer } from '#kit/http/hanging.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { eraseContents, eraseRemoved } from '#kit/trail/erase.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import type { PartingSaid, SuccessorSaid } from './forms.ts'
import { namedLetter, whoFollowsLetter } from './mails/letters.ts'
import {
  facesOfOurs,
  type Held,
  hangingOn,
  type LeaverAt,
  leaverAt,
  partingForLetter,
  saidJustBefore,
} from './queries.ts'
import { chosenIn, digestOf, linkEnds, settlesAt } from './rules.ts'
import { partingAnswers, partingLinks, partings } from './tables.ts'

export type Given = { now: Date; today: Day; hangings: Hangings; source: string }
type Refused<Because extends string> = { ok: false; because: Because }
export type Parted = { ok: true; id: string } | Refused<'not-found' | 'name' | 'follows'>
type At = { relationId: string; faceId: string }

const partingIs = (schoolId: string, id: string) => and(eq(partings.schoolId, schoolId), eq(partings.id, id))
const lastDay = async (tx: Tx, me: Actor, { outside }: Hangings, given: { outsiderId: string; day: Day | null }) => {
  for (const room of outside) await room.lastDay?.(tx, me, given)
}

/** The one sitting: from when she is gone, and who follows. Said again it is put differently. */
export async function part(tx: Tx, me: Actor, at: At, said: PartingSaid, given: Given): Promise<Parted> {
  const found = await leaverAt(tx, me.organisationId, at, given.today)
  if (!found || !mayTend(me, found.relation)) return { ok: false, because: 'not-found' }
  const chosen = chosenIn(said.follows)
  if (!chosen) return { ok: false, because: 'follows' }
  if (chosen.way === 'new' && !said.name) return { ok: false, because: 'name' }
  const asked = chosen.way === 'ask' ? whomToAsk(found, chosen.id) : undefined
  if (chosen.way === 'ask' && !asked) return { ok: false, because: 'follows' }
  if (chosen.way === 'face' && !found.others.some(({ id }) => id === chosen.id))
    return { ok: false, because: 'follows' }
  const successorId =
    chosen.way === 'face'
      ? chosen.id
      : chosen.way === 'new'
        ? await introduce(tx, me, at.faceId, { ...said, name: said.name ?? '' }, given)
        : null
  const id = await put(tx, me, found, { stopsOn: said.stopsOn, successorId }, given)
  if (asked) await enqueue(tx, 'handovers.follows', { schoolId: me.organisationId, id, faceId: asked })
  return { ok: true, id }
}

const whomToAsk = ({ face, others }: LeaverAt, id: string) =>
  [face, ...others].find((one) => one.id === id && one.mail)?.id

async function introduce(
  tx: Tx,
  me: Actor,
  besides: string,
  { name, work, phone, mail }: Omit<Newcomer, 'source'>,
  { hangings, source }: Given,
): Promise<string | null> {
  for (const { introduce: bring } of hangings.outside) {
    const id = await bring?.(tx, me, { besides, name, work, phone, mail, source })
    if (id) return id
  }
  return null
}

type Put = { stopsOn: Day; successorId: string | null }
async function put(tx: Tx, me: Actor, { face, parting }: LeaverAt, { stopsOn, successorId }: Put, given: Given) {
  const schoolId = me.organisationId
  const id = parting?.id ?? crypto.randomUUID()
  const now = { stopsOn, successorId, confirmedOn: given.today }
  if (parting) await tx.update(partings).set(now).where(partingIs(schoolId, id))
  else
    await tx.insert(partings).values({
      ...{ schoolId, id, relationId: face.relationId, faceId: face.id, ...now },
      ...{ saidBy: 'school', startedBy: me.personId, startedAt: given.now },
    })
  await lastDay(tx, me, given.hangings, { outsiderId: face.id, day: stopsOn })
  await enqueue(tx, 'handovers.parted', { schoolId, id }, settlesAt(stopsOn, given.now))
  return id
}

/** Whom the partner named follows: she comes on the card, and the day that was said stands. */
export async function takeAnswer(
  tx: Tx,
  me: Actor,
  at: At,
  answerId: string,
  given: Given,
): Promise<{ ok: true; name: string } | Refused<'not-found'>> {
  const found = await leaverAt(tx, me.organisationId, at, given.today)
  if (!found?.parting || !mayTend(me, found.relation)) return { ok: false, because: 'not-found' }
  const [named] = await tx
    .select()
    .from(partingAnswers)
    .where(
      and(
        ...[eq(partingAnswers.schoolId, me.organisationId), eq(partingAnswers.id, answerId)],
        eq(partingAnswers.partingId, found.parting.id),
      ),
    )
  if (!named) return { ok: false, because: 'not-found' }
  const successorId = await introduce(tx, me, at.faceId, named, given)
  await put(tx, me, found, { stopsOn: found.parting.stopsOn, successorId }, given)
  return { ok: true, name: named.name }
}

/** She stays after all: she is on the card again, and the question who follows is asked no more. */
export async function staysAfterAll(tx: Tx, me: Actor, at: At, given: Given): Promise<{ ok: boolean }> {
  const found = await leaverAt(tx, me.organisationId, at, given.today)
  if (!found?.parting || found.parting.settledAt || !mayTend(me, found.relation)) return { ok: false }
  await tx.delete(partings).where(partingIs(me.organisationId, found.parting.id))
  await lastDay(tx, me, given.hangings, { outsiderId: at.faceId, day: null })
  return { ok: true }
}

/** With an account: her own access ends on that day, when a colleague of hers can go on. */
export async function endMyAccess(
  tx: Tx,
  me: Actor,
  { day, today, hangings }: { day: Day; today: Day; hangings: Hangings },
): Promise<boolean> {
  const team = await colleaguesOf(tx, me.organisationId, today)
  if (!team.some((one) => one.personId !== me.personId && one.hasAccount && (!one.until || one.until > day)))
    return false
  for (const { lastDay: say } of hangings.leaving) await say?.(tx, me, { personId: me.personId, day })
  return true
}

export type Saying = { said: SuccessorSaid; now: Date }
type Place = Pick<Held, 'schoolId' | 'relationId'> & { faceId: string | null; partingId: string | null }

/** As who stops, with an account: at each of these schools, with who follows. The school takes it over there. */
export async function sayIStop(
  tx: Tx,
  me: Actor,
  ids: readonly string[],
  { said, now, today }: Saying & { today: Day },
): Promise<{ ok: true; schools: number } | Refused<'none'>> {
  const here = (await facesOfOurs(tx, me.organisationId, me.personId, today)).filter(({ faceId }) =>
    ids.includes(faceId),
  )
  if (!here.length) return { ok: false, because: 'none' }
  for (const { schoolId, relationId, faceId, parting, name } of here)
    await nameOne(tx, { schoolId, relationId, faceId, partingId: parting }, { said, now, byName: name, me })
  return { ok: true, schools: here.length }
}

/** As a guest with a link. */
export const nameSuccessor = (tx: Tx, held: Held, saying: Saying): Promise<void> =>
  nameOne(tx, held, { ...saying, byName: held.name, me: undefined })

type Naming = Saying & { byName: string; me: Actor | undefined }
async function nameOne(tx: Tx, at: Place, { said, now, byName, me }: Naming): Promise<void> {
  const { stopsOn, ...named } = said
  const { schoolId, relationId, faceId } = at
  const id = at.partingId ?? crypto.randomUUID()
  if (!at.partingId && faceId)
    await tx.insert(partings).values({
      ...{ schoolId, id, relationId, faceId, stopsOn, saidBy: 'partner' },
      ...{ startedBy: me?.personId ?? null, startedAt: now },
    })
  const answer = crypto.randomUUID()
  const who = { personId: me?.personId ?? null, byName, at: now }
  await tx.insert(partingAnswers).values({ schoolId, id: answer, partingId: id, ...named, ...who })
  await enqueue(tx, 'handovers.named', { schoolId, id, answer })
}

type House = Pick<Config, 'baseUrl'>
type One = { schoolId: string; id: string }

/** As the keeper: a link to say who follows, instead of the one before. Its secret is in the letter only. */
export async function askWhoFollows(tx: Tx, { baseUrl }: House, one: One & { faceId: string }, now: Date) {
  const found = await partingForLetter(tx, one.schoolId, one.id)
  const at = found && { relationId: found.parting.relationId, faceId: found.parting.faceId }
  const leaver = at && (await leaverAt(tx, one.schoolId, at, found.parting.stopsOn))
  const asked = leaver && [leaver.face, ...leaver.others].find(({ id }) => id === one.faceId)
  if (!found || !asked?.mail) return
  const { parting, school: schoolName, partner: partnerName } = found
  await tx
    .delete(partingLinks)
    .where(and(eq(partingLinks.schoolId, one.schoolId), eq(partingLinks.partingId, parting.id)))
  const token = randomBytes(32).toString('base64url')
  const toHerself = asked.id === parting.faceId
  await tx.insert(partingLinks).values({
    ...{ schoolId: one.schoolId, partingId: parting.id, relationId: parting.relationId },
    ...{ name: asked.name, mail: asked.mail, leaver: found.leaver, schoolName, partnerName },
    ...{ tokenDigest: digestOf(token), sentAt: now, expiresAt: linkEnds(now, parting.stopsOn, toHerself) },
  })
  const letter = { to: asked.mail, name: asked.name, school: schoolName, link: `${baseUrl}/opvolging/${token}` }
  await enqueueMail(tx, whoFollowsLetter(letter))
}

/**
 * As the keeper: who holds the line hears that there is something to look at. Once an hour for each parting, however often
 * somebody with a link says it again.
 */
export async function tellWasNamed(tx: Tx, { baseUrl }: House, one: One & { answer?: string | undefined }) {
  const found = await partingForLetter(tx, one.schoolId, one.id)
  if (!found?.owner?.mail || !found.owner.name) return
  if (one.answer && (await saidJustBefore(tx, one.schoolId, one.answer))) return
  const { relationId, faceId } = found.parting
  const link = `${baseUrl}/netwerk/${relationId}/gezichten/${faceId}/vertrek`
  const { mail, name, language } = found.owner
  await enqueueMail(tx, namedLetter({ to: mail, name, link }, language ?? 'nl'))
}

/** As the keeper, on her last day: what hangs on her goes to who follows, or ends with her. Done again it changes nothing. */
export async function settleParting(
  tx: Tx,
  one: One,
  { hangings, now, today }: Omit<Given, 'source'>,
): Promise<boolean> {
  const found = await partingForLetter(tx, one.schoolId, one.id)
  const parting = found?.parting
  if (!parting?.confirmedOn || parting.settledAt || parting.stopsOn > today) return false
  const her = { organisationId: one.schoolId, outsiderId: parting.faceId, today }
  const kinds = new Map(hangings.outside.flatMap(({ hangs = [] }) => hangs).map((kind) => [kind.kind, kind]))
  const { schoolId: organisationId } = one
  for (const { kind, id } of await hangingOn(tx, hangings, her))
    await kinds.get(kind)?.pass?.(tx, { organisationId, id, from: parting.faceId, to: parting.successorId, now })
  await tx
    .update(partings)
    .set({ settledAt: now })
    .where(and(partingIs(one.schoolId, one.id), isNull(partings.settledAt)))
  return true
}

/** As the keeper: a year after her last day, with what was said then. */
export async function forgetPartings(tx: Tx, today: Day): Promise<number> {
  const aYearAgo = dayPlus(today, -365)
  // Of who stayed after all, too: what was said of her is in no table any more, and was in the trail still.
  await eraseRemoved(tx, ['partings', 'parting_answers', 'parting_links'], aYearAgo)
  const old = lt(partings.stopsOn, aYearAgo)
  const ids = (await tx.select({ id: partings.id }).from(partings).where(old)).map(({ id }) => id)
  if (!ids.length) return 0
  const answers = await tx
    .delete(partingAnswers)
    .where(inArray(partingAnswers.partingId, ids))
    .returning({ id: partingAnswers.id })
  const links = await tx
    .delete(partingLinks)
    .where(inArray(partingLinks.partingId, ids))
    .returning({ id: partingLinks.id })
  await eraseContents(
    tx,
    'parting_answers',
    answers.map(({ id }) => id),
  )
  await eraseContents(
    tx,
    'parting_links',
    links.map(({ id }) => id),
  )
  await tx.delete(partings).where(old)
  await eraseContents(tx, 'partings', ids)
  return ids.length
}
