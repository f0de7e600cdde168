import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { colleaguesOf, spacesOf } from '#rooms/people/door.ts'
import { allCards } from '../queries.ts'

/** What a list is laid beside: the partners that are there, the colleagues it may name, the rooms. */
export async function besideList(tx: Tx, schoolId: string, today: Day) {
  const cards = await allCards(tx, schoolId, today)
  const colleagues = await colleaguesOf(tx, schoolId, today)
  const spaces = await spacesOf(tx, schoolId)
  const existing = cards.map(({ id, name, place, website, phone, faces }) => ({
    ...{ id, name, place, website, phone },
    contacts: faces.map((face) => ({ phone: face.phone ?? '', mail: face.mail ?? '' })),
  }))
  return { existing, colleagues, spaces, today }
}
export type Beside = Awaited<ReturnType<typeof besideList>>
