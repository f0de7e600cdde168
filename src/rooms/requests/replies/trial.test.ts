// For the tests beside it only: a school, a partner with a mail address, and the real listener.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { sql } from 'drizzle-orm'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import type { Config } from '#kit/config/read.ts'
import { actingAs, actingAsGuest, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { workOnce } from '#kit/jobs/work.ts'
import { listenForMail } from '#kit/mail/listen.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { atWork } from '#test/at-work.ts'
import { aSmallTown } from '#test/small-town.ts'
import { ask } from '../actions.ts'
import { workers } from '../jobs.ts'
import { receive } from '../listens.ts'

export const { db, school, teacher } = await aSmallTown()
export const lotte = 'lotte@spraakwater.example'
export const config = {
  ...{ baseUrl: 'https://kl.example', mailIn: { domain: 'antwoord.kl.example', port: 0 } },
} as unknown as Config
export const asKeeper = <T>(work: Parameters<typeof actingAsKeeper<T>>[1]) => actingAsKeeper(db, work)
export const asGuest = <T>(key: string, work: Parameters<typeof actingAsGuest<T>>[2]) => actingAsGuest(db, key, work)
export const rows = <R>(statement: ReturnType<typeof sql>) => asKeeper((tx) => rowsOf<R>(tx, statement))

export const log: string[] = []
const relationId = await asKeeper(async (tx) => {
  const [line] = await tx
    .insert(relations)
    .values({ schoolId: school, name: 'Spraakwater', levels: ['group'] })
    .returning()
  const id = line!.id
  const face = {
    name: 'Lotte Logopedist',
    mail: 'Lotte@Spraakwater.example',
    days: [],
    source: 'de website van Spraakwater',
  }
  await tx.insert(faces).values({ schoolId: school, relationId: id, rank: 0, ...face })
  await tx.execute(sql`update people set mail = 'joris@regenboog.example' where id = ${teacher.personId}`)
  return id
})
const lent = receive({ config, asGuest, nudge: () => {} })
export const post = await listenForMail({
  domain: 'antwoord.kl.example',
  host: '127.0.0.1',
  port: 0,
  receive: lent,
  log: (line) => void log.push(line),
})
after(() => post.stop())

type Sent = { to: string; subject: string; text: string; replyTo?: string }
export const sent: Sent[] = []
/** Does what waits, and takes the letters out of the last box. */
export async function delivered(): Promise<Sent[]> {
  const letters: Sent[] = []
  const all = {
    ...workers({ ...atWork(db), config, asKeeper, as: async () => 'gone' }),
    mail: async (letter: Record<string, unknown>) => void letters.push(letter as Sent),
  }
  while (await workOnce(db, all));
  sent.push(...letters)
  const failed = await rows(sql`select kind, last_error from outbox where last_error is not null`)
  assert.deepEqual(failed, [])
  return letters
}

export async function aQuestion(what = 'Kun je een keer meekijken in de kring?') {
  const asked = await actingAs(db, teacher, (tx) =>
    ask(
      tx,
      teacher,
      { level: 'group', what, forWhom: 'groep 1', wishDay: '2027-01-20' },
      { to: { relationId }, now: new Date(), today: '2026-11-24' },
    ),
  )
  assert.ok(asked.ok)
  const letter = (await delivered()).find(({ to, replyTo }) => replyTo && to.toLowerCase() === lotte)
  assert.ok(letter?.replyTo)
  return { id: asked.id, letter, to: letter.replyTo }
}

export const momentsOf = (id: string) =>
  rows<{ kind: string; text: string | null; left: string[] | null; by: string }>(
    sql`select kind, text, left_out as left, by_name as by from request_moments where request_id = ${id} and kind <> 'asked' order by at`,
  )

export async function send(mail: SendMailOptions & { to: string }) {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: post.port, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({ from: `Lotte <${lotte}>`, subject: 'Re: Een vraag', ...mail })
    return 250
  } catch (fault) {
    return (fault as { responseCode?: number }).responseCode ?? 0
  } finally {
    transport.close()
  }
}
