import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Caller } from '../caller.ts'
import { freshened, isFresh } from '../fresh.ts'
import type { Inner } from '../inner.ts'
import { letThrough } from '../signin.ts'
import { account, user } from '../tables.ts'
import type { UnderWay } from './away.ts'
import { type Identity, tookTwoStepsThere } from './identity.ts'
import type { Provider } from './providers.ts'

type Cookies = { cookies: string[] }
/** `unknown`: the provider knows her and we do not. What it says of her helps her further; it gives her nothing. */
export type Arrived = Cookies &
  (
    | { ok: true; path: string }
    | { ok: false; because: 'second-step'; path: string }
    | { ok: false; because: 'unknown'; name: string | undefined; attributes: Identity['attributes'] }
    | { ok: false; because: 'expired' | 'refused' | 'signed-out' | 'taken' | 'exists' | 'stale' }
  )
type Arrival = { provider: Pick<Provider, 'id' | 'name' | 'domains'>; identity: Identity; underWay: UnderWay }

/** What it means that somebody came back from a provider: that depends on why she was sent. */
export async function arrive(g: Inner, arrival: Arrival, caller: Caller): Promise<Arrived> {
  const owner = await ownerOf(g, arrival)
  const { purpose } = arrival.underWay
  switch (purpose.for) {
    case 'in':
      return cameIn(g, arrival, owner, caller)
    case 'join':
      return owner ? through(g, owner, arrival, caller) : joined(g, arrival, purpose, caller)
    case 'link':
      return linked(g, arrival, { owner, accountId: purpose.accountId }, caller)
    case 'proof':
      return proved(g, arrival, { owner, accountId: purpose.accountId }, caller)
  }
}

async function ownerOf(g: Inner, { provider, identity }: Arrival): Promise<string | undefined> {
  const [row] = await g.db
    .select({ id: account.userId })
    .from(account)
    .where(and(eq(account.providerId, provider.id), eq(account.accountId, identity.subject)))
  return row?.id
}

async function cameIn(g: Inner, arrival: Arrival, owner: string | undefined, caller: Caller): Promise<Arrived> {
  const accountId = owner ?? (await byTrustedMail(g, arrival))
  if (accountId) return through(g, accountId, arrival, caller)
  const { name, attributes } = arrival.identity
  return { ok: false, because: 'unknown', name, attributes, cookies: [] }
}

/**
 * An account that is there already is hers only when the provider made sure of the address and the operator takes its
 * word for that domain. Otherwise anybody with a provider of his own could be anybody.
 */
async function byTrustedMail(g: Inner, arrival: Arrival): Promise<string | undefined> {
  const { email, emailVerified } = arrival.identity
  const domain = email?.split('@').at(-1) ?? ''
  if (!email || !emailVerified || !arrival.provider.domains.includes(domain)) return undefined
  const [known] = await g.db.select({ id: user.id }).from(user).where(eq(user.email, email))
  return known && (await putLink(g, arrival, known.id)) ? known.id : undefined
}

/** The second step is asked as after a password, of who has one here: what a provider did we only know if it says so. */
async function through(g: Inner, accountId: string, arrival: Arrival, caller: Caller): Promise<Arrived> {
  const { path } = arrival.underWay
  const elsewhere = tookTwoStepsThere(arrival.identity) || !(await hasPassword(g, accountId))
  const signed = await letThrough(g, accountId, caller, { elsewhere })
  if (signed.ok) return { ok: true, path, cookies: signed.cookies }
  if (signed.because === 'second-step') return { ok: false, because: 'second-step', path, cookies: signed.cookies }
  return { ok: false, because: 'refused', cookies: [] }
}

/** Without a password the provider is her only way in, and what it asks is for its owner to arrange: nobody is shut out. */
async function hasPassword(g: Inner, accountId: string): Promise<boolean> {
  const [row] = await g.db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, accountId), eq(account.providerId, 'credential')))
  return row !== undefined
}

/** The letter proved the address, the provider proves the person: an account without a password. */
async function joined(
  g: Inner,
  arrival: Arrival,
  { email, name }: { email: string; name: string },
  caller: Caller,
): Promise<Arrived> {
  const id = randomUUID()
  const { provider, identity } = arrival
  const made = await g.db.execute(sql`with made as (
      insert into ${user} (id, name, email, email_verified) values (${id}, ${name}, ${email.trim().toLowerCase()}, true)
      on conflict (email) do nothing returning id)
    insert into ${account} (id, user_id, account_id, provider_id)
    select ${randomUUID()}, id, ${identity.subject}, ${provider.id} from made returning user_id`)
  const { rows } = made as unknown as { rows: unknown[] }
  return rows.length ? through(g, id, arrival, caller) : { ok: false, because: 'exists', cookies: [] }
}

type Whose = { owner: string | undefined; accountId: string }

/** Only into the account she is in now, which is the one she began with, and in which she just proved who she is. */
async function linked(g: Inner, arrival: Arrival, { owner, accountId }: Whose, caller: Caller): Promise<Arrived> {
  const who = await g.whoIs(caller.headers)
  if (who?.accountId !== accountId) return { ok: false, because: 'signed-out', cookies: [] }
  if (!isFresh(who, new Date())) return { ok: false, because: 'stale', cookies: [] }
  if (owner !== undefined && owner !== accountId) return { ok: false, because: 'taken', cookies: [] }
  if (owner === undefined && !(await putLink(g, arrival, accountId)))
    return { ok: false, because: 'taken', cookies: [] }
  return { ok: true, path: arrival.underWay.path, cookies: [] }
}

async function putLink(g: Inner, { provider, identity }: Arrival, userId: string): Promise<boolean> {
  const put = await g.db
    .insert(account)
    .values({ id: randomUUID(), userId, providerId: provider.id, accountId: identity.subject })
    .onConflictDoNothing()
    .returning({ id: account.id })
  if (!put.length) return false
  const [to] = await g.db.select({ email: user.email, name: user.name }).from(user).where(eq(user.id, userId))
  if (to)
    g.background(() =>
      g.sendMail({
        kind: 'provider-linked',
        to: to.email,
        name: to.name,
        language: undefined,
        provider: provider.name,
      }),
    )
  return true
}

/** Proved again, there and just now; an old session at the provider is no proof. */
async function proved(g: Inner, arrival: Arrival, { owner, accountId }: Whose, caller: Caller): Promise<Arrived> {
  const who = await g.whoIs(caller.headers)
  if (who?.accountId !== accountId) return { ok: false, because: 'signed-out', cookies: [] }
  const { provedAt } = arrival.identity
  const isNew = provedAt !== undefined && Math.abs(Date.now() - provedAt.getTime()) < 5 * 60_000
  if (owner !== accountId || !isNew) return { ok: false, because: 'refused', cookies: [] }
  await freshened(g, who, caller)
  return { ok: true, path: arrival.underWay.path, cookies: [] }
}
