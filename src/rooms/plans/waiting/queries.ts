import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import { signalSource } from '#kit/http/signals.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { proposals } from '../desk/tables.ts'
import { involvements, resolutions } from '../resolutions/tables.ts'
import { asksDecision } from '../rules.ts'
import { choices, decisions, type Outcome } from '../tables.ts'
import { words } from '../words/words.ts'

type Choosing = { name: string; seenBy: Day; askedOn: Day; last: Outcome | null }
/** A choice that asks to be decided by who leads. */
export const choicesWaiting = signalSource<Choosing>({
  kind: 'plans.choice',
  rank: 2,
  name: (language) => words.in(language)['signal.choice'],
  step: (language) => words.in(language)['signal.choice.step'],
  // Of whom it waits on nobody is named: it is for who leads. The line it is about has its own holder.
  rows: ({ organisationId }) => sql`select ${choices.id}::text, ${choices.lineId}, null::uuid, jsonb_build_object(
      'name', ${choices.name}, 'seenBy', ${choices.seenBy}, 'askedOn', ${choices.askedOn},
      'last', (select d.outcome from ${decisions} d where d.school_id = ${choices.schoolId} and d.choice_id = ${choices.id}
        order by d.at desc limit 1))
    from ${choices} where ${eq(choices.schoolId, organisationId)}`,
  read: ({ name, seenBy, askedOn, last }, { id, language, today }) => {
    if (!asksDecision({ seenBy }, last, today)) return undefined
    const [said, day] =
      last === null ? (['signal.choice.new', askedOn] as const) : (['signal.choice.trial', seenBy] as const)
    return {
      said: fill(words.in(language)[said], { day: sayDay(day, language, today) }),
      ...{ day, href: `/keuzes/${id}`, title: name },
    }
  },
})

type Resolving = { title: string; decidesOn: Day; unheard: number; ticked: number }
/** Something is going to be decided, and partners it touches were not ticked or not heard yet. */
export const partnersUnheard = signalSource<Resolving>({
  kind: 'plans.resolution',
  rank: 3,
  name: (language) => words.in(language)['signal.resolution'],
  step: (language) => words.in(language)['signal.resolution.step'],
  rows: ({ organisationId, today }) => sql`select ${resolutions.id}::text, null::uuid, ${resolutions.recordedBy},
      jsonb_build_object('title', ${resolutions.title}, 'decidesOn', ${resolutions.decidesOn},
        'ticked', count(${involvements.relationId}),
        'unheard', count(*) filter (where ${involvements.way} = 'involved' and ${involvements.said} is null))
    from ${resolutions} left join ${involvements} on ${involvements.schoolId} = ${resolutions.schoolId}
      and ${involvements.resolutionId} = ${resolutions.id}
    where ${and(eq(resolutions.schoolId, organisationId), gte(resolutions.decidesOn, today))}
    group by ${resolutions.schoolId}, ${resolutions.id}`,
  read: ({ title, decidesOn, unheard, ticked }, { id, language, today }) => {
    if (ticked > 0 && unheard === 0) return undefined
    const t = words.in(language)
    const day = sayDay(decidesOn, language, today)
    const said = ticked === 0 ? t['signal.resolution.nobody'] : t['signal.resolution.unheard']
    return { said: fill(said, { day, count: unheard }), day: decidesOn, href: `/besluiten/${id}`, title }
  },
})

const twoWeeks = 14
/** An offer that lies there for two weeks without an answer. */
export const offersLying = signalSource<{ name: string; arrivedOn: Day }>({
  kind: 'plans.offer',
  rank: 3,
  name: (language) => words.in(language)['signal.offer'],
  step: (language) => words.in(language)['signal.offer.step'],
  rows: ({ organisationId, today }) => sql`select ${proposals.id}::text, null::uuid, ${proposals.passedTo},
      jsonb_build_object('name', ${proposals.name}, 'arrivedOn', ${proposals.arrivedOn})
    from ${proposals} where ${and(
      ...[eq(proposals.schoolId, organisationId), inArray(proposals.stage, ['new', 'passed'])],
      lte(proposals.arrivedOn, dayPlus(today, -twoWeeks)),
    )}`,
  read: ({ name, arrivedOn }, { id, language, today }) => ({
    said: fill(words.in(language)['signal.offer.said'], { day: sayDay(arrivedOn, language, today) }),
    ...{ day: arrivedOn, href: `/voorstellen/${id}`, title: name },
  }),
})
