import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { roles } from '#rooms/trade/door.ts'
import { cardsOf } from './queries.ts'
import { holdersOf, isOnCard, rightsOf, saidOf } from './rules.ts'

const RoleCard = z
  .object({
    role: z.string(),
    name: z.string(),
    task: z.string(),
    decides: z.string(),
    consulted: z.string(),
    rights: z.array(z.string()).meta({ description: 'What the house opens for this role.' }),
    holders: z.array(z.object({ personId: z.uuid(), name: z.string(), days: z.array(z.int()) })),
  })
  .meta({ id: 'RoleCard', description: 'What a role does, decides and is asked about at this school, in Dutch.' })

export const api = [
  operation({
    id: 'listRoleCards',
    method: 'get',
    path: '/role-cards',
    tag: 'People',
    says: { en: 'Role cards', nl: 'Rolkaarten' },
    scopes: ['people:read'],
    answer: { status: 200, schema: z.object({ items: z.array(RoleCard) }) },
    run: async ({ tx, me, today }) => {
      const { own } = await cardsOf(tx, me.organisationId)
      const staff = await colleaguesOf(tx, me.organisationId, today)
      const items = roles.flatMap(({ id: role, nl: name }) => {
        const told = isOnCard(role) ? saidOf(role, own.get(role), 'nl') : undefined
        const holders = holdersOf(staff, role, today).map(({ personId, name, days }) => ({
          ...{ personId, name, days: [...days] },
        }))
        return told ? [{ role, name, ...told, rights: rightsOf(role), holders }] : []
      })
      return { items }
    },
  }),
]
