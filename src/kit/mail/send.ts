import { desc } from 'drizzle-orm'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import * as z from 'zod'
import type { Config } from '#kit/config/read.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue, type Worker } from '#kit/jobs/work.ts'
import { isMail } from '#kit/sheet/contact.ts'
import { letters } from './tables.ts'

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/**
 * What every form of ours takes for an address, the post takes too: of many who are written to, one with an ampersand or an
 * accent would keep the letter from all the others.
 */
const address = z
  .string()
  .max(320)
  .refine((said) => z.email().safeParse(said).success || (isMail(said) && !/\p{Cc}/u.test(said)))

/**
 * One letter to one person. The address must be a single bare one: no name, no list, no line ends, so nothing typed
 * can add a recipient or a header. A subject that breaks off into a new line is put on one.
 */
const letter = z.object({
  to: address,
  subject: z.string().transform(oneLine).pipe(z.string().min(1).max(250)),
  text: z.string().min(1),
  html: z.string().optional(),
  replyTo: address.optional(),
  calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']), content: z.string().min(1) }).optional(),
})
/** For a calendar to take up: beside the words, and as a file. */
export type CalendarPart = { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string }
export type Letter = {
  to: string
  subject: string
  text: string
  html?: string
  replyTo?: string | undefined
  calendar?: CalendarPart | undefined
}

/** Puts a letter in the outbox, in the caller's own transaction: it goes when that is kept, and only then. */
export async function enqueueMail(tx: Tx, given: Letter): Promise<void> {
  await enqueue(tx, 'mail', sound(given))
}

/** The worker for the outbox kind 'mail'. The demo posts nothing, also not when a post office is set. */
export function mailWorker(
  config: Pick<Config, 'mode' | 'smtpUrl' | 'mailFrom'>,
  asKeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Worker {
  if (config.mode === 'demo') return async (payload) => asKeeper((tx) => keep(tx, sound(payload)))
  if (!config.smtpUrl)
    return async () => {
      throw new Error('SMTP_URL is not set, so no mail can be sent')
    }
  const post = postOffice(config.smtpUrl, config.mailFrom)
  return async (payload) => post(sound(payload))
}

export type KeptLetter = typeof letters.$inferSelect

/** The demo's mailbox, newest first. For the keeper. */
export const lettersOf = (tx: Tx, most = 100): Promise<KeptLetter[]> =>
  tx.select().from(letters).orderBy(desc(letters.at)).limit(most)

// What is wrong is said without the letter itself: faults end up in the outbox's table and in logs.
function sound(given: unknown): z.infer<typeof letter> {
  const read = letter.safeParse(given)
  if (read.success) return read.data
  throw new Error(`not a letter: ${read.error.issues.map((issue) => issue.path.join('.')).join(', ')}`)
}

async function keep(tx: Tx, { to, subject, text, html, calendar }: z.infer<typeof letter>) {
  await tx
    .insert(letters)
    .values({ recipient: to, subject, text, html: html ?? null, calendar: calendar?.content ?? null })
}

function postOffice(smtpUrl: string, from: string) {
  const transport = nodemailer.createTransport(connectionOf(smtpUrl))
  return async ({ to, subject, text, html, replyTo, calendar }: z.infer<typeof letter>) => {
    const mail: SendMailOptions = {
      from,
      to: { name: '', address: to },
      ...(replyTo && { replyTo: { name: '', address: replyTo } }),
      subject,
      text,
      ...(html && { html }),
      ...(calendar && { icalEvent: { ...calendar, filename: 'uitnodiging.ics' } }),
      // Asks out-of-office machines not to answer.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }
    await transport.sendMail(mail).catch((fault: unknown) => {
      throw new Error(`mail was not sent: ${reasonOf(fault)}`)
    })
  }
}

/** A post office across the network must speak TLS; `?ignoreTLS=true` is for a test server next door. */
export function connectionOf(smtpUrl: string) {
  const url = new URL(smtpUrl)
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const plain = near || url.searchParams.get('ignoreTLS') === 'true'
  const secure = url.protocol === 'smtps:'
  const auth = url.username && { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !plain,
    ...(auth && { auth }),
    ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 },
    logger: false,
  }
}

/** Codes only. The sentence of a mail server usually repeats the address it refuses. */
function reasonOf(fault: unknown): string {
  const { code, responseCode } = fault as { code?: unknown; responseCode?: unknown }
  return (
    [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown'
  )
}
