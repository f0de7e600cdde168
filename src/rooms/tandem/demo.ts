import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { addPoint, carry, chooseDay, type Done, settle, takeSignal } from './actions.ts'
import { agreedInTown, carriedInTown, ownInTown, ownInVillage } from './content/demo-tandem.ts'
import { saySignal } from './pages/signals.tsx'
import { pointsOf } from './queries.ts'
import { words } from './words/words.ts'

/** Nadia and Marjolein of De Waterlelie speak every two weeks; one thing was agreed, two are for next time. Ilse is both. */
export async function demo(town: Town) {
  const [nadia, marjolein] = [town.actors.get('Nadia Bouzid')!, town.actors.get('Marjolein van Veen')!]
  const { today, signals: sources } = town
  const told = (done: Done) => {
    if (!done.ok) throw new Error(`the tandem: ${done.because}`)
  }
  const idOf = (what: string) =>
    town.as(nadia, async (tx, me) => (await pointsOf(tx, me.organisationId)).find((one) => one.what === what)?.id ?? '')
  told(await town.as(nadia, (tx, me) => chooseDay(tx, me, dayPlus(today, 2), today)))
  for (const what of [agreedInTown.what, carriedInTown, ownInTown])
    told(await town.as(marjolein, (tx, me) => addPoint(tx, me, what, today)))
  const agreed = await idOf(agreedInTown.what)
  told(await town.as(nadia, (tx, me) => settle(tx, me, agreed, agreedInTown.outcome, dayPlus(today, -12))))
  const carried = await idOf(carriedInTown)
  told(await town.as(nadia, (tx, me) => carry(tx, me, carried, today)))
  const asking = { sources, today, language: 'nl' as const }
  const taking = { kind: 'network.alone', asking, say: saySignal.bind(null, words.in('nl')) }
  told(await town.as(nadia, (tx, me) => takeSignal(tx, me, taking)))
  const ilse = town.actors.get('Ilse Wagenaar')!
  told(await town.as(ilse, (tx, me) => addPoint(tx, me, ownInVillage, today)))
}
