import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { without } from '#kit/text/without.ts'
import type { Day } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { cleared } from '#rooms/trade/door.ts'
import { openLines } from '../queries.ts'
import { mayInvolve } from '../resolutions/access.ts'
import { isAhead } from '../resolutions/rules.ts'
import { type About, resolutionLetter } from './mails/letters.ts'
import { type At, type LetterAt, letterAt, mailedSince } from './queries.ts'
import { type LetterWay, resolutionLetters } from './tables.ts'

export type Sent =
  | { ok: true; to: string }
  | { ok: false; because: 'not-found' | 'no-mail' | 'gone' | 'names' | 'many' }

/** So many a day by mail: all partners of a large school about two decisions. Who presses on goes on tomorrow, or on paper. */
export const mostMailed = 80
const aDay = 24 * 3600 * 1000

/** What I may write to this partner about this decision, when it is ticked as involved or informed. */
export async function letterToWrite(tx: Tx, me: Actor, at: At, today: Day): Promise<LetterAt | undefined> {
  const found = isColleague(me) ? await letterAt(tx, me, at, today) : undefined
  return found && mayInvolve(me, found.resolution, found.line) ? found : undefined
}

/** What stands in it. */
export const aboutIn = ({ resolution, line, face, school, asker, way, askUntil }: LetterAt, today: Day): About => ({
  ...{ name: face?.name ?? line.name, school, title: resolution.title, about: resolution.about },
  ...{ decidesOn: resolution.decidesOn, past: !isAhead(resolution.decidesOn, today), asker: asker?.name ?? school },
  ...{ way: way === 'informed' ? 'informed' : 'involved', askUntil: askUntil && askUntil >= today ? askUntil : null },
})

/** By mail it goes now; on paper it is noted that it went. Once to each partner, whoever presses it and however often. */
export async function sendLetter(
  tx: Tx,
  me: Actor,
  at: At,
  { way, language, today, now }: { way: LetterWay; language: Language; today: Day; now: Date },
): Promise<Sent> {
  const found = await letterToWrite(tx, me, at, today)
  if (!found) return { ok: false, because: 'not-found' }
  const to = found.face?.mail
  if (way === 'mail' && !to) return { ok: false, because: 'no-mail' }
  const about = aboutIn(found, today)
  if (way === 'mail' && !found.gone && (await isMuch(tx, me, now))) return { ok: false, because: 'many' }
  if (await maybeNamesAChild(tx, me, about, today)) return { ok: false, because: 'names' }
  const written = await tx
    .insert(resolutionLetters)
    .values({
      ...{ schoolId: me.organisationId, resolutionId: at.id, relationId: at.relationId },
      ...{ way, faceId: found.face?.id ?? null, sentBy: me.personId, sentAt: now },
    })
    .onConflictDoNothing()
    .returning({ way: resolutionLetters.way })
  if (!written.length) return { ok: false, because: 'gone' }
  const replyTo = found.asker?.mail ?? undefined
  if (way === 'mail' && to) await enqueueMail(tx, resolutionLetter({ ...about, to, replyTo }, language))
  return { ok: true, to: about.name }
}

/** Whether so many went that this one waits. One at a time in a school: two of the same moment would not see each other. */
async function isMuch(tx: Tx, { organisationId: schoolId }: Actor, now: Date): Promise<boolean> {
  await rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${schoolId}`}, 0))`)
  return (await mailedSince(tx, schoolId, new Date(now.getTime() - aDay))) >= mostMailed
}

/** What leaves the house is read more strictly than what stays: whoever is no colleague and no partner may be a child. */
async function maybeNamesAChild(tx: Tx, me: Actor, { title, about, name }: About, today: Day): Promise<boolean> {
  const staff = await colleaguesOf(tx, me.organisationId, today)
  const lines = await openLines(tx, me.organisationId, today)
  const known = [name, ...[...staff, ...lines].map((one) => one.name)]
  return cleared(without(`${title}. ${about ?? ''}`, known)).warnings.length > 0
}
