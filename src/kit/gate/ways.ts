import { eq, sql } from 'drizzle-orm'
import type { Asker } from './caller.ts'
import type { Inner } from './inner.ts'
import { account, passkey, provider, user } from './tables.ts'

export type Linked = { id: string; provider: string; name: string; kind: 'oidc' | 'saml' }
/** How the asker can prove who she is. */
export type Ways = { password: boolean; code: boolean; passkeys: number; linked: Linked[] }

export async function ways(g: Inner, { headers }: Asker): Promise<Ways> {
  const who = await g.whoIs(headers)
  if (!who) return { password: false, code: false, passkeys: 0, linked: [] }
  const rows = await g.db
    .select({
      id: account.id,
      by: account.providerId,
      provider: provider.id,
      name: provider.name,
      kind: provider.kind,
      passkeys: sql<number>`(select count(*)::int from ${passkey} where ${passkey.userId} = ${user.id})`,
    })
    .from(user)
    .leftJoin(account, eq(account.userId, user.id))
    .leftJoin(provider, eq(provider.id, account.providerId))
    .where(eq(user.id, who.accountId))
    .orderBy(provider.name, account.id)
  return {
    password: rows.some(({ by }) => by === 'credential'),
    code: who.twoFactorOn,
    passkeys: rows[0]?.passkeys ?? 0,
    linked: rows.flatMap(({ id, provider: of, name, kind }) =>
      id && of && name && kind ? [{ id, provider: of, name, kind }] : [],
    ),
  }
}
