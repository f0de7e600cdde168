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

// Strings are stepped over, so that what looks like a comment in one is none.
const stringsAndComments = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
const withoutComments = (source: string) =>
  source.replace(stringsAndComments, (found) => (found.startsWith('/') ? ' ' : found))

const stringsAndTests = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<![.\w])test\(\s*/g

/**
 * True when this source calls `test` with exactly this title, and lets it run: commented out, skipped or to do is none. A
 * test that is run for each of several persons says first for whom.
 */
export function runsTest(source: string, title: string): boolean {
  const code = withoutComments(source)
  const bodies = [...code.matchAll(stringsAndTests)]
    .filter(([found]) => found.startsWith('test'))
    .map(({ index, 0: call }) => code.slice(index + call.length))
  const body = bodies.find((rest) => {
    const [, said = '', quoted = ''] = /^(?:['"](.*?)['"]|`(?:\$\{[^}]*\}: )?(.*?)`),/.exec(rest) ?? []
    return (said || quoted) === title
  })
  if (body === undefined) return false
  const end = body.search(/\n\s*(?:test|describe)\(/)
  return !/\.(?:skip|todo)\(|\b(?:skip|todo):/.test(end === -1 ? body : body.slice(0, end))
}

export const leafletFile = join(handbook, 'papieren', 'privacybijsluiter.md')

/** The annex of the privacy covenant: what the product does, from the register; what only an operator knows stays open. */
export function drawLeaflet(lines: readonly Processing[]): string {
  const cell = (text: string) => text.replaceAll('|', '/')
  const ofPersons = lines.filter(({ wie }) => wie !== 'niemand')
  const rows = ofPersons.map(
    ({ naam, wie, waarvoor, bewaard }) => `| ${[naam, wie, waarvoor, bewaard].map(cell).join(' | ')} |`,
  )
  return readFileSync(join(handbook, 'papieren', 'privacybijsluiter.sjabloon'), 'utf8').replace(
    '{{verwerkingen}}\n',
    `${['| Wat | Van wie | Waarvoor | Hoe lang |', '|---|---|---|---|', ...rows].join('\n')}\n`,
  )
}
