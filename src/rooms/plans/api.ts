import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { api as desk } from './desk/api.ts'
import { boundsOf, type ChoiceShown, choicePage, findChoice } from './queries.ts'
import { outcomes, rooms } from './tables.ts'
import { restraintsOf, visionOf } from './vision/queries.ts'

const day = z.iso.date()
const id = z.uuid()

const Vision = z
  .object({
    points: z.array(
      z.object({
        id,
        name: z.string(),
        about: z.string().nullable(),
        addedOn: day,
        retiredOn: day.nullable(),
      }),
    ),
    restraints: z
      .array(z.object({ topic: z.string(), reason: z.string(), decidedOn: day }))
      .meta({ description: 'Themes the school stays away from on purpose.' }),
    mostLines: z.int().nullable().meta({ description: 'How many lines the school can serve well, as agreed.' }),
    mostPerOwner: z.int().nullable(),
    isDeskOpen: z.boolean().meta({ description: 'Whether anybody may lay an offer before the school.' }),
  })
  .meta({ id: 'Vision', description: 'What the school wants with its pupils, and where it stops.' })

const Choice = z
  .object({
    id,
    partnerId: id.nullable().meta({ description: 'Null while the candidate is no partner yet.' }),
    name: z.string(),
    type: z.string().nullable(),
    topic: z.string().nullable(),
    visionId: id.nullable(),
    forWhom: z.string(),
    better: z.string(),
    seenBy: day.meta({ description: 'By when one would see it.' }),
    stops: z.string(),
    hours: z.int().meta({ description: 'A year.' }),
    ownerId: id.nullable(),
    room: z.enum(rooms).nullable().meta({ description: 'What makes room, where the school has all it can serve.' }),
    roomPartnerId: id.nullable(),
    askedOn: day,
    decisions: z.array(z.object({ outcome: z.enum(outcomes), why: z.string(), decidedOn: day })),
  })
  .meta({ id: 'Choice', description: 'Why this partner, for whom, until when, instead of what; and what was decided.' })

const asChoice = ({ choice: { lineId, roomLineId, ...choice }, decided }: ChoiceShown) => ({
  ...choice,
  ...{ partnerId: lineId, roomPartnerId: roomLineId, decisions: decided },
})

const read = { method: 'get', tag: 'Plans', scopes: ['plans:read'] } as const

export const api = [
  operation({
    id: 'getVision',
    ...read,
    path: '/vision',
    says: { en: 'What the school wants, and where it stops', nl: 'Wat de school wil, en waar zij niet aan begint' },
    answer: { status: 200, schema: Vision },
    run: async ({ tx, me }) => {
      const { deskOpenedAt, ...bounds } = await boundsOf(tx, me.organisationId)
      return {
        ...bounds,
        isDeskOpen: deskOpenedAt !== null,
        points: await visionOf(tx, me.organisationId),
        restraints: await restraintsOf(tx, me.organisationId),
      }
    },
  }),
  operation({
    id: 'listChoices',
    ...read,
    path: '/choices',
    says: { en: 'Choices of this school', nl: 'Keuzes van deze school' },
    query: paging,
    answer: { status: 200, schema: pageOf(Choice) },
    run: async ({ tx, me, query: { cursor, limit } }) => {
      const rows = await choicePage(tx, me.organisationId, { after: afterOf(cursor), most: limit + 1 })
      return paged(rows.map(asChoice), limit)
    },
  }),
  operation({
    id: 'getChoice',
    ...read,
    path: '/choices/{id}',
    params: { id },
    says: { en: 'One choice, with what was decided', nl: 'Eén keuze, met wat er besloten is' },
    answer: { status: 200, schema: Choice },
    run: choiceAt,
  }),
  ...desk,
]

async function choiceAt({ tx, me, params }: Given<{ id: string }, unknown, unknown>) {
  const found = await findChoice(tx, me.organisationId, params.id)
  if (!found) throw new Problem(404, 'There is no such choice at this school.')
  return asChoice(found)
}
