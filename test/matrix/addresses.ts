import { sql } from 'drizzle-orm'
import type { Hono } from 'hono'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Street } from '#kit/http/types.ts'

/** Every address of the house, as the application itself knows them: what a room adds is here at once. */
export type Address = { method: 'GET' | 'POST'; path: string; params: readonly Param[] }
export type Param = { written: string; name: string; noun: string }

export function addressesOf(app: Hono<Street>): Address[] {
  const seen = new Map<string, Address>()
  // Programs have a matrix of their own (api.test.ts): no cookie opens anything there.
  for (const { method, path } of app.routes)
    if ((method === 'GET' || method === 'POST') && path !== '/*' && !path.startsWith('/api/v1'))
      seen.set(`${method} ${path}`, { method, path, params: paramsOf(path) })
  return [...seen.values()]
}

/** The places in an address, with the shape they must have: `:id{[0-9a-f-]{36}}` has braces in its braces. */
export const places = /:\w+(\{(?:[^{}]|\{\d+\})*\})?/g

const paramsOf = (path: string): Param[] =>
  [...path.matchAll(/(?:([a-z-]+)\/)?([a-z-]+)\/(:(\w+)(?:\{(?:[^{}]|\{\d+\})*\})?)/g)].map(
    ([, before, noun, written, name]) => {
      // The same noun can stand for something else behind another.
      const longer = `${before}/${noun}`
      return { written: written!, name: name!, noun: longer in nouns ? longer : noun! }
    },
  )

/** The address with its places filled in. */
export const at = (address: Address, values: readonly string[]) =>
  address.params.reduce((path, { written }, place) => path.replace(written, values[place] ?? ''), address.path)

/**
 * What the noun before a place in an address stands for: rows of a table, or words that are the same for everyone.
 * A new noun in an address is one more line here; the test says so when it is forgotten.
 */
export const nouns: Record<string, { table: string; column?: string } | { words: readonly string[]; because: string }> =
  {
    mensen: { table: 'people' },
    groepen: { table: 'groups' },
    ruimtes: { table: 'spaces' },
    netwerk: { table: 'relations' },
    overname: { table: 'takeovers' },
    gezichten: { table: 'faces' },
    delen: { table: 'offers' },
    tips: { table: 'tips' },
    overdracht: { table: 'handovers' },
    stukken: { table: 'handover_items' },
    lijnen: { table: 'relations' },
    vragen: { table: 'requests' },
    stemmingen: { table: 'polls' },
    stem: { words: ['een-woord-dat-niet-klopt'], because: 'a secret of one voter, kept as a digest' },
    keuzes: { table: 'choices' },
    voorstellen: { table: 'proposals' },
    voorstel: { words: ['de-waterlelie-wilgenveen'], because: 'an address everybody may try' },
    besluiten: { table: 'resolutions' },
    partners: { table: 'relations' },
    vermeldingen: { table: 'relations' },
    'met-wie': {
      words: ['de-waterlelie-wilgenveen', 'het-molentje-wilgenveen'],
      because: 'an address everybody may try',
    },
    eenheden: { table: 'units' },
    competenties: { table: 'competences' },
    punten: { table: 'vision_points' },
    grenzen: { words: ['schulden_wonen', 'techniek'], because: 'topics of the taxonomy, nobody’s' },
    vraag: { words: ['een-woord-dat-niet-klopt'], because: 'a secret of one link, kept as a digest' },
    'mijn-vragen': {
      words: ['00000000-0000-4000-8000-000000000000'],
      because: 'opened by a code to one’s own mail address, held in a cookie; src/rooms/requests/links tests it',
    },
    jaarplan: { table: 'school_days' },
    bijeenkomsten: { table: 'meetings' },
    genodigden: { table: 'meeting_invitees' },
    data: { words: ['2026-12-01'], because: 'a day; whose series it is in stands before it' },
    bijeenkomst: { words: ['een-woord-dat-niet-klopt'], because: 'a secret of one who is invited, kept as a digest' },
    aanwezigheid: { table: 'presences' },
    lessen: { table: 'groups' },
    'rooster/sessies': { table: 'sessions' },
    plekken: { table: 'placements' },
    weekvoorstellen: { table: 'week_plans' },
    'uitzonderingen/sessies': { table: 'session_changes' },
    'uitzonderingen/groepen': { table: 'group_changes' },
    'uitzonderingen/partners': { table: 'presence_changes' },
    hal: { words: ['een-woord-dat-niet-klopt'], because: 'a secret of one screen, kept as a digest' },
    'scherm/partners': { table: 'relations' },
    'scherm/uren': { table: 'hall_hours' },
    eigen: { table: 'calendars' },
    'eigen/week': { table: 'duties' },
    abonnementen: { table: 'feeds' },
    feed: { words: ['een-woord-dat-niet-klopt.ics'], because: 'a secret of one person, kept as a digest' },
    kaarten: { words: ['meldcode', 'acuut'], because: 'safety flags of the taxonomy, nobody’s' },
    routes: { words: ['pesten', 'dyslexie'], because: 'topics of the taxonomy, nobody’s' },
    onderwerpen: { words: ['pesten', 'dyslexie'], because: 'topics of the taxonomy, nobody’s' },
    link: { words: ['een-woord-dat-niet-klopt'], because: 'a one-time word, kept as a digest, for one browser' },
    soorten: { words: ['tso', 'nme'], because: 'kinds of partner of the taxonomy, nobody’s' },
    'witte-vlekken/vragen': { words: ['pesten', 'dyslexie'], because: 'topics of the taxonomy, nobody’s' },
    wachtwoord: {
      words: ['een-woord-dat-niet-klopt'],
      because: 'a one-time word, kept as a digest: nobody can look it up',
    },
    uitnodigingen: { table: 'invitations' },
    accent: { words: ['1d3a6b-aaaaaaaa.css'], because: 'a colour made into a stylesheet, nobody’s' },
    ouders: { words: ['de-waterlelie-wilgenveen', 'het-molentje-wilgenveen'], because: 'an address everybody may try' },
    aanbod: { table: 'parent_offers' },
    via: { words: ['elders'], because: 'a provider, nobody’s' },
    aanmeldwegen: { words: ['nooit-geweest'], because: 'the gate looks among the links of who asks only' },
    sleutels: { words: ['nooit-geweest'], because: 'the gate looks among the passkeys of who asks only' },
    sessies: { words: ['nooit-geweest'], because: 'the gate looks among the sessions of who asks only' },
    webhooks: { table: 'webhooks' },
    koppelingen: { table: 'integrations' },
    afspraken: { table: 'agreements' },
    attenties: { table: 'occasions' },
    'tandem/punten': { table: 'tandem_points' },
    rollen: { words: ['ib', 'leerkracht'], because: 'roles of the taxonomy, nobody’s' },
    draaiboeken: { table: 'playbooks' },
    taken: { table: 'playbook_tasks' },
    kennisgroepen: { table: 'circles' },
    leden: { table: 'people' },
    verslagen: { table: 'circle_notes' },
    tafel: { table: 'relations' },
    'aan-tafel': { words: ['een-woord-dat-niet-klopt'], because: 'a secret of one link, kept as a digest' },
    opvolging: { words: ['een-woord-dat-niet-klopt'], because: 'a secret of one link, kept as a digest' },
    jaarronde: { table: 'relations' },
    succes: { table: 'aims' },
    contact: { table: 'contact_moments' },
    uitnodiging: { words: ['een-woord-dat-niet-klopt'], because: 'a one-time word, kept as a digest' },
  }

/** The column that says whose a row is. */
export const ownerColumns = ['school_id', 'organisation_id'] as const

export type OwnedTable = { name: string; owner: string; columns: string[]; keys: string[] }

/** Every table of which the rows belong to one organisation, found in the database itself. */
export async function ownedTables(tx: Tx): Promise<OwnedTable[]> {
  const rows = await rowsOf<{ name: string; columns: string[]; keys: string[] }>(
    tx,
    sql`select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns,
          array_agg(a.attname::text order by a.attnum) filter (where a.attnum = any(i.indkey::int2[])) as keys
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relkind = 'r' group by 1 order by 1`,
  )
  return rows.flatMap((row) => {
    // People have no owner in their key; who wrote them down is.
    const owner = row.name === 'people' ? 'noted_by' : ownerColumns.find((column) => row.columns.includes(column))
    return owner && row.name !== 'organisations' ? [{ ...row, owner }] : []
  })
}
