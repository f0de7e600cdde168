import { createHash } from 'node:crypto'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { LetterIn, Taken } from '#kit/mail/letterin.ts'
import { openedByReply } from '../links/queries.ts'
import { momentsOf, oneAtATime } from '../queries.ts'
import { canDo, didEnough, stateOf } from '../rules.ts'
import { type leftOut, requestMoments } from '../tables.ts'
import { withoutPersons } from './rules.ts'

type Left = (typeof leftOut)[number]

/**
 * As a guest with the digest of a reply address: an answer that came by mail, from the address the question went to.
 * Nobody can be asked to write it anew, so what points at a person is taken out, and it is said that it was.
 */
export async function takeReply(tx: Tx, digest: string, letter: LetterIn, now: Date): Promise<Taken> {
  const opened = await openedByReply(tx, digest)
  if (!opened) return { ok: false, because: 'unknown' }
  const { request, link } = opened
  if (letter.from !== link.mail) return { ok: false, because: 'sender' }
  if (!letter.text) return { ok: false, because: 'empty' }
  await oneAtATime(tx, request.id)
  const told = await momentsOf(tx, request.schoolId, request.id)
  if (!canDo('asked', stateOf(told), 'answered')) return { ok: false, because: 'closed' }
  const id = idOf(request.id, letter)
  // A post office that did not hear our yes sends the same letter again.
  if (told.some((moment) => moment.id === id)) return { ok: true }
  if (didEnough(told, link.id, now)) return { ok: false, because: 'wait' }
  const { text, cleared } = withoutPersons(letter.text, [link.name, request.asker ?? ''])
  const left: Left[] = [...letter.leftOut, ...(cleared ? (['personal'] as const) : [])]
  await tx.insert(requestMoments).values({
    ...{ schoolId: request.schoolId, requestId: request.id, id, at: now, kind: 'answered', side: 'asked' },
    ...{ linkId: link.id, byName: link.name, text, leftOut: left },
  })
  const about = { schoolId: request.schoolId, id: request.id }
  await enqueue(tx, 'requests.tell', { ...about, about: 'answered', to: 'asking' })
  const missed = left.filter((what) => what !== 'quote')
  if (missed.length) await enqueue(tx, 'requests.tell', { ...about, about: 'left', to: 'asked', left: missed })
  return { ok: true }
}

/** The same letter to the same request has the same id. */
function idOf(requestId: string, { messageId, text }: LetterIn): string {
  const digest = createHash('sha256')
    .update(`${requestId}\n${messageId || text}`)
    .digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}
