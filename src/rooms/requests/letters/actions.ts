import { and, eq, isNull } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { dayOf } from '#kit/time/day.ts'
import {
  accountLetter,
  askLetter,
  closedLetter,
  codeLetter,
  type Left,
  leftOutLetter,
  linkLetter,
  newsLetter,
  type Way,
} from '../mails/letters.ts'
import { dueBy, isClosed, isEarly, stateOf, waitsOn } from '../rules.ts'
import { type MomentKind, requestLinks, requestMoments, requestVisits } from '../tables.ts'
import {
  codesLately,
  contactsAt,
  everyLinkEnded,
  type ForLetter,
  facesToWrite,
  lastLink,
  linksLately,
  requestForLetter,
  toldOf,
  visitToPost,
} from './queries.ts'
import { digestOf, faceFor, freshCode, freshReplyAddress, freshToken, linkEnds, visitKeyOf } from './rules.ts'

export type House = Pick<Config, 'baseUrl' | 'mailIn'>
type One = { schoolId: string; id: string }
/** What a letter is about: what happened, that somebody is reminded, or that an answer by mail was not kept whole. */
export type News = MomentKind | 'left'
export type Order = One & { about: News; to: 'asking' | 'asked'; faceId?: string | null; left?: Left[] }

/** As the keeper: writes the letter that a deed asked for, when it still makes sense. */
export async function tell(tx: Tx, house: House, order: Order, now: Date): Promise<void> {
  const found = await requestForLetter(tx, order.schoolId, order.id)
  // What has been forgotten, or removed with its partner, is not written about.
  if (!found || found.request.what === null) return
  if (order.to === 'asking') return tellAsking(tx, house, found, 'news')
  // Answered or closed before the letter was written: then there is nothing to ask any more.
  const told = await toldOf(tx, order.schoolId, order.id)
  if (order.about === 'asked' && waitsOn({ party: 'asked' }, told) !== 'me') return
  await tellAsked(tx, house, found, order, now)
}

/** To her who asked; when she has gone, to who holds the line. */
async function tellAsking(tx: Tx, house: House, found: ForLetter, kind: 'news' | 'overdue') {
  const reader = found.asker?.mail ? found.asker : found.owner
  if (!reader?.mail || !reader.name) return
  const about = found.partner ?? found.colleague?.name ?? ''
  const link = `${house.baseUrl}/vragen/${found.request.id}`
  const { mail: to, name, language } = reader
  await enqueueMail(tx, newsLetter(kind, { to, name, about, link, language: language ?? 'nl' }))
}

const closing: readonly News[] = ['withdrawn', 'rerouted', 'done']

async function tellAsked(tx: Tx, house: House, found: ForLetter, order: Order, now: Date) {
  const { request } = found
  const readers = await readersOf(tx, found, order.faceId ?? null, now)
  for (const { name, mail, faceId, source, hasAccount, language } of readers) {
    const { schoolName: school, askerName } = request
    const to = { to: mail, name, school, asker: askerName ?? school, language: language ?? 'nl' }
    if (closing.includes(order.about)) await enqueueMail(tx, closedLetter(to))
    else if (order.about === 'left') await enqueueMail(tx, leftOutLetter(to, order.left ?? []))
    else if (hasAccount) await enqueueMail(tx, accountLetter(to, `${house.baseUrl}/vragen/${request.id}`))
    else {
      const way = await makeLink(tx, house, found, { name, mail, faceId }, now)
      const isQuestion = order.about === 'asked' || order.about === 'reminded'
      const question = { ...request, what: request.what ?? '', source }
      await enqueueMail(
        tx,
        isQuestion ? askLetter(to, question, way, order.about === 'reminded') : linkLetter('more', to, way),
      )
    }
  }
}

type Reader = {
  name: string
  mail: string
  faceId: string | null
  source: string | null
  hasAccount: boolean
  /** Known of who has an account and chose one. */
  language: string | null
}

/** Who is written to on the other side: one face by a link, else those who speak for the partner, or the colleague. */
async function readersOf(tx: Tx, found: ForLetter, chosen: string | null, now: Date): Promise<Reader[]> {
  const { request, colleague, colleagueIsHere, organisationId } = found
  if (request.personId)
    return colleague?.mail && colleagueIsHere
      ? [
          {
            ...{ name: colleague.name, mail: colleague.mail, language: colleague.language },
            ...{ faceId: null, source: null, hasAccount: colleague.accountId !== null },
          },
        ]
      : []
  const before = await lastLink(tx, request.schoolId, request.id)
  const faces = await facesToWrite(tx, request.schoolId, request.relationId ?? '', dayOf(now))
  const face = faceFor(faces, chosen, before?.faceId ?? null)
  const unknown = { hasAccount: false, language: null }
  if (face) return [{ name: face.name, mail: face.mail, faceId: face.id, source: face.source, ...unknown }]
  const contacts = organisationId ? await contactsAt(tx, organisationId) : []
  return contacts.flatMap(({ name, mail, language }) =>
    mail ? [{ name, mail, faceId: null, source: null, hasAccount: true, language }] : [],
  )
}

type ForWhom = Pick<Reader, 'name' | 'mail' | 'faceId'>

/** A new personal link. The secrets are in the letter only; here stay their digests. */
async function makeLink(tx: Tx, house: House, { request }: ForLetter, reader: ForWhom, now: Date): Promise<Way> {
  const token = freshToken()
  const reply = freshReplyAddress()
  await tx.insert(requestLinks).values({
    ...{ schoolId: request.schoolId, requestId: request.id, faceId: reader.faceId, personId: request.personId },
    ...{
      name: reader.name,
      mail: reader.mail.toLowerCase(),
      tokenDigest: digestOf(token),
      replyDigest: digestOf(reply),
    },
    ...{ sentAt: now, expiresAt: linkEnds(now, request.answerBy) },
  })
  return {
    link: `${house.baseUrl}/vraag/${token}`,
    replyTo: house.mailIn ? `${reply}@${house.mailIn.domain}` : undefined,
  }
}

/** As the keeper: a link to this request for whoever is asked, where no letter is needed. */
export async function linkFor(tx: Tx, house: House, { schoolId, id }: One, now: Date): Promise<string | undefined> {
  const found = await requestForLetter(tx, schoolId, id)
  const [reader] = found ? await readersOf(tx, found, null, now) : []
  return found && reader && (await makeLink(tx, house, found, reader, now)).link
}

const mostLinksAnHour = 5

/** As the keeper: a new link instead of the old, to the same person. The old ones end. */
export async function sendNewLink(tx: Tx, house: House, { schoolId, id }: One, now: Date): Promise<void> {
  const found = await requestForLetter(tx, schoolId, id)
  if (!found || found.request.what === null || isClosed(stateOf(await toldOf(tx, schoolId, id)))) return
  if ((await linksLately(tx, schoolId, id)) >= mostLinksAnHour) return
  const [reader] = (await readersOf(tx, found, null, now)).filter(({ hasAccount }) => !hasAccount)
  if (!reader) return
  await tx
    .update(requestLinks)
    .set({ revokedAt: now })
    .where(and(eq(requestLinks.schoolId, schoolId), eq(requestLinks.requestId, id), isNull(requestLinks.revokedAt)))
  const way = await makeLink(tx, house, found, reader, now)
  const { schoolName: school, askerName } = found.request
  const { mail: to, name, language } = reader
  const given = { to, name, school, asker: askerName ?? school, language: language ?? 'nl' }
  await enqueueMail(tx, linkLetter('link', given, way))
}

/** As the keeper, on the day that was set when it was asked: nothing, when it no longer waits on who was asked. */
export async function remind(
  tx: Tx,
  house: House,
  order: One & { to: 'asking' | 'asked' },
  now: Date,
): Promise<boolean> {
  const { schoolId, id, to } = order
  const found = await requestForLetter(tx, schoolId, id)
  const told = await toldOf(tx, schoolId, id)
  if (!found || found.request.what === null || waitsOn({ party: 'asked' }, told) !== 'me') return false
  if (to === 'asked' && (await everyLinkEnded(tx, schoolId, id))) return false
  if (isEarly(to, { answerBy: found.request.answerBy, told, today: dayOf(now) })) return false
  await tx.insert(requestMoments).values({ schoolId, requestId: id, at: now, kind: 'reminded', side: to })
  const request = { ...found.request, answerBy: dueBy(found.request.answerBy, told) }
  if (to === 'asked') await tellAsked(tx, house, { ...found, request }, { schoolId, id, about: 'reminded', to }, now)
  else await tellAsking(tx, house, found, 'overdue')
  return true
}

const mostCodesAnHour = 3
const minutesOfVisit = 60

/** As the keeper: six digits to the address of the link they were asked with. Too many in an hour: no letter. */
export async function sendCode(tx: Tx, keyDigest: string, now: Date): Promise<void> {
  const visit = await visitToPost(tx, keyDigest)
  if (!visit || visit.expiresAt < now || (await codesLately(tx, visit.mail)) >= mostCodesAnHour) return
  const code = freshCode()
  await tx
    .update(requestVisits)
    .set({
      mail: visit.mail,
      visitDigest: visitKeyOf(keyDigest, code),
      madeAt: now,
      expiresAt: new Date(now.getTime() + minutesOfVisit * 60_000),
    })
    .where(eq(requestVisits.id, visit.id))
  await enqueueMail(tx, codeLetter(visit.mail, code))
}
