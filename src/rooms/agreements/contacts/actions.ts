import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { LetterIn, Taken } from '#kit/mail/letterin.ts'
import type { Day } from '#kit/time/day.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { putManners } from '../actions.ts'
import { adultsAround, lineOf } from '../queries.ts'
import { pointsAtSomebody } from '../rules.ts'
import { mayRemoveContact } from './access.ts'
import type { ContactSaid } from './forms.ts'
import { findContact, lineOfCopy, mailsAround } from './queries.ts'
import { digestOf, freshCopyAddress, idOfCopy, isShort } from './rules.ts'
import { contactMoments, copyAddresses } from './tables.ts'

export type NotSo = 'not-found' | 'not-yours' | 'names' | 'future' | 'line' | 'lines' | 'nextOn'
export type Noted = { ok: true; id: string } | { ok: false; because: NotSo }

/** There was contact: a few lines, by whoever had it. A day for what follows becomes the next moment of a line she tends. */
export async function noteContact(
  tx: Tx,
  me: Actor,
  relationId: string,
  said: ContactSaid & { today: Day },
): Promise<Noted> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  const line = await lineOf(tx, me.organisationId, relationId)
  if (!line) return { ok: false, because: 'not-found' }
  const { today, ...told } = said
  const texts = [told.line, told.agreed, told.next].filter((text) => typeof text === 'string')
  const wrong = wrongWith({ ...told, texts }, today)
  if (wrong) return { ok: false, because: wrong }
  if (pointsAtSomebody(texts.join('\n'), [line.name, ...(await adultsAround(tx, me.organisationId, relationId))]))
    return { ok: false, because: 'names' }
  const id = crypto.randomUUID()
  await tx
    .insert(contactMoments)
    .values({ schoolId: me.organisationId, id, relationId, personId: me.personId, ...told })
  if (told.nextOn && mayTend(me, line)) await putManners(tx, me, relationId, { nextOn: told.nextOn })
  return { ok: true, id }
}

type Written = { day: Day; nextOn?: Day | null | undefined; texts: readonly string[] }
function wrongWith({ day, nextOn, texts }: Written, today: Day): NotSo | undefined {
  if (day > today) return 'future'
  if (!texts.length) return 'line'
  if (!isShort(texts)) return 'lines'
  return nextOn && nextOn <= today ? 'nextOn' : undefined
}

/** The day that somebody wrote down for what follows becomes the next moment of the line. */
export async function setNextMoment(tx: Tx, me: Actor, id: string): Promise<Noted> {
  const moment = await findContact(tx, me.organisationId, id)
  const line = moment && (await lineOf(tx, me.organisationId, moment.relationId))
  if (!moment?.nextOn || !line) return { ok: false, because: 'not-found' }
  if (!mayTend(me, line)) return { ok: false, because: 'not-yours' }
  await putManners(tx, me, line.id, { nextOn: moment.nextOn })
  return { ok: true, id: line.id }
}

export async function removeContact(tx: Tx, me: Actor, id: string): Promise<Noted> {
  const moment = await findContact(tx, me.organisationId, id)
  if (!moment) return { ok: false, because: 'not-found' }
  if (!isColleague(me) || !mayRemoveContact(me, moment)) return { ok: false, because: 'not-yours' }
  await tx.delete(contactMoments).where(and(eq(contactMoments.schoolId, me.organisationId), eq(contactMoments.id, id)))
  return { ok: true, id: moment.relationId }
}

/** An address of its own for this line; a new one ends the one before. */
export async function makeCopyAddress(tx: Tx, me: Actor, relationId: string, today: Day): Promise<Noted> {
  const line = await lineOf(tx, me.organisationId, relationId)
  if (!line) return { ok: false, because: 'not-found' }
  if (!mayTend(me, line)) return { ok: false, because: 'not-yours' }
  const local = freshCopyAddress()
  const fresh = { local, localDigest: digestOf(local), madeOn: today }
  await tx
    .insert(copyAddresses)
    .values({ schoolId: me.organisationId, relationId, ...fresh })
    .onConflictDoUpdate({ target: [copyAddresses.schoolId, copyAddresses.relationId], set: fresh })
  return { ok: true, id: relationId }
}

/** As a guest with the digest of an address: of the letter only who wrote it is put ready, and that as a digest. */
export async function takeCopy(tx: Tx, key: string, letter: LetterIn, today: Day): Promise<Taken> {
  if (!(await lineOfCopy(tx, key))) return { ok: false, because: 'unknown' }
  const id = idOfCopy(key, letter.messageId || `${letter.from} ${letter.text}`)
  await enqueue(tx, 'agreements.copied', { key, id, from: digestOf(letter.from), day: today })
  return { ok: true }
}

export type Copied = { key: string; id: string; from: string; day: Day }
/** As the keeper: there was a letter from a colleague or from somebody on the card. From anyone else: nothing. */
export async function noteCopy(tx: Tx, { key, id, from, day }: Copied): Promise<boolean> {
  const line = await lineOfCopy(tx, key)
  if (!line) return false
  const { inside, outside } = await mailsAround(tx, line, day)
  const colleague = inside.find(({ mail }) => digestOf(mail) === from)
  const face = outside.find(({ mail }) => digestOf(mail) === from)
  if (!colleague && !face) return false
  const who = colleague
    ? { direction: 'out' as const, personId: colleague.personId }
    : { direction: 'in' as const, faceId: face?.faceId ?? null }
  const noted = await tx
    .insert(contactMoments)
    .values({ ...line, id, day, kind: 'spoke', way: 'copied', ...who })
    .onConflictDoNothing()
    .returning({ id: contactMoments.id })
  return noted.length > 0
}
