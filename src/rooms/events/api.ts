import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { datedTasks, findPlaybook, playbooksOf } from './queries.ts'
import { eventKinds, linesOf } from './rules.ts'

const fields = {
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(eventKinds),
  day: z.iso.date().nullable(),
  ownerId: z.uuid().nullable(),
  owner: z.string().nullable(),
  tasks: z.int(),
  done: z.int().meta({ description: 'So many of the tasks are done.' }),
}
const Playbook = z
  .object(fields)
  .meta({ id: 'Playbook', description: 'How a school does one of its big days: by whom, for which day, how far.' })
const WholePlaybook = z
  .object({
    ...fields,
    tasks: z.array(
      z.object({
        id: z.uuid(),
        what: z.string(),
        offset: z.int().meta({ description: 'In days from the day; negative is before.' }),
        date: z.iso.date().nullable().meta({ description: 'The school day on which it falls.' }),
        doerId: z.uuid().nullable(),
        doer: z.string().nullable(),
        doneOn: z.iso.date().nullable(),
      }),
    ),
    materials: z.array(z.string()),
    risks: z.array(z.string()),
    remarks: z.array(z.string()).meta({ description: 'What was learnt for next time.' }),
    partners: z.array(z.object({ id: z.uuid(), name: z.string(), note: z.string().nullable() })),
    partnerTypes: z
      .array(z.string())
      .meta({ description: 'Of the partnerTypes of /terms: who belongs to such a day.' }),
  })
  .meta({ id: 'WholePlaybook', description: 'A playbook with its tasks, lists and partners.' })

const read = {
  method: 'get',
  tag: 'Playbooks',
  scopes: ['partners:read', 'people:read', 'days:read', 'playbooks:read'],
} as const

export const api = [
  operation({
    id: 'listPlaybooks',
    ...read,
    path: '/playbooks',
    says: { en: 'Playbooks of big days', nl: 'Draaiboeken' },
    query: paging,
    answer: { status: 200, schema: pageOf(Playbook) },
    run: async ({ tx, me, query }) => pageFrom(await playbooksOf(tx, me.organisationId), query),
  }),
  operation({
    id: 'getPlaybook',
    ...read,
    path: '/playbooks/{id}',
    params: { id: z.uuid() },
    says: { en: 'One playbook, with its tasks and their dates', nl: 'Eén draaiboek, met de taken en hun datums' },
    answer: { status: 200, schema: WholePlaybook },
    run: async ({ tx, me, params }) => {
      const found = await findPlaybook(tx, me.organisationId, params.id)
      if (!found) throw new Problem(404, 'There is no such playbook at this school.')
      const { tasks } = await datedTasks(tx, me.organisationId, found)
      const lists = {
        materials: linesOf(found.materials),
        risks: linesOf(found.risks),
        remarks: linesOf(found.remarks),
      }
      return { ...found, ...lists, tasks, partners: found.partners.map(({ id, name, note }) => ({ id, name, note })) }
    },
  }),
]
