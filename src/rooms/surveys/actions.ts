import { createHash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { lock, tokenFor, unlock } from '#kit/vault/vault.ts'
import { findOrganisation } from '#rooms/organisations/door.ts'
import { colleagues, colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayClose } from './access.ts'
import type { VoteSaid } from './forms.ts'
import { voteLetter } from './mails/letters.ts'
import { findPoll, type Opened, openedBy, silentVoters } from './queries.ts'
import { fewestVoices, noVotes, oneMore, readTotals, takesVotes, tellable, writeTotals } from './rules.ts'
import { emptySheet, fewestAnswers, readSheet, tellableSheet, withAnswers, writeSheet } from './soundings/rules.ts'
import { type Poll, type PollKind, pollBoxes, polls, pollVoters, pollVotes } from './tables.ts'

export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
type One = { schoolId: string; id: string }
const boxOf = ({ schoolId, id }: One) => `box|${schoolId}|${id}`
/** The same in every letter to the same voter, and made nowhere but here. */
export const voterToken = ({ schoolId, id }: One, personId: string) => tokenFor(`vote|${schoolId}|${id}|${personId}`)

export type Asking = { kind: PollKind; closesOn: Day; question: string; path: string }
export type Asked = { ok: true; id: string } | { ok: false; because: 'not-yours' | 'day' | 'few' }

/** Asks the whole team; each gets a letter with a personal link, and a reminder two days before it closes. */
export async function askTheTeam(
  tx: Tx,
  me: Actor,
  said: Asking,
  { today, baseUrl }: { today: Day; baseUrl: string },
): Promise<Asked> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  if (said.closesOn <= today || said.closesOn > dayPlus(today, 90)) return { ok: false, because: 'day' }
  const schoolId = me.organisationId
  const team = (await colleaguesOf(tx, schoolId, today)).filter(({ roles, from }) => isOfTeam(roles, from, today))
  if (team.length < fewestOf(said.kind)) return { ok: false, because: 'few' }
  const poll = { schoolId, id: crypto.randomUUID() }
  const schoolName = (await findOrganisation(tx, schoolId))?.name ?? ''
  await tx.insert(polls).values({ ...poll, ...said, schoolName, askedBy: me.personId, askedOn: today })
  const empty = said.kind === 'sounding' ? writeSheet(emptySheet) : writeTotals(noVotes)
  if (said.kind !== 'open')
    await tx.insert(pollBoxes).values({ schoolId, pollId: poll.id, sealed: lock(empty, boxOf(poll)) })
  for (const { personId } of team)
    await tx
      .insert(pollVoters)
      .values({ schoolId, pollId: poll.id, personId, tokenDigest: digestOf(voterToken(poll, personId)) })
  for (const { personId, name, mail, language } of team)
    if (mail && personId !== me.personId) {
      const to = { name, mail, link: linkOf(baseUrl, poll, personId), language: language ?? 'nl' }
      await enqueueMail(tx, voteLetter({ ...said, schoolName, ...to }, false))
    }
  await enqueue(tx, 'surveys.remind', poll, new Date(`${dayPlus(said.closesOn, -2)}T06:00:00Z`))
  await enqueue(tx, 'surveys.close', poll, new Date(`${dayPlus(said.closesOn, 1)}T02:00:00Z`))
  return { ok: true, id: poll.id }
}

/** Of fewer voices than this nothing is told, so that fewer are not asked. Openly, everybody may be alone. */
const fewestOf = (kind: PollKind) => ({ open: 1, totals: fewestVoices, sounding: fewestAnswers })[kind]

const isOfTeam = (roles: readonly string[], from: Day | null, today: Day) =>
  (from === null || from <= today) && roles.some((role) => (colleagues as readonly string[]).includes(role))
const linkOf = (baseUrl: string, poll: One, personId: string) => `${baseUrl}/stem/${voterToken(poll, personId)}`

/**
 * As a guest with a key: her voice and its poll, when this house made that very link for her. Whoever asks writes the rows of
 * who votes: in the database she could write keys of her own beside her colleagues' names, and vote in their place until
 * the totals are one colleague's vote.
 */
export async function openLink(tx: Tx, digest: string): Promise<Opened | undefined> {
  const opened = await openedBy(tx, digest)
  return opened && digestOf(voterToken(opened.poll, opened.personId)) === digest ? opened : undefined
}

export type Cast = { ok: true } | { ok: false; because: 'closed' | 'voted' }

/**
 * One voice, once. With totals only exactly the same is written whatever she says: that she voted, and the locked totals
 * anew. That is why nothing in the database says what.
 */
export async function castVote(
  tx: Tx,
  { poll, personId }: { poll: Poll; personId: string },
  said: Voice,
  today: Day,
): Promise<Cast> {
  if (!takesVotes(poll, today)) return { ok: false, because: 'closed' }
  // The box first: what was locked with another secret of the house takes no voices any more.
  const next = poll.kind === 'open' ? '' : counting(poll.kind, await boxIn(tx, poll), said)
  if (next === undefined || (poll.kind === 'sounding') !== 'answers' in said) return { ok: false, because: 'closed' }
  const { schoolId, id: pollId } = poll
  const voice = and(
    eq(pollVoters.schoolId, schoolId),
    eq(pollVoters.pollId, pollId),
    eq(pollVoters.personId, personId),
    eq(pollVoters.voted, false),
  )
  const counted = await tx.update(pollVoters).set({ voted: true }).where(voice).returning({ id: pollVoters.id })
  if (!counted.length) return { ok: false, because: 'voted' }
  if (poll.kind === 'open' && 'vote' in said) {
    const { vote: stage, why, takesUp } = said
    await tx.insert(pollVotes).values({ schoolId, pollId, personId, stage, why, takesUp })
  } else
    await tx
      .update(pollBoxes)
      .set({ sealed: lock(next, boxOf(poll)) })
      .where(and(eq(pollBoxes.schoolId, schoolId), eq(pollBoxes.pollId, pollId)))
  return { ok: true }
}

/** A vote about a plan, or the places of the answers to each statement. */
export type Voice = VoteSaid | { answers: readonly number[] }

/** What the box holds with this voice in it; nothing when it does not open any more. */
function counting(kind: PollKind, box: string | undefined, said: Voice): string | undefined {
  if ('answers' in said) {
    const sheet = kind === 'sounding' ? readSheet(box) : undefined
    return sheet && writeSheet(withAnswers(sheet, said.answers))
  }
  const totals = kind === 'totals' ? readTotals(box) : undefined
  return totals && writeTotals(oneMore(totals, said.vote))
}

/** The running totals, which nobody else changes until this voice has been counted. */
async function boxIn(tx: Tx, poll: Poll) {
  const [box] = await rowsOf<{ sealed: string }>(
    tx,
    sql`select sealed from ${pollBoxes} where school_id = ${poll.schoolId} and poll_id = ${poll.id} for update`,
  )
  return unlock(box?.sealed ?? '', boxOf(poll))
}

/** Asks the house to close it now. The house does it itself, so that nobody looks into the box. */
export async function closeSooner(tx: Tx, me: Actor, id: string): Promise<PollDone> {
  const poll = await findPoll(tx, me.organisationId, id, me.personId)
  if (!poll || !mayClose(me, poll)) return { ok: false, because: 'not-found' }
  if (poll.closedOn) return { ok: true }
  if (poll.kind !== 'open' && poll.voted < fewestOf(poll.kind)) return { ok: false, because: 'few' }
  await enqueue(tx, 'surveys.close', { schoolId: poll.schoolId, id })
  return { ok: true }
}
export type PollDone = { ok: true } | { ok: false; because: 'not-found' | 'few' }

/** As the keeper: the totals are told when enough voted, and the box is gone. */
export async function closePoll(tx: Tx, { schoolId, id }: One, today: Day): Promise<void> {
  const one = and(eq(polls.schoolId, schoolId), eq(polls.id, id))
  const [closed] = await tx
    .update(polls)
    .set({ closedOn: today })
    .where(and(one, isNull(polls.closedOn)))
    .returning()
  if (!closed || closed.kind === 'open') return
  const [box] = await tx
    .delete(pollBoxes)
    .where(and(eq(pollBoxes.schoolId, schoolId), eq(pollBoxes.pollId, id)))
    .returning()
  const held = unlock(box?.sealed ?? '', boxOf({ schoolId, id }))
  const sheet = tellableSheet(readSheet(held))
  const told = closed.kind === 'sounding' ? sheet && { sheet: writeSheet(sheet) } : tellable(readTotals(held))
  if (told) await tx.update(polls).set(told).where(one)
}

/** As the keeper: who has not voted yet hears once more, with the same link. */
export async function remindVoters(tx: Tx, baseUrl: string, one: One, today: Day): Promise<number> {
  const { poll, silent } = await silentVoters(tx, one.schoolId, one.id, today)
  if (!poll || !takesVotes(poll, today)) return 0
  const written = silent.flatMap(({ mail, ...voter }) => (mail ? [{ ...voter, mail }] : []))
  for (const { personId, name, mail, language } of written) {
    const to = { name, mail, link: linkOf(baseUrl, one, personId), language: language ?? 'nl' }
    await enqueueMail(tx, voteLetter({ ...poll, ...to }, true))
  }
  return written.length
}
