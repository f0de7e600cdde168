import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'

/** The papers that are drawn from what stands in the code: the register of processing, from the tables themselves. */
const handbook = join(import.meta.dirname, '..', '..', 'docs', 'handbook')

/** A line of the register, as a privacy officer says it. Tables of sign-in have `gate.` before their name. */
export type Processing = {
  naam: string
  tabellen: string[]
  wie: string
  waarvoor: string
  grondslag: string
  wie_ziet: string
  bewaard: string
}
export type Table = { name: string; columns: string[] }

export const processings = (): Processing[] =>
  JSON.parse(readFileSync(join(handbook, 'papieren', 'register.json'), 'utf8')) as Processing[]

export const registerFile = join(handbook, 'papieren', 'register.md')

/** As the keeper: every table there is, with its columns. */
export const tablesOf = (tx: Tx): Promise<Table[]> =>
  rowsOf<Table>(
    tx,
    sql`select case n.nspname when 'gate' then 'gate.' || c.relname else c.relname::text end as name,
          array_agg(a.attname::text order by a.attnum) as columns
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'gate')
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' group by 1 order by 1`,
  )

export function drawRegister(lines: readonly Processing[], tables: readonly Table[]): string {
  const columnsOf = (name: string) => tables.find((table) => table.name === name)?.columns.join(', ') ?? '?'
  const line = ({ naam, tabellen, wie, waarvoor, grondslag, wie_ziet, bewaard }: Processing) => [
    `## ${naam}`,
    '',
    `- **Van wie**: ${wie}`,
    `- **Waarvoor**: ${waarvoor}`,
    `- **Grondslag**: ${grondslag}`,
    `- **Wie ziet het**: ${wie_ziet}`,
    `- **Hoe lang**: ${bewaard}`,
    '- **Gegevens**, zoals ze in de database heten:',
    ...tabellen.map((table) => `  - \`${table}\`: ${columnsOf(table)}`),
    '',
  ]
  return [
    '# Register van verwerkingen',
    '',
    'Getekend uit de database en `register.json`; wijzig dit blad niet met de hand. De grondslagen zijn ons voorstel: het',
    'bestuur stelt ze vast. Verantwoordelijke is het schoolbestuur; wie het huis draait, is verwerker.',
    '',
    ...lines.flatMap(line),
  ].join('\n')
}
