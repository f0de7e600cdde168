import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { type Looking, signalSource } from '#kit/http/signals.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { relations } from '#rooms/relations/door.ts'
import { contactMoments } from '../contacts/tables.ts'
import { turnOf } from '../rules.ts'
import { stateOfStep } from '../steps/rules.ts'
import { type LineStep, lineSteps } from '../steps/tables.ts'
import { agreements, aims, keepings, manners } from '../tables.ts'
import { words } from '../words/words.ts'

const daysAhead = 14
const halfAYear = 183
const open = ({ organisationId, today }: Looking) =>
  and(eq(relations.schoolId, organisationId), or(isNull(relations.until), gte(relations.until, today)))
const itsManners = sql`left join ${manners} on ${manners.schoolId} = ${relations.schoolId}
  and ${manners.relationId} = ${relations.id}`

type Spoken = {
  lastOn: Day | null
  knownOn: Day
  rhythm: { everyWeeks: number | null; nextOn: Day | null; sleepsUntil: Day | null }
}
/** Nobody has spoken with them when it was time, or for half a year. */
export const silences = signalSource<Spoken>({
  kind: 'agreements.silence',
  rank: 2,
  name: (language) => words.in(language)['signal.silence'],
  step: (language) => words.in(language)['signal.silence.step'],
  rows: (from) => sql`select ${relations.id}::text, ${relations.id}, null::uuid, jsonb_build_object(
      'lastOn', (select max(${contactMoments.day}) from ${contactMoments} where ${contactMoments.schoolId} = ${relations.schoolId}
        and ${contactMoments.relationId} = ${relations.id}),
      'knownOn', ${relations.createdAt}::date, 'rhythm', jsonb_build_object('everyWeeks', ${manners.everyWeeks},
        'nextOn', ${manners.nextOn}, 'sleepsUntil', ${manners.sleepsUntil}))
    from ${relations} ${itsManners} where ${open(from)}`,
  read: (spoken, { relationId, language, today }) => {
    const turn = turnOf(spoken.rhythm, spoken, today)
    const [t, href] = [words.in(language), `/netwerk/${relationId}/afspraken`]
    const say = (day: Day) => sayDay(day, language, today)
    if (turn.kind === 'turn') return { said: fill(t['signal.silence.turn'], { day: say(turn.on) }), day: turn.on, href }
    if (turn.kind !== 'quiet') return undefined
    if (turn.since) return { said: fill(t['signal.silence.since'], { day: say(turn.since) }), day: turn.since, href }
    // What came in lately has had no time for it yet.
    return spoken.knownOn <= dayPlus(today, -halfAYear)
      ? { said: t['signal.silence.never'], day: spoken.knownOn, href }
      : undefined
  },
})

/** What was agreed and has run out, or soon does, and of which nobody has said whether it was kept. */
export const promisesDue = signalSource<{ what: string; until: Day }>({
  kind: 'agreements.due',
  rank: 2,
  name: (language) => words.in(language)['signal.due'],
  step: (language) => words.in(language)['signal.due.step'],
  rows: (from) => sql`select ${agreements.id}::text, ${relations.id}, ${agreements.personId},
      jsonb_build_object('what', ${agreements.what}, 'until', ${agreements.until})
    from ${agreements} join ${relations} on ${relations.schoolId} = ${agreements.schoolId}
      and ${relations.id} = ${agreements.relationId}
    where ${and(open(from), lte(agreements.until, dayPlus(from.today, daysAhead)))} and not exists (select 1 from ${keepings}
      where ${keepings.schoolId} = ${agreements.schoolId} and ${keepings.agreementId} = ${agreements.id})`,
  read: ({ what, until }, { relationId, language, today }) => {
    const t = words.in(language)
    const said = t[until < today ? 'signal.due.late' : 'signal.due.soon']
    const day = sayDay(until, language, today)
    return { said: fill(said, { what, day }), day: until, href: `/netwerk/${relationId}/afspraken` }
  },
})

/** The day has come on which both would look whether it has succeeded. */
export const aimsToLookAt = signalSource<{ success: string; lookOn: Day }>({
  kind: 'agreements.aim',
  rank: 2,
  name: (language) => words.in(language)['signal.aim'],
  step: (language) => words.in(language)['signal.aim.step'],
  rows: (from) => sql`select ${aims.id}::text, ${relations.id}, null::uuid,
      jsonb_build_object('success', ${aims.success}, 'lookOn', ${aims.lookOn})
    from ${aims} join ${relations} on ${relations.schoolId} = ${aims.schoolId} and ${relations.id} = ${aims.relationId}
    where ${and(open(from), isNull(aims.outcome), lte(aims.lookOn, from.today))}`,
  read: ({ success, lookOn }, { relationId, language, today }) => ({
    said: fill(words.in(language)['signal.aim.said'], { success, day: sayDay(lookOn, language, today) }),
    ...{ day: lookOn, href: `/netwerk/${relationId}/afspraken` },
  }),
})

type StepFacts = Pick<LineStep, 'step' | 'closedOn' | 'declined' | 'decidedOn'> & {
  until: Day | null
  sleepsUntil: Day | null
}
/** What was decided about a line, and is not done. */
export const stepsWaiting = signalSource<StepFacts>({
  kind: 'agreements.step',
  rank: 2,
  name: (language) => words.in(language)['signal.step'],
  step: (language) => words.in(language)['signal.step.step'],
  rows: (
    from,
  ) => sql`select ${lineSteps.id}::text, ${relations.id}, null::uuid, jsonb_build_object('step', ${lineSteps.step},
      'closedOn', ${lineSteps.closedOn}, 'declined', ${lineSteps.declined}, 'decidedOn', ${lineSteps.decidedOn},
      'until', ${relations.until}, 'sleepsUntil', ${manners.sleepsUntil})
    from ${lineSteps} join ${relations} on ${relations.schoolId} = ${lineSteps.schoolId}
      and ${relations.id} = ${lineSteps.relationId} ${itsManners}
    where ${and(open(from), isNull(lineSteps.closedOn))}`,
  read: (facts, { relationId, language, today }) => {
    if (stateOfStep(facts, facts, today) !== 'waits') return undefined
    const day = sayDay(facts.decidedOn, language, today)
    const said = fill(words.in(language)[`signal.step.${facts.step}`], { day })
    return { said, day: facts.decidedOn, href: `/netwerk/${relationId}/vervolg` }
  },
})
