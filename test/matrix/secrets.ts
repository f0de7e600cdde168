import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { type OwnedTable, ownedTables } from './addresses.ts'

/**
 * Writes a word nobody else uses in every free text of two schools: `zqgeheima…` and `zqgeheimb…`; in what a shared
 * partner may see of them `zqsamena…` and `zqsamenb…`. Any of them on the wrong screen is a leak, whichever column it came from.
 */
export async function plantSecrets(tx: Tx, schools: { a: string; b: string }, partner: string) {
  for (const table of (await ownedTables(tx)).filter(({ name }) => !untouched.includes(name)))
    for (const [letter, school] of Object.entries(schools)) await mark(tx, table, `zqgeheim${letter}`, school)
  for (const letter of Object.keys(schools)) await shareWith(tx, partner, letter)
  await offerAround(tx, schools)
  await openToAll(tx)
}

/** What stands on an open page is nobody's secret: the school's words there, names agreed, partners chosen. */
async function openToAll(tx: Tx) {
  const open = sql`(select school_id from parent_pages where opened_at is not null)`
  const agreed = sql`(select person_id from parent_names where school_id in ${open})`
  const shown = sql`(select school_id from showcases where opened_at is not null)`
  const texts = await rowsOf<{ table: string; column: string }>(
    tx,
    sql`select table_name::text as "table", column_name::text as "column" from information_schema.columns
        where table_schema = 'public' and data_type = 'text'
        and ((table_name, column_name) = ('people', 'name') or table_name in ('parent_pages', 'parent_topics', 'parent_offers', 'showcases', 'showcase_lines'))`,
  )
  for (const { table, column } of texts)
    await tx.execute(
      sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = regexp_replace(${sql.identifier(column)}, 'zq(geheim|samen)[ab]', 'zqopen')
          where ${table === 'people' ? sql`id in ${agreed}` : sql`school_id in ${table.startsWith('showcase') ? shown : open}`}`,
    )
}

/** The trail is never rewritten, and a setup holds a digest only. */
const untouched = ['trail', 'trail_heads', 'setups']

// Ids of the taxonomy, closed lists, digests and accounts: another word there would be no text but a broken row.
const notFree = [
  ...['accent', 'form', 'type', 'scale', 'obligation', 'part', 'topic', 'stage', 'role', 'audience'],
  ...['token_digest', 'account_id', 'language'],
  ...['kind', 'outcome', 'undone', 'seal'],
  // Of agreements and rounds.
  ...['decision', 'part', 'procedure', 'way', 'direction', 'local', 'local_digest', 'tone', 'channel', 'weight'],
  // Of choices and polls.
  ...['room', 'path', 'sealed', 'step', 'sheet'],
  // Of requests.
  ...['side', 'level', 'reason', 'reply_digest', 'link_digest'],
  // Of own calendars: locked addresses, and how fetching went.
  ...['trouble'],
  // Of meetings: how they are repeated, and why a date is off.
  ...['repeats', 'off'],
  // Of the year and the week: closed lists, and what a plan was made from.
  ...['region', 'digest'],
  // Of a tandem: which fact a point came from.
  ...['signal'],
  // Of a handing over: which thing, and where it is; who said that somebody stops.
  ...['thing', 'href', 'said_by'],
]
const shapes: Record<string, [string, string]> = {
  mail: ['', '@geheim.example'],
  website: ['https://', '.example'],
  address: ['https://', '.example'],
}

async function mark(tx: Tx, { name, owner, keys }: OwnedTable, word: string, school: string) {
  const texts = await rowsOf<{ column: string }>(
    tx,
    sql`select column_name::text as column from information_schema.columns
        where table_schema = 'public' and table_name = ${name} and data_type = 'text'`,
  )
  for (const { column } of texts.filter((text) => !notFree.includes(text.column) && !keys.includes(text.column))) {
    const [before, after] = shapes[column] ?? ['', '']
    const start = `${before}${word}${name.replaceAll('_', '')}${column.replaceAll('_', '')}`
    await tx.execute(
      sql`update ${sql.identifier(name)} t set ${sql.identifier(column)} = ${start} || substr(md5(t::text), 1, 8) || ${after}
          where ${sql.identifier(owner)} = ${school}`,
    )
  }
}

// What a partner that serves a school may see of it: her own line, its faces and hours, and who holds it.
async function shareWith(tx: Tx, partner: string, letter: string) {
  const hers = sql`(select id from relations where organisation_id = ${partner})`
  const holders = sql`(select unnest(array[owner_id, deputy_id]) from relations where organisation_id = ${partner})`
  const shared = [
    ['relations', sql`id in ${hers}`],
    ['faces', sql`relation_id in ${hers}`],
    ['presences', sql`relation_id in ${hers}`],
    // In which room she is expected.
    [
      'spaces',
      sql`id in (select space_id from presences where relation_id in ${hers}) or id in (select p.space_id from placements p
        join sessions s on s.school_id = p.school_id and s.id = p.session_id where s.relation_id in ${hers})`,
    ],
    ['people', sql`id in ${holders}`],
    ['aims', sql`relation_id in ${hers}`],
    ['table_sides', sql`relation_id in ${hers}`],
    ['balances', sql`relation_id in ${hers}`],
    ['agreements', sql`relation_id in ${hers}`],
    ['partings', sql`relation_id in ${hers}`],
    ['parting_answers', sql`parting_id in (select id from partings where relation_id in ${hers})`],
    ['requests', sql`relation_id in ${hers}`],
    ['request_moments', sql`request_id in (select id from requests where relation_id in ${hers})`],
  ] as const
  for (const [table, which] of shared) {
    const texts = await rowsOf<{ column: string }>(
      tx,
      sql`select column_name::text as column from information_schema.columns
          where table_schema = 'public' and table_name = ${table} and data_type = 'text'`,
    )
    for (const { column } of texts)
      await tx.execute(
        sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = replace(${sql.identifier(column)}, ${`zqgeheim${letter}`}, ${`zqsamen${letter}`})
            where ${which}`,
      )
  }
}

/**
 * What a school itself offers others is meant for them. What lies in its drawer, offered to nobody yet, stays secret; and
 * so does whatever of another school would turn up among its offers.
 */
export async function offerAround(tx: Tx, schools: { a: string; b: string }) {
  for (const [letter, school] of Object.entries(schools))
    for (const column of ['name', 'place', 'postcode', 'website', 'phone', 'body', 'note', 'playbook']) {
      const meant = sql`replace(${sql.identifier(column)}::text, ${`zqgeheim${letter}`}, ${`zqgedeeld${letter}`})`
      await tx.execute(
        sql`update offers set ${sql.identifier(column)} = ${column === 'playbook' ? sql`${meant}::jsonb` : meant}
            where school_id = ${school}
              and (audience <> 'chosen' or exists (select from offer_schools s where s.offer_id = offers.id))`,
      )
    }
}

/** The secret words in a text that this somebody may not see. */
export const leaked = (text: string, forbidden: RegExp): string[] => [...new Set(text.toLowerCase().match(forbidden))]

/** One digest per table of all that an organisation owns. */
export async function digestsOf(tx: Tx, tables: readonly OwnedTable[], organisation: string): Promise<string> {
  const each = tables.map(
    ({ name, owner }) =>
      sql`select ${name} || ' ' || count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by t::text), '')) as line
          from ${sql.identifier(name)} t where ${sql.identifier(owner)} = ${organisation}`,
  )
  const rows = await rowsOf<{ line: string }>(tx, sql.join(each, sql` union all `))
  return rows
    .map(({ line }) => line)
    .sort()
    .join('\n')
}

/** Rows of anybody but this organisation in which one of its ids stands: something of theirs tied into one's own. */
export async function tiesTo(
  tx: Tx,
  tables: readonly OwnedTable[],
  { organisation, ids }: { organisation: string; ids: readonly string[] },
): Promise<string[]> {
  const found = ids.map((id) => sql`t::text like ${`%${id}%`}`)
  const each = tables.map(
    ({ name, owner }) =>
      sql`select ${name} || ': ' || t::text as line from ${sql.identifier(name)} t
          where ${sql.identifier(owner)} is distinct from ${organisation} and (${sql.join(found, sql` or `)})`,
  )
  return (await rowsOf<{ line: string }>(tx, sql.join(each, sql` union all `))).map(({ line }) => line.slice(0, 200))
}
