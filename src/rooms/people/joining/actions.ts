import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { rowsOf, type Tx, unlessReferred } from '#kit/db/database.ts'
import { memberships, people } from '../tables.ts'

export type NewMember = {
  organisationId: string
  accountId: string
  name: string
  mail: string
  roles: string[]
  source: string
  personId?: string
}

/**
 * As the keeper: somebody with an account comes in. `personId` is who the organisation noted her as; when she is
 * somebody here already (one account, one person), she joins as that person, and who was noted becomes her.
 */
export async function letIn(
  tx: Tx,
  { organisationId, accountId, name, mail, roles, source, personId }: NewMember,
): Promise<string> {
  const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.accountId, accountId))
  if (!known && personId && (await giveAccount(tx, personId, accountId))) return personId
  const [person] = known
    ? [known]
    : await tx.insert(people).values({ accountId, name, mail, source, notedBy: organisationId }).returning()
  const id = person!.id
  if (personId && personId !== id) await becomes(tx, { organisationId, noted: personId, known: id })
  await tx.insert(memberships).values({ organisationId, personId: id, roles, days: [] }).onConflictDoNothing()
  return id
}

async function giveAccount(tx: Tx, personId: string, accountId: string): Promise<boolean> {
  const given = await tx
    .update(people)
    .set({ accountId })
    .where(and(eq(people.id, personId), isNull(people.accountId)))
    .returning()
  return given.length > 0
}

type Twins = { organisationId: string; noted: string; known: string }

/**
 * Who was noted turns out to be somebody we know: what she was here for (roles, days, term), and all that refers to her
 * here, becomes the known one's; the note itself goes.
 */
async function becomes(tx: Tx, twins: Twins) {
  const { organisationId, noted, known } = twins
  // Only a note is taken over, never somebody with an account of her own.
  const [note] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, noted), isNull(people.accountId)))
  if (!note) return
  await giveUpOldPlace(tx, twins)
  await tx
    .update(memberships)
    .set({ personId: known })
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, noted)))
  for (const reference of await referencesTo(tx)) await point(tx, reference, twins)
  await unlessReferred(() =>
    tx.transaction((inner) => (inner as unknown as Tx).delete(people).where(eq(people.id, noted))),
  )
}

/** Of an earlier time here only what was noted now counts: an invitation gives what it says and no more. */
async function giveUpOldPlace(tx: Tx, { organisationId, noted, known }: Twins) {
  const here = eq(memberships.organisationId, organisationId)
  const [again] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(here, eq(memberships.personId, noted)))
  if (again)
    await tx.delete(memberships).where(and(here, eq(memberships.personId, known), ne(memberships.id, again.id)))
}

type Reference = { table: string; column: string; owner: string }

/** Every column of an organisation's own rows that says who: rooms above us have some, so the database is asked. */
const referencesTo = (tx: Tx) =>
  rowsOf<Reference>(
    tx,
    sql`select c.relname::text as table, a.attname::text as column, o.attname::text as owner
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      join pg_attribute o on o.attrelid = c.oid and o.attname in ('school_id', 'organisation_id')
      join pg_index i on i.indrelid = c.oid and i.indisprimary and o.attnum = i.indkey[0]
      where k.contype = 'f' and k.confrelid = 'people'::regclass and cardinality(k.conkey) = 1
        and not (c.relname = 'memberships' and a.attname = 'person_id')`,
  )

/** Where the known one stands there already, the other row is left to go with the note. */
async function point(tx: Tx, { table, column, owner }: Reference, { organisationId, noted, known }: Twins) {
  const [name, who, whose] = [table, column, owner].map((word) => sql.identifier(word))
  const put = sql`update ${name} set ${who} = ${known} where ${who} = ${noted} and ${whose} = ${organisationId}`
  await unlessTaken(() => tx.transaction((inner) => (inner as unknown as Tx).execute(put)))
}

async function unlessTaken(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (fault) {
    const code = ((fault as Error).cause as { code?: string } | undefined)?.code ?? (fault as { code?: string }).code
    if (code !== '23505') throw fault
  }
}
