import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { weigh, weighOpposite } from './actions.ts'

/** Last year both said it, and saw it differently; this year Spraakwijzer was first. */
export async function demo(town: Town) {
  const relationId = town.recall('De Waterlelie: Logopedie Spraakwijzer')
  const [nadia, sanne] = [town.actors.get('Nadia Bouzid')!, town.actors.get('Sanne ter Horst')!]
  const lastYear = dayPlus(town.today, -365)
  const weighed = [
    await town.as(nadia, (tx, me) => weigh(tx, me, relationId, { weight: 'even', line: null }, lastYear)),
    await town.as(sanne, (tx, me) => weighOpposite(tx, me, relationId, { weight: 'give', line: gave }, lastYear)),
    await town.as(sanne, (tx, me) => weighOpposite(tx, me, relationId, { weight: 'even', line: now }, town.today)),
  ]
  if (weighed.some(({ ok }) => !ok)) throw new Error('they did not weigh')
}

const gave = 'Wij zochten dat jaar drie keer zelf een kamer.'
const now = 'De vaste spreekkamer scheelt ons veel.'
