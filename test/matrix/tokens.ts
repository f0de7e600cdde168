import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { digestOf, type Scope } from '#rooms/integrations/door.ts'
import type { Served } from '../served.ts'

/** A token of somebody, with exactly these scopes. Written by the keeper: what a form would add is not added here. */
export async function tokenOf(house: Served, mail: string, scopes: readonly Scope[], over: Over = {}): Promise<string> {
  const accountId = await house.gate.accountOf(mail)
  const token = `kl_${crypto.randomUUID()}${crypto.randomUUID()}`
  await house.asKeeper((tx) =>
    tx.execute(sql`insert into integrations (organisation_id, name, scopes, person_id, account_id, token_digest, expires_on, revoked_at)
      select m.organisation_id, ${over.name ?? 'Proef'}, ${sql.param(`{${scopes.join(',')}}`)}::text[], p.id, ${accountId}, ${digestOf(token)},
        coalesce(${over.expiresOn ?? null}::date, current_date + 100),
        ${over.revoked ? new Date().toISOString() : null}::timestamptz
      from people p join memberships m on m.person_id = p.id where p.account_id = ${accountId} limit 1`),
  )
  return token
}
type Over = { name?: string; expiresOn?: string; revoked?: boolean }

export async function integrationOf(house: Served, organisationId: string): Promise<string> {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ id: string }>(tx, sql`select id from integrations where organisation_id = ${organisationId} limit 1`),
  )
  return row?.id ?? ''
}

/** A calendar address of somebody there; nobody knows the secret. */
export async function feedOf(house: Served, schoolId: string): Promise<string> {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`insert into feeds (school_id, person_id, account_id, kind, token_digest)
        select organisation_id, person_id, 'nobody', 'building', ${crypto.randomUUID()} from memberships
        where organisation_id = ${schoolId} order by person_id limit 1 returning id`,
    ),
  )
  return row?.id ?? ''
}

export type Answered = { status: number; type: string; headers: Headers; text: string; json: unknown }
export type Asked = { method: string; path: string; body?: unknown; raw?: BodyInit; headers?: Record<string, string> }

/** Asks the API as a program would: with a token, without a cookie. */
export async function ask(
  house: { app: { fetch: (request: Request) => Response | Promise<Response> }; url: string },
  token: string | undefined,
  { method, path, ...rest }: Asked,
): Promise<Answered> {
  const headers = new Headers(rest.headers)
  if (token) headers.set('authorization', `Bearer ${token}`)
  const body = rest.raw ?? (rest.body === undefined ? undefined : JSON.stringify(rest.body))
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
  const init = { method: method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) }
  const answer = await house.app.fetch(new Request(`${house.url}/api/v1${path}`, init))
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  return {
    status: answer.status,
    type,
    headers: answer.headers,
    text,
    json: text && type.includes('json') ? JSON.parse(text) : undefined,
  }
}

/** A webhook of somebody there, to an address that is nowhere. */
export async function webhookOf(house: Served, organisationId: string): Promise<string> {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`insert into webhooks (organisation_id, name, address, events, person_id)
        select ${organisationId}, 'Seintje', 'https://nergens.example/', '{request.asked}', person_id from memberships
        where organisation_id = ${organisationId} limit 1 returning id`,
    ),
  )
  return row?.id ?? ''
}
