import type { Config } from '#kit/config/read.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { letterAbout } from '../mails/letters.ts'
import { toWrite } from '../queries.ts'

type Order = { to: string; about: 'asked' | 'declined' | 'fell' }

/** As the keeper: a letter that says there is something to look at, and nothing of whom or what. */
export async function writeTo(tx: Tx, { baseUrl }: Pick<Config, 'baseUrl'>, { to, about }: Order): Promise<void> {
  const reader = await toWrite(tx, to)
  if (!reader?.mail) return
  const { mail, name, language } = reader
  const link = `${baseUrl}/overdracht`
  await enqueueMail(tx, letterAbout(about, { to: mail, name, link, language: language ?? 'nl' }))
}
