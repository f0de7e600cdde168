import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { signalSource } from '#kit/http/signals.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { lineFunds } from '../funds/tables.ts'
import { aTermAhead } from '../horizon/rules.ts'
import { stateOf, waitsOnUs } from '../partings/rules.ts'
import { partingAnswers, partingLinks, partings } from '../partings/tables.ts'
import { words } from '../words/words.ts'

type Stops = {
  name: string
  faceId: string
  stopsOn: Day
  confirmedOn: Day | null
  successorId: string | null
  settledAt: null
  answers: number
  asked: number
}
/** Somebody at a partner stops, and the school has something to do about it. */
export const contactsStopping = signalSource<Stops>({
  kind: 'handovers.parting',
  rank: 1,
  name: (language) => words.in(language)['signal.parting'],
  step: (language) => words.in(language)['signal.parting.step'],
  rows: ({ organisationId, today }) => {
    const count = (of: typeof partingAnswers | typeof partingLinks) =>
      sql`(select count(*) from ${of} where ${of.schoolId} = ${partings.schoolId} and ${of.partingId} = ${partings.id})`
    return sql`select ${partings.id}::text, ${partings.relationId}, null::uuid, jsonb_build_object('name', ${faces.name},
        'faceId', ${faces.id}, 'stopsOn', ${partings.stopsOn}, 'confirmedOn', ${partings.confirmedOn},
        'successorId', ${partings.successorId}, 'settledAt', null, 'answers', ${count(partingAnswers)},
        'asked', ${count(partingLinks)})
      from ${partings} join ${faces} on ${faces.schoolId} = ${partings.schoolId} and ${faces.id} = ${partings.faceId}
        join ${relations} on ${relations.schoolId} = ${partings.schoolId} and ${relations.id} = ${partings.relationId}
      where ${and(
        eq(partings.schoolId, organisationId),
        or(isNull(relations.until), gte(relations.until, today)),
        isNull(partings.successorId),
      )}`
  },
  read: (facts, { relationId, language, today }) => {
    const state = stateOf(facts, facts)
    if (!waitsOnUs(state)) return undefined
    const { name, stopsOn, faceId } = facts
    const t = words.in(language)
    const said = t[`signal.parting.${state as 'said' | 'named' | 'open'}`]
    const href = `/netwerk/${relationId}/gezichten/${faceId}/vertrek`
    return { said: fill(said, { name, day: sayDay(stopsOn, language, today) }), day: stopsOn, href }
  },
})

const justEnded = 30
/** Money that a line runs on, and that ends within a term. */
export const moneyEnding = signalSource<{ name: string; endsOn: Day }>({
  kind: 'handovers.money',
  rank: 3,
  name: (language) => words.in(language)['signal.money'],
  step: (language) => words.in(language)['signal.money.step'],
  rows: ({ organisationId, today }) => sql`select ${lineFunds.id}::text, ${lineFunds.relationId}, null::uuid,
      jsonb_build_object('name', ${lineFunds.name}, 'endsOn', ${lineFunds.endsOn})
    from ${lineFunds} join ${relations} on ${relations.schoolId} = ${lineFunds.schoolId}
      and ${relations.id} = ${lineFunds.relationId}
    where ${and(
      eq(lineFunds.schoolId, organisationId),
      ...[gte(lineFunds.endsOn, dayPlus(today, -justEnded)), lte(lineFunds.endsOn, aTermAhead(today))],
      or(isNull(relations.until), gte(relations.until, today)),
    )}`,
  read: ({ name, endsOn }, { relationId, language, today }) => ({
    said: fill(words.in(language)[endsOn < today ? 'signal.money.ended' : 'signal.money.ends'], {
      ...{ name, day: sayDay(endsOn, language, today) },
    }),
    ...{ day: endsOn, href: `/netwerk/${relationId}/geld` },
  }),
})
