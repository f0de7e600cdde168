import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import { signalSource } from '#kit/http/signals.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { relations } from '#rooms/relations/door.ts'
import { isOverdue } from '../rules.ts'
import { type MomentKind, requestMoments, requests } from '../tables.ts'
import { words } from '../words/words.ts'

type Facts = { answerBy: Day; moments: { kind: MomentKind; at: string }[] }

/** A question to a partner that was not answered in time. What was asked stands behind it and not here. */
export const overdueQuestions = signalSource<Facts>({
  kind: 'requests.overdue',
  rank: 1,
  name: (language) => words.in(language)['signal.overdue'],
  step: (language) => words.in(language)['signal.overdue.step'],
  rows: ({ organisationId, today }) => sql`select ${requests.id}::text, ${requests.relationId},
      coalesce(${requests.askedBy}, ${relations.ownerId}), jsonb_build_object('answerBy', ${requests.answerBy}, 'moments',
        (select coalesce(jsonb_agg(jsonb_build_object('kind', ${requestMoments.kind}, 'at', ${requestMoments.at})), '[]')
          from ${requestMoments} where ${requestMoments.schoolId} = ${requests.schoolId}
          and ${requestMoments.requestId} = ${requests.id}))
    from ${requests} join ${relations} on ${relations.schoolId} = ${requests.schoolId}
      and ${relations.id} = ${requests.relationId}
    where ${and(
      eq(requests.schoolId, organisationId),
      isNotNull(requests.relationId),
      lt(requests.answerBy, today),
    )} and not exists (select 1 from ${requestMoments} where ${requestMoments.schoolId} = ${requests.schoolId}
      and ${requestMoments.requestId} = ${requests.id} and ${requestMoments.kind} in ('done', 'withdrawn', 'rerouted'))`,
  read: ({ answerBy, moments }, { id, language, today }) => {
    const told = moments.map(({ kind, at }) => ({ kind, at: new Date(at) }))
    if (!isOverdue(answerBy, told, today)) return undefined
    const day = sayDay(answerBy, language, today)
    return {
      said: fill(words.in(language)['signal.overdue.said'], { day }),
      ...{ day: answerBy, href: `/vragen/${id}` },
    }
  },
})
