import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { allSignals } from './queries.ts'

const day = z.iso.date()
const Signal = z
  .object({
    kind: z.string().meta({ description: 'Which room says it, and what: agreements.silence.' }),
    id: z.string().meta({ description: 'Of that kind, which thing.' }),
    title: z.string(),
    said: z.string().meta({ description: 'One short line in English.' }),
    day: day.nullable().meta({ description: 'Since when, or by when.' }),
    path: z.string().meta({ description: 'The page where the next step is taken.' }),
    partnerId: z.uuid().nullable(),
    levels: z.array(z.enum(['pupil', 'group', 'organisation'])),
    personId: z.uuid().nullable().meta({ description: 'Who would have to act.' }),
    restsUntil: day.nullable().meta({ description: 'Quiet until this day, because somebody said so.' }),
  })
  .meta({
    id: 'Signal',
    description: 'Something about a line or an agreement that wants an eye. Never a judgement of anybody.',
  })

export const api = [
  operation({
    id: 'listSignals',
    method: 'get',
    tag: 'Signals',
    path: '/signals',
    scopes: [
      ...['signals:read', 'partners:read', 'contacts:read', 'people:read'],
      ...['agreements:read', 'requests:read', 'plans:read', 'handovers:read'],
    ],
    says: { en: 'What in the network wants an eye', nl: 'Wat in het netwerk om aandacht vraagt' },
    more: 'Of the whole school when whoever made the token leads it, else of her own lines. Votes of the team are not among it.',
    answer: { status: 200, schema: z.object({ items: z.array(Signal) }) },
    run: async ({ tx, me, today, signals: sources }) => ({
      items: (await allSignals(tx, me, { sources, today, language: 'en' })).map(
        ({ kind, thing, title, said, day: on, href, line, who, rest }) => ({
          ...{ kind, id: thing, title, said, day: on, path: href, partnerId: line?.id ?? null },
          ...{ levels: line?.levels ?? [], personId: who?.id ?? null, restsUntil: rest?.until ?? null },
        }),
      ),
    }),
  }),
]
