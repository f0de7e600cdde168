import { createHmac } from 'node:crypto'
import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Caller } from './caller.ts'
import { tries } from './tables.ts'

type Limit = { most: number; minutes: number }
/**
 * Narrow first. One network guessing at one account stops soonest, and what is refused there does not count further,
 * so nobody can shut a colleague out from one place. A whole building shares one address, so that limit is wide.
 */
const limits = {
  together: { most: 8, minutes: 15 },
  address: { most: 150, minutes: 15 },
  account: { most: 40, minutes: 60 },
  letter: { most: 3, minutes: 60 },
  letters: { most: 40, minutes: 60 },
} satisfies Record<string, Limit>
type Kind = keyof typeof limits

export type Throttle = {
  /** Counts a try at this account before it is made; false when it may not be made. The account need not exist. */
  mayTry(email: string, caller: Caller): Promise<boolean>
  /** The try was right: forget the others, and do not hold it against the building. */
  forgive(email: string, caller: Caller): Promise<void>
  mayAskForLetter(email: string, caller: Caller): Promise<boolean>
}

export function throttle(db: Tx, secret: string): Throttle {
  // Keyed digests: who reads the table learns nobody's mail address or whereabouts from it.
  const keyOf = (kind: Kind, ...of: string[]) =>
    createHmac('sha256', secret)
      .update(['tries', kind, ...of].join('\n'))
      .digest('base64url')
  const allows = async (kind: Kind, ...of: string[]) =>
    (await counted(db, keyOf(kind, ...of), limits[kind])) <= limits[kind].most
  const named = (email: string) => email.trim().toLowerCase()
  return {
    mayTry: async (email, { address }) =>
      (await allows('together', named(email), address)) &&
      (await allows('address', address)) &&
      (await allows('account', named(email))),
    mayAskForLetter: async (email, { address }) =>
      (await allows('letters', address)) && (await allows('letter', named(email))),
    async forgive(email, { address }) {
      await db
        .delete(tries)
        .where(inArray(tries.key, [keyOf('together', named(email), address), keyOf('account', named(email))]))
      await db.execute(sql`update ${tries} set count = greatest(count - 1, 0) where key = ${keyOf('address', address)}`)
    },
  }
}

/** One statement, so that a hundred tries at the same moment count as a hundred. The window does not move along. */
async function counted(db: Tx, key: string, { minutes }: Limit): Promise<number> {
  const endsAt = sql`now() + make_interval(mins => ${minutes})`
  const [row] = await db
    .insert(tries)
    .values({ key, count: 1, endsAt })
    .onConflictDoUpdate({
      target: tries.key,
      set: {
        count: sql`case when ${tries.endsAt} <= now() then 1 else ${tries.count} + 1 end`,
        endsAt: sql`case when ${tries.endsAt} <= now() then excluded.ends_at else ${tries.endsAt} end`,
      },
    })
    .returning({ count: tries.count })
  return row?.count ?? Number.POSITIVE_INFINITY
}
