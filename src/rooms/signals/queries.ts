import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Signals } from '#kit/http/signals.ts'
import type { Day } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { isColleague, memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { seesAll, seesTogether } from './access.ts'
import type { Rest, Signal } from './rules.ts'
import { signalRests } from './tables.ts'

const sayers = alias(people, 'sayers')

type Row = {
  kind: string
  id: string
  facts: unknown
  who: Signal['who']
  line: Signal['line']
  rest: Rest | null
}
export type Asking = { sources: Signals; today: Day; language: Language }

/**
 * Everything that wants somebody's eye, as the rooms say it by their own rules: of the whole school for who leads it, of her
 * own lines for everybody else. What rests is among it, and says so. One query, however many rooms there are.
 */
export async function allSignals(
  tx: Tx,
  me: Actor,
  { today, language, ...asking }: Asking,
  whole = seesAll(me),
): Promise<Signal[]> {
  const sources = [...asking.sources].sort((a, b) => a.rank - b.rank)
  if (!isColleague(me) || !sources.length) return []
  const from = { organisationId: me.organisationId, today }
  const rows = await rowsOf<Row>(tx, inOne(sources, from, whole ? null : me.personId))
  const known = new Map(sources.map((source) => [source.kind, source]))
  return rows.flatMap(({ kind, id, facts, line, ...row }) => {
    const source = known.get(kind)
    const said = source?.read(facts, { ...from, id, relationId: line?.id ?? null, language })
    if (!source || !said) return []
    const { title = line?.name ?? '', ...more } = said
    return [
      { kind, thing: id, group: source.name(language), step: source.step(language), title, ...more, ...row, line },
    ]
  })
}

/** The same without what rests. */
export const openSignals = async (tx: Tx, me: Actor, asking: Asking): Promise<Signal[]> =>
  (await allSignals(tx, me, asking)).filter(({ rest }) => rest === null)

/** What is open about the lines of the whole school, for the two who look at it together: the same for both, empty for others. */
export const signalsTogether = async (tx: Tx, me: Actor, asking: Asking): Promise<Signal[]> =>
  seesTogether(me)
    ? (await allSignals(tx, me, asking, true)).filter(({ rest, line }) => rest === null && line !== null)
    : []

function inOne(sources: Signals, from: { organisationId: string; today: Day }, reader: string | null) {
  const each = sources.map(
    ({ kind, rows }, place) => sql`select ${kind}::text as kind, ${sql.raw(String(place))} as place, t.*
      from (${rows(from)}) t (id, relation_id, person_id, facts)`,
  )
  const { organisationId, today } = from
  const acts = sql`coalesce(s.person_id, ${relations.ownerId})`
  return sql`select s.kind, s.id, s.facts,
      case when ${memberships.personId} is null then null else jsonb_build_object('id', ${people.id}, 'name', ${people.name}) end
        as who,
      case when ${relations.id} is null then null else jsonb_build_object('id', ${relations.id}, 'name', ${relations.name},
        'levels', ${relations.levels}, 'ownerId', ${relations.ownerId}, 'deputyId', ${relations.deputyId}) end as line,
      case when ${signalRests.until} is null then null else jsonb_build_object('until', ${signalRests.until},
        'why', ${signalRests.why}, 'by', ${sayers.name}) end as rest
    from (${sql.join(each, sql` union all `)}) s
    left join ${relations} on ${and(eq(relations.schoolId, organisationId), eq(relations.id, sql`s.relation_id`))}
    left join ${memberships} on ${and(
      ...[eq(memberships.organisationId, organisationId), eq(memberships.personId, acts)],
      or(isNull(memberships.until), gte(memberships.until, today)),
    )}
    left join ${people} on ${eq(people.id, memberships.personId)}
    left join ${signalRests} on ${and(
      ...[eq(signalRests.schoolId, organisationId), eq(signalRests.kind, sql`s.kind`)],
      ...[eq(signalRests.thing, sql`s.id`), sql`${signalRests.relationId} is not distinct from s.relation_id`],
      sql`${signalRests.until} > ${today}`,
    )}
    left join ${people} as ${sayers} on ${eq(sayers.id, signalRests.saidBy)}
    where ${
      reader === null ? sql`true` : sql`${reader}::uuid in (s.person_id, ${relations.ownerId}, ${relations.deputyId})`
    } order by s.place, s.id`
}
