import { isAbsolute, resolve } from 'node:path'
import * as z from 'zod'

/** How this house is run. Read once at the start, from the environment and the command line. */
export type Config = {
  /** The demo has a town, six persons and one-click sign-in; the real thing has none of these. */
  mode: 'demo' | 'real'
  port: number
  host: string
  /** Where the embedded database and other files live. Absolute. */
  dataDir: string
  databaseUrl: string | undefined
  /** A login that may change the schema, where that is another than the one that serves. */
  ownerUrl: string | undefined
  /** How many processes share the work. More than one on PostgreSQL only: the embedded database is of one process. */
  processes: number
  /** The address people type, without a slash at the end. */
  baseUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** Whom to write to about this house: a question, a right, a leak. Shown to everybody. */
  contactMail?: string | undefined
  /**
   * Where people answer letters by mail: the part of the address after the @, and the port on which this house takes mail
   * in. Without a port the post office hands letters over by a command. Without either, letters ask for no answer by mail.
   */
  mailIn?: { domain: string; port: number | undefined } | undefined
  /** Signs cookies. The demo makes one and keeps it in its directory. */
  secret: string | undefined
  trustProxy: boolean
  development: boolean
}

export type Settings = { ok: true; config: Config } | { ok: false; sentences: string[] }

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsAbsent, type.optional())
const url = (protocols: RegExp, sentence: string) => optional(z.url({ protocol: protocols, error: sentence }))

const environment = z.object({
  PORT: optional(
    z.coerce
      .number({ error: 'PORT must be a number, for example 3000.' })
      .int()
      .min(0)
      .max(65535, 'PORT must be 65535 or lower.'),
  ),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: url(/^postgres(ql)?$/, 'DATABASE_URL must look like postgres://user:password@host:5432/name.'),
  DATABASE_OWNER_URL: url(
    /^postgres(ql)?$/,
    'DATABASE_OWNER_URL must look like postgres://owner:password@host:5432/name.',
  ),
  PROCESSES: optional(
    z.coerce
      .number({ error: 'PROCESSES must be a number, for example 2.' })
      .int('PROCESSES must be a whole number.')
      .min(1, 'PROCESSES must be 1 or more.')
      .max(64, 'PROCESSES must be 64 or fewer.'),
  ),
  BASE_URL: url(/^https?$/, 'BASE_URL must be the address people type, for example https://kortelijnen.example.nl.'),
  SMTP_URL: url(/^smtps?$/, 'SMTP_URL must look like smtp://user:password@host:587.'),
  MAIL_FROM: optional(z.email('MAIL_FROM must be a mail address, for example kortelijnen@school.nl.')),
  CONTACT_MAIL: optional(z.email('CONTACT_MAIL must be a mail address, for example privacy@bestuur.nl.')),
  MAIL_IN_DOMAIN: optional(
    z.hostname('MAIL_IN_DOMAIN must be a domain, for example antwoord.kortelijnen.example.nl.').max(180),
  ),
  MAIL_IN_PORT: optional(
    z.coerce
      .number({ error: 'MAIL_IN_PORT must be a number, for example 2525.' })
      .int()
      .min(1)
      .max(65535, 'MAIL_IN_PORT must be 65535 or lower.'),
  ),
  SECRET: optional(z.string().min(32, 'SECRET must have at least 32 characters.')),
  TRUST_PROXY: optional(z.enum(['0', '1'], 'TRUST_PROXY must be 0 or 1.')),
  DEVELOPMENT: optional(z.enum(['0', '1'], 'DEVELOPMENT must be 0 or 1.')),
})

/** Settings out of the environment and `--empty`; every mistake is a sentence, all at once. */
export function readConfig(env: Record<string, string | undefined>, args: readonly string[], home: string): Settings {
  const said = environment.safeParse(env)
  if (!said.success) return { ok: false, sentences: said.error.issues.map((issue) => issue.message) }
  const { data } = said
  const mode = data.DATABASE_URL || data.BASE_URL || args.includes('--empty') ? 'real' : 'demo'
  const port = data.PORT ?? 3000
  const config: Config = {
    mode,
    port,
    host: mode === 'demo' ? '127.0.0.1' : (data.HOST ?? '127.0.0.1'),
    dataDir: dataDirOf(data.DATA_DIR, mode, home),
    databaseUrl: data.DATABASE_URL,
    ownerUrl: data.DATABASE_OWNER_URL,
    processes: data.PROCESSES ?? 1,
    baseUrl: (data.BASE_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM ?? 'kortelijnen@localhost',
    contactMail: data.CONTACT_MAIL,
    mailIn: data.MAIL_IN_DOMAIN ? { domain: data.MAIL_IN_DOMAIN.toLowerCase(), port: data.MAIL_IN_PORT } : undefined,
    secret: data.SECRET,
    trustProxy: data.TRUST_PROXY === '1',
    development: data.DEVELOPMENT === '1',
  }
  const sentences = whatIsMissing(config, data.HOST)
  if (data.MAIL_IN_PORT && !config.mailIn)
    sentences.push('MAIL_IN_PORT is set, but MAIL_IN_DOMAIN is not. Set both, or neither.')
  return sentences.length ? { ok: false, sentences } : { ok: true, config }
}

/** What is typed after `npm start` and is nothing we know: a mistyped `--empty` must not quietly become the demo. */
export const unknownWords = (args: readonly string[]): string[] =>
  args
    .filter((arg) => arg !== '--empty')
    .map((arg) => `We do not know “${arg}”. Only --empty may follow, for a house without the demo town.`)

/** Where a house of one's own stands beside the demo, somebody says which is meant: no backup of the wrong one. */
export const whichHouse = ({ mode, dataDir }: Config, args: readonly string[], stands: (dir: string) => boolean) =>
  mode === 'demo' && !args.includes('--demo') && stands(resolve(dataDir, '..', 'real'))
    ? ['There is a house of your own here and a demo. Add --empty for your own house, or --demo for the demo.']
    : []

const dataDirOf = (given: string | undefined, mode: Config['mode'], home: string) => {
  const folder = given ?? '.data'
  return resolve(isAbsolute(folder) ? folder : resolve(home, folder), mode)
}

function whatIsMissing(config: Config, host: string | undefined): string[] {
  const loopback = host === undefined || ['127.0.0.1', '::1', 'localhost'].includes(host)
  const sentences: string[] = []
  if (config.mode === 'demo' && !loopback)
    sentences.push('The demo listens on this machine only. Leave HOST out, or set BASE_URL to run it for real.')
  if (config.ownerUrl && !config.databaseUrl)
    sentences.push('DATABASE_OWNER_URL is set, but DATABASE_URL is not. Set both, or neither.')
  if (config.processes > 1 && !config.databaseUrl)
    sentences.push('PROCESSES is more than 1, but the embedded database is of one process. Set DATABASE_URL as well.')
  if (config.processes > 1 && config.port === 0)
    sentences.push('PROCESSES is more than 1: set PORT, so that they share it.')
  if (config.mode === 'real' && config.baseUrl.startsWith('https:') && !config.secret)
    sentences.push(
      'Set SECRET to 32 or more random characters (for example: openssl rand -hex 32). It protects the sign-in cookies.',
    )
  return sentences
}
