import { and, between, eq, sql } from 'drizzle-orm'
import { signalSource } from '#kit/http/signals.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { relations } from '../tables.ts'
import { words } from '../words/words.ts'

const daysAhead = 90

/** A line that ends soon. */
export const endingLines = signalSource<{ until: Day }>({
  kind: 'relations.ending',
  rank: 3,
  name: (language) => words.in(language)['signal.ending'],
  step: (language) => words.in(language)['signal.ending.step'],
  rows: ({ organisationId, today }) =>
    sql`select ${relations.id}::text, ${relations.id}, null::uuid, jsonb_build_object('until', ${relations.until})
      from ${relations} where ${and(
        eq(relations.schoolId, organisationId),
        between(relations.until, today, dayPlus(today, daysAhead)),
      )}`,
  read: ({ until }, { relationId, language, today }) => ({
    said: fill(words.in(language)['signal.ending.said'], { day: sayDay(until, language, today) }),
    ...{ day: until, href: `/netwerk/${relationId}/afsluiting` },
  }),
})
