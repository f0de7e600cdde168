import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { topics } from '#rooms/trade/door.ts'
import { setAnswers } from './actions.ts'
import { answersOf, findCard } from './queries.ts'
import { api as spots } from './spots/api.ts'
import { api as tips } from './tips/api.ts'

const Topics = z
  .object({ topics: z.array(z.string()).meta({ description: 'Ids of the topics of /terms.' }) })
  .meta({ id: 'PartnerTopics', description: 'Which questions a partner answers for this school.' })
const known = z.enum(topics.map(({ id }) => id) as [string, ...string[]])
const TopicsSent = z.strictObject({ topics: z.array(known).max(topics.length) }).meta({ id: 'PartnerTopicsSent' })

const gone = [404, 'There is no such partner at this school.'] as const

async function topicsAt({ tx, me, params, today }: Given<{ id: string }, unknown, unknown>) {
  if (!(await findCard(tx, me.organisationId, params.id, today))) throw new Problem(...gone)
  const found = (await answersOf(tx, me.organisationId)).filter(({ relationId }) => relationId === params.id)
  return { topics: found.map(({ topic }) => topic).sort() }
}

const one = { tag: 'Partners', path: '/partners/{id}/topics', params: { id: z.uuid() } }

export const api = [
  operation({
    id: 'getPartnerTopics',
    method: 'get',
    ...one,
    says: { en: 'Which questions a partner answers', nl: 'Welke vragen een partner beantwoordt' },
    scopes: ['partners:read'],
    answer: { status: 200, schema: Topics },
    run: topicsAt,
  }),
  operation({
    id: 'setPartnerTopics',
    method: 'put',
    ...one,
    says: { en: 'From now on these questions and no others', nl: 'Voortaan deze vragen en geen andere' },
    scopes: ['partners:read', 'partners:write'],
    body: TopicsSent,
    guarded: true,
    current: topicsAt,
    answer: { status: 200, schema: Topics },
    run: async (given) => {
      unless(await setAnswers(given.tx, given.me, given.params.id, given.body.topics), {
        'not-found': gone,
        'not-yours': [403, 'Whoever made this token may not tend this line.'],
      })
      return topicsAt(given)
    },
  }),
  ...tips,
  ...spots,
]
