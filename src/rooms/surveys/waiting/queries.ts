import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { signalSource } from '#kit/http/signals.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { polls, pollVoters, ways } from '../tables.ts'
import { words } from '../words/words.ts'

const thisWeek = 7
type Voting = { question: string; closesOn: Day; asked: number; voted: number }
/** The team is asked until a day that is near. How many have voted, never who. */
export const pollsClosing = signalSource<Voting>({
  kind: 'surveys.poll',
  rank: 3,
  name: (language) => words.in(language)['signal.poll'],
  step: (language) => words.in(language)['signal.poll.step'],
  rows: ({ organisationId, today }) => sql`select ${polls.id}::text, null::uuid, ${polls.askedBy}, jsonb_build_object(
      'question', ${polls.question}, 'closesOn', ${polls.closesOn}, 'asked', count(${pollVoters.id}),
      'voted', count(*) filter (where ${pollVoters.voted}))
    from ${polls} left join ${pollVoters} on ${pollVoters.schoolId} = ${polls.schoolId} and ${pollVoters.pollId} = ${polls.id}
    where ${and(
      ...[eq(polls.schoolId, organisationId), isNull(polls.closedOn), inArray(polls.kind, [...ways])],
      lte(polls.closesOn, dayPlus(today, thisWeek)),
    )} group by ${polls.schoolId}, ${polls.id}`,
  read: ({ question, closesOn, asked, voted }, { id, language, today }) => {
    if (asked === voted) return undefined
    const day = sayDay(closesOn, language, today)
    return {
      said: fill(words.in(language)['signal.poll.said'], { day, voted, asked }),
      ...{ day: closesOn, href: `/stemmingen/${id}`, title: question },
    }
  },
})
