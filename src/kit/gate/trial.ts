// For tests only: a gate on a database in memory, and a browser that keeps cookies.
import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '#kit/db/database.ts'
import { type Caller, type GateLetter, type GateOptions, openGate } from './gate.ts'

export const goodPassword = 'vier paarse olifanten'
export const trialSecret = '0123456789abcdef-0123456789abcdef-trial'

export function aGate(db: Database, options: Partial<GateOptions> = {}) {
  const sent: GateLetter[] = []
  const sendMail = async (letter: GateLetter) => void sent.push(letter)
  const config = { mode: 'real', baseUrl: 'https://huis.example.nl' } as const
  const gate = openGate({ db, config, secret: trialSecret, sendMail, ...options })
  return { db, gate, sent, account: (email: string) => anAccount(gate, email) }
}

async function anAccount(gate: ReturnType<typeof openGate>, email: string): Promise<string> {
  const made = await gate.createAccount({ email, name: 'Sanne de Wit', password: goodPassword })
  if (!made.ok) throw new Error(made.because)
  return made.accountId
}

/** A browser: sends what it was given to keep. */
export function aBrowser(address = '192.0.2.1') {
  const jar = new Map<string, string>()
  return {
    jar,
    from: (): Caller => ({
      headers: new Headers({ cookie: [...jar].map((pair) => pair.join('=')).join('; '), 'user-agent': 'Trial' }),
      address,
    }),
    keep(cookies: readonly string[]) {
      for (const line of cookies) {
        const [pair = ''] = line.split(';')
        const name = pair.slice(0, pair.indexOf('='))
        const value = pair.slice(name.length + 1)
        if (value) jar.set(name, value)
        else jar.delete(name)
      }
    },
  }
}

/** Whether the gate knows that the address is hers. */
export const isProven = async (db: Database, accountId: string) =>
  (await rows<{ proven: boolean }>(db, sql`select email_verified as proven from gate.user where id = ${accountId}`))[0]
    ?.proven

export function bytesOf(base32: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32].map((sign) => letters.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** What the authenticator shows; `later` is a number of half minutes. */
export function codeOf(base32: string, later = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const digest = createHmac('sha1', bytesOf(base32)).update(counter).digest()
  const offset = (digest.at(-1) as number) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export async function rows<Row = Record<string, unknown>>(
  db: Database,
  statement: ReturnType<typeof sql>,
): Promise<Row[]> {
  return ((await db.gate.execute(statement)) as unknown as { rows: Row[] }).rows
}
