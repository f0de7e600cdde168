import type { Town } from '#kit/http/types.ts'
import { writeCard } from './actions.ts'

/** At Het Molentje the head is care coordinator too, and says so in her own words. */
export async function demo(town: Town) {
  const said = {
    task: 'Bewaakt de zorg op onze kleine school. Dat doet de directeur er zelf bij, op vaste momenten.',
    decides: null,
    consulted: 'Eerst even samen koffie; daarna pas een formulier.',
  }
  const done = await town.as(town.actors.get('Ilse Wagenaar')!, (tx, me) => writeCard(tx, me, 'ib', said))
  if (!done.ok) throw new Error(`the role card of Het Molentje: ${done.because}`)
}
