import type { Config } from '#kit/config/read.ts'
import type { Tx } from '#kit/db/database.ts'
import type { CookieNames } from './cookies.ts'
import type { Engine } from './engine.ts'
import type { Throttle } from './throttle.ts'
import type { Who } from './who.ts'

/** A letter that sign-in wants sent. Whoever opened the gate finds the words for it. */
export type GateLetter = { to: string; name: string; language: string | undefined } & (
  | { kind: 'reset'; token: string; minutes: number }
  /** `path`: where she was going. */
  | { kind: 'link'; token: string; path: string; minutes: number }
  | { kind: 'password-changed' | 'second-step-stopped' | 'passkey-added' }
  | { kind: 'provider-linked'; provider: string }
)
export type SendMail = (letter: GateLetter) => Promise<void>

/** What the parts of the gate share. */
export type Inner = {
  db: Tx
  config: Pick<Config, 'mode' | 'baseUrl'>
  secret: string
  names: CookieNames
  engine: Engine
  throttle: Throttle
  /** Words that are guessed first where this house stands. */
  commonWords: readonly string[]
  sendMail: SendMail
  whoIs(headers: Headers): Promise<Who | undefined>
  forget(headers: Headers): void
  /** Work whose outcome and duration must not show in the answer. */
  background(work: () => Promise<unknown>): void
  tidy(): Promise<void>
}
