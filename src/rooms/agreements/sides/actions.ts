import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { PassedOutside } from '#kit/http/hanging.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { digestOf } from '../contacts/rules.ts'
import { tableLetter } from '../mails/table.ts'
import { lineOf, namesAnother } from '../queries.ts'
import { pointsAtSomebody } from '../rules.ts'
import type { Side } from '../tables.ts'
import type { Answers } from './forms.ts'
import { faceToInvite, lineWithUs, nameOfPerson } from './queries.ts'
import { linkEnds } from './rules.ts'
import { type TableLink, tableLinks, tableSides } from './tables.ts'

export type Sat = { ok: true } | { ok: false; because: 'not-found' | 'names' }
const no = (because: 'not-found' | 'names'): Sat => ({ ok: false, because })
const wordsIn = (answers: Answers) => Object.values(answers).filter(Boolean).join('\n')

type Row = { schoolId: string; relationId: string; side: Side }
async function put(
  tx: Tx,
  { schoolId, relationId, side }: Row,
  filled: Answers & Partial<typeof tableSides.$inferInsert> & { filledOn: Day },
) {
  await tx
    .delete(tableSides)
    .where(and(eq(tableSides.schoolId, schoolId), eq(tableSides.relationId, relationId), eq(tableSides.side, side)))
  await tx.insert(tableSides).values({ schoolId, relationId, side, ...filled })
}

/** The school fills in its own column. */
export async function sitDown(tx: Tx, me: Actor, relationId: string, answers: Answers, today: Day): Promise<Sat> {
  const line = await lineOf(tx, me.organisationId, relationId)
  if (!line || !mayTend(me, line)) return no('not-found')
  if (await namesAnother(tx, { schoolId: line.schoolId, relationId, name: line.name }, wordsIn(answers)))
    return no('names')
  const byName = await nameOfPerson(tx, me.personId)
  await put(
    tx,
    { schoolId: line.schoolId, relationId, side: 'school' },
    { ...answers, filledOn: today, personId: me.personId, byName },
  )
  return { ok: true }
}

/** A partner with an account fills in the other column. */
export async function sitOpposite(tx: Tx, me: Actor, relationId: string, answers: Answers, today: Day): Promise<Sat> {
  const line = await lineWithUs(tx, me.organisationId, relationId)
  if (!line) return no('not-found')
  const byName = await nameOfPerson(tx, me.personId)
  if (pointsAtSomebody(wordsIn(answers), [line.name, line.school, byName ?? ''])) return no('names')
  await put(
    tx,
    { schoolId: line.schoolId, relationId, side: 'partner' },
    { ...answers, filledOn: today, personId: me.personId, byName },
  )
  return { ok: true }
}

/** As a guest: the same, for whoever holds a link. */
export async function sitByLink(tx: Tx, link: TableLink, answers: Answers, today: Day): Promise<Sat> {
  const { schoolId, relationId, name, schoolName, partnerName } = link
  if (pointsAtSomebody(wordsIn(answers), [name, schoolName, partnerName])) return no('names')
  await put(tx, { schoolId, relationId, side: 'partner' }, { ...answers, filledOn: today, byName: name })
  return { ok: true }
}

/** Asks the first face with a mail address to sit down too. */
export async function inviteToTable(
  tx: Tx,
  me: Actor,
  relationId: string,
  today: Day,
): Promise<{ ok: boolean; name: string }> {
  const line = await lineOf(tx, me.organisationId, relationId)
  const face = line && mayTend(me, line) ? await faceToInvite(tx, me.organisationId, relationId, today) : undefined
  if (!line || !face) return { ok: false, name: '' }
  await enqueue(tx, 'agreements.table', { schoolId: me.organisationId, relationId })
  return { ok: true, name: face.name }
}

/** As the keeper: a new link instead of the old, by letter. Its secret is in the letter only. */
export async function sendTableLink(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  { schoolId, relationId }: { schoolId: string; relationId: string },
  now: Date,
): Promise<void> {
  const face = await faceToInvite(tx, schoolId, relationId, dayOf(now))
  if (!face) return
  await tx.delete(tableLinks).where(and(eq(tableLinks.schoolId, schoolId), eq(tableLinks.relationId, relationId)))
  const token = randomBytes(32).toString('base64url')
  await tx
    .insert(tableLinks)
    .values({ schoolId, relationId, ...face, tokenDigest: digestOf(token), sentAt: now, expiresAt: linkEnds(now) })
  const link = `${config.baseUrl}/aan-tafel/${token}`
  await enqueueMail(tx, tableLetter({ to: face.mail, name: face.name, school: face.schoolName, link }))
}

/** As the keeper: her link to the table ends; whoever comes after her gets one of her own. */
export async function passTable(tx: Tx, { organisationId: schoolId, id, to }: PassedOutside) {
  const [ended] = await tx
    .delete(tableLinks)
    .where(and(eq(tableLinks.schoolId, schoolId), eq(tableLinks.id, id)))
    .returning({ relationId: tableLinks.relationId })
  if (!ended) return 'gone' as const
  if (!to) return 'ended' as const
  await enqueue(tx, 'agreements.table', { schoolId, relationId: ended.relationId })
  return 'handed' as const
}
