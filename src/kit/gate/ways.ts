import { and, count, eq, ne } from 'drizzle-orm'
import type { Asker } from './caller.ts'
import type { Inner } from './inner.ts'
import { account, passkey, provider } from './tables.ts'

export type Linked = { id: string; provider: string; name: string; kind: 'oidc' | 'saml' }
/** How the asker can prove who she is. */
export type Ways = { password: boolean; code: boolean; passkeys: number; linked: Linked[] }

export async function ways(g: Inner, { headers }: Asker): Promise<Ways> {
  const who = await g.whoIs(headers)
  if (!who) return { password: false, code: false, passkeys: 0, linked: [] }
  const mine = eq(account.userId, who.accountId)
  const [password] = await g.db
    .select({ id: account.id })
    .from(account)
    .where(and(mine, eq(account.providerId, 'credential')))
  const [keys] = await g.db.select({ of: count() }).from(passkey).where(eq(passkey.userId, who.accountId))
  const linked = await g.db
    .select({ id: account.id, provider: provider.id, name: provider.name, kind: provider.kind })
    .from(account)
    .innerJoin(provider, eq(provider.id, account.providerId))
    .where(and(mine, ne(account.providerId, 'credential')))
    .orderBy(provider.name, account.id)
  return { password: password !== undefined, code: who.twoFactorOn, passkeys: keys?.of ?? 0, linked }
}
