import { type SQL, sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Actor } from './actor.ts'

/** A transaction that already is somebody. Rooms are lent one; they never hold the database. */
export type Tx = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** An open database on either engine, resting as a role that may touch nothing. */
export type Database = {
  readonly engine: 'pglite' | 'postgres'
  /** `settings` hold for this transaction only, and are there before its first statement. */
  transaction<T>(work: (tx: Tx) => Promise<T>, settings?: Settings): Promise<T>
  /** Every statement through this one runs as the sign-in role. For kit/gate only. */
  readonly gate: Tx
  /** Plain statements as whoever the connection rests as: proves that forgetting to act is denied. */
  readonly resting: Tx
  close(): Promise<void>
}

/** Every piece of work happens as somebody: one transaction, under the policies. */
export const actingAs = <T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  become(db, 'house_member', settingsOf(actor), work)

/** An account that has signed in but is nobody in particular yet: it sees who it can be, and its invitations. */
export const actingAsAccount = <T>(db: Database, accountId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  become(db, 'house_member', { ...nobody, account: accountId }, work)

/** Somebody without an account: a passer-by (no key), or who came with a secret link. `key` is the link's digest. */
export const actingAsGuest = <T>(db: Database, key: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  become(db, 'house_guest', { ...nobody, key }, work)

/**
 * A program with a token of this actor's. It may at most what she may, and of that only what the scopes open
 * (db/ground/machines.sql). `via` is the token, for the trail.
 */
export const actingAsMachine = <T>(
  db: Database,
  actor: Actor,
  { scopes, via }: { scopes: readonly string[]; via: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> => become(db, 'house_machine', { ...settingsOf(actor), scopes: scopes.join(','), via }, work)

/** Background work and the operator's commands. */
export const actingAsKeeper = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  become(db, 'house_keeper', nobody, work)

/** Names and values of PostgreSQL's own settings. */
export type Settings = Readonly<Record<string, string>>
type Somebody = Record<'account' | 'person' | 'organisation' | 'roles' | 'key' | 'scopes' | 'via', string>
const nobody: Somebody = { account: '', person: '', organisation: '', roles: '', key: '', scopes: '', via: '' }

const settingsOf = (actor: Actor): Somebody => ({
  ...nobody,
  account: actor.accountId,
  person: actor.personId,
  organisation: actor.organisationId,
  roles: actor.roles.join(','),
})

const become = <T>(db: Database, role: string, as: Somebody, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction(work, {
    role,
    ...Object.fromEntries(Object.entries(as).map(([name, value]) => [`house.${name}`, value])),
  })

/** The statement that makes settings hold until the transaction ends. */
export const holding = (settings: Settings): SQL =>
  sql`select ${sql.join(
    Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`),
    sql`, `,
  )}`

/** The rows of a raw statement, whichever engine answered. */
export async function rowsOf<Row>(tx: Tx, statement: SQL): Promise<Row[]> {
  const answer = (await tx.execute(statement)) as unknown as { rows: Row[] }
  return answer.rows
}

type Asked = Readonly<Record<string, unknown>>
type Answered<Questions extends Asked> = { -readonly [Name in keyof Questions]: Awaited<Questions[Name]> }

/**
 * Questions that need nothing of one another, asked at once: on PostgreSQL one way there and back instead of one each. For
 * what only reads. All have been answered when this ends, also when one of them fails.
 */
export async function atOnce<const Questions extends Asked>(questions: Questions): Promise<Answered<Questions>> {
  const names = Object.keys(questions)
  const answers = await Promise.allSettled(Object.values(questions))
  const failed = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as unknown)
  // Those behind the one that fails only hear that the transaction is lost.
  if (failed.length) throw failed.find((reason) => codeOf(reason) !== '25P02') ?? failed[0]
  return Object.fromEntries(
    answers.map((answer, place) => [names[place], (answer as PromiseFulfilledResult<unknown>).value]),
  ) as Answered<Questions>
}

/** Does a deletion in its own savepoint; says 'referred' when a row elsewhere still points here (SQLSTATE 23503). */
export async function unlessReferred<T>(deletion: () => Promise<T>): Promise<T | 'referred'> {
  try {
    return await deletion()
  } catch (error) {
    if (codeOf(error) === '23503') return 'referred'
    throw error
  }
}

const codeOf = (error: unknown): string | undefined =>
  (error as { cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code
