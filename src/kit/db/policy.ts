import { type SQL, sql } from 'drizzle-orm'
import { pgRole } from 'drizzle-orm/pg-core'

/** The roles the database knows. db/ground/roles.sql makes them and says what each may touch. */
export const member = pgRole('house_member').existing()
/** Background work and the operator's commands. */
export const keeper = pgRole('house_keeper').existing()
/** Nobody with an account: a passer-by, or whoever holds a personal link. Sees what a policy says a key opens. */
export const guest = pgRole('house_guest').existing()
/** A program with a token: a member for whom every table is closed that no scope of the token opens. */
export const machine = pgRole('house_machine').existing()
/** Writes the trail, and nothing else: the trigger is the only one that ever becomes it. */
export const scribe = pgRole('house_scribe').existing()
/** Sign-in, before anyone is somebody: reaches the schema `gate` only. */
export const gate = pgRole('house_gate').existing()

// Wrapped in a select, so that PostgreSQL works each out once per query instead of once per row.
const setting = (name: string) => sql.raw(`nullif((select current_setting('house.${name}', true)), '')`)

export const myAccount = sql`${setting('account')}`
export const me = sql`${setting('person')}::uuid`
export const myOrganisation = sql`${setting('organisation')}::uuid`

/** The digest of the secret that a guest came with; null for a passer-by. */
export const myKey = sql`${setting('key')}`

/** The token that a program came with. */
export const myToken = sql`${setting('via')}::uuid`

/** True when the actor holds one of these roles in the organisation she acts for. */
export const holds = (roles: readonly string[]): SQL =>
  sql.raw(
    `string_to_array((select current_setting('house.roles', true)), ',') && array[${roles.map(quoted).join(',')}]`,
  )

const quoted = (role: string) => {
  if (!/^[a-z_]+$/.test(role)) throw new Error(`not a role: ${role}`)
  return `'${role}'`
}

export const always = sql`true`
