import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { findCard } from '../queries.ts'
import { tipsOf } from './queries.ts'
import { stages } from './tables.ts'

const Tip = z
  .object({
    id: z.uuid(),
    topic: z.string().nullable().meta({ description: 'When it is about one question: a topic of /terms.' }),
    line: z.string(),
    usedOn: z.iso.date().meta({ description: 'The month it was last used, as its first day.' }),
    stage: z.enum(stages).nullable(),
    authorId: z.uuid().nullable(),
    author: z.string().nullable().meta({ description: 'With the scope people:read.' }),
    confirmedOn: z.iso.date().meta({ description: 'When its author last said so.' }),
  })
  .meta({ id: 'Tip', description: 'One line of experience with a partner. Never about a person.' })

export const api = [
  operation({
    id: 'listTips',
    method: 'get',
    path: '/partners/{id}/tips',
    tag: 'Network',
    says: { en: 'What colleagues say of a partner', nl: 'Tips van collega’s over een partner' },
    scopes: ['partners:read', 'network:read'],
    params: { id: z.uuid() },
    query: paging,
    answer: { status: 200, schema: pageOf(Tip) },
    run: async ({ tx, me, params, today, query }) => {
      const at = { schoolId: me.organisationId, relationId: params.id }
      if (!(await findCard(tx, at.schoolId, at.relationId, today)))
        throw new Problem(404, 'There is no such partner at this school.')
      return pageFrom(await tipsOf(tx, { ...at, reader: me.personId, today }), query)
    },
  }),
]
