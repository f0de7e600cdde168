import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { bellTimesOf, colleaguePage, findColleague, groupsOf, spacesOf } from './queries.ts'

const weekdays = z.array(z.int().min(1).max(7)).meta({ description: 'Monday is 1.' })

const Colleague = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mail: z.string().nullable(),
    phone: z.string().nullable(),
    roles: z.array(z.string()),
    days: weekdays,
    deputyId: z.uuid().nullable(),
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
  })
  .meta({ id: 'Colleague', description: 'A person in this organisation: her roles, her days, who stands in.' })

const Group = z
  .object({
    id: z.uuid(),
    name: z.string(),
    years: z.array(z.int()),
    pupils: z.int().nullable(),
    teachers: z
      .array(z.object({ personId: z.uuid(), days: weekdays }))
      .meta({ description: 'Empty without the scope people:read.' }),
  })
  .meta({ id: 'Group', description: 'A class: name, years, number of pupils. Never a child.' })

const Space = z.object({ id: z.uuid(), name: z.string(), note: z.string().nullable() }).meta({ id: 'Space' })
const clock = z.string().meta({ description: 'HH:MM' })
const BellTime = z
  .object({ weekday: z.int(), from: clock, until: clock, part: z.enum(['lesson', 'break', 'lunch']) })
  .meta({ id: 'BellTime' })

const asColleague = <T extends { personId: string }>(one: T) => ({ ...one, id: one.personId })
const short = (time: string) => time.slice(0, 5)

export const api = [
  operation({
    id: 'listPeople',
    method: 'get',
    path: '/people',
    tag: 'People',
    says: { en: 'Colleagues, today and later', nl: 'Collega’s, vandaag en later' },
    scopes: ['people:read'],
    query: paging,
    answer: { status: 200, schema: pageOf(Colleague) },
    run: async ({ tx, me, today, query: { cursor, limit } }) => {
      const rows = await colleaguePage(tx, me.organisationId, { today, after: afterOf(cursor), most: limit + 1 })
      return paged(rows.map(asColleague), limit)
    },
  }),
  operation({
    id: 'getPerson',
    method: 'get',
    path: '/people/{id}',
    tag: 'People',
    says: { en: 'One colleague', nl: 'Eén collega' },
    scopes: ['people:read'],
    params: { id: z.uuid() },
    answer: { status: 200, schema: Colleague },
    run: async ({ tx, me, params }) => {
      const one = await findColleague(tx, me.organisationId, params.id)
      if (!one) throw new Problem(404, 'There is no such colleague in this organisation.')
      return asColleague(one)
    },
  }),
  operation({
    id: 'listGroups',
    method: 'get',
    path: '/groups',
    tag: 'House',
    says: { en: 'Groups of this school', nl: 'Groepen van deze school' },
    scopes: ['school:read'],
    query: paging,
    answer: { status: 200, schema: pageOf(Group) },
    run: async ({ tx, me, query }) => pageFrom(await groupsOf(tx, me.organisationId), query),
  }),
  operation({
    id: 'listSpaces',
    method: 'get',
    path: '/spaces',
    tag: 'House',
    says: { en: 'Rooms in the building', nl: 'Ruimtes in het gebouw' },
    scopes: ['school:read'],
    query: paging,
    answer: { status: 200, schema: pageOf(Space) },
    run: async ({ tx, me, query }) => pageFrom(await spacesOf(tx, me.organisationId), query),
  }),
  operation({
    id: 'listBellTimes',
    method: 'get',
    path: '/bell-times',
    tag: 'House',
    says: { en: 'When lessons and breaks are', nl: 'Wanneer les en pauze is' },
    scopes: ['school:read'],
    answer: { status: 200, schema: z.object({ items: z.array(BellTime) }) },
    run: async ({ tx, me }) => ({
      items: (await bellTimesOf(tx, me.organisationId)).map((time) => ({
        ...time,
        from: short(time.from),
        until: short(time.until),
      })),
    }),
  }),
]
