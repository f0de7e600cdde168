import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { insertMany } from '#kit/db/many.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import type { Served } from '../served.ts'

/** The map with as many points as a municipality has partners. */
export const many = 2_960
/** A municipality's worth of partners, and colleagues to hold them. */
export async function fillWithPartners(house: Served) {
  await house.asKeeper(async (tx) => {
    const [school] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.name, 'De Waterlelie'), eq(organisations.kind, 'school')))
    const schoolId = school!.id
    const persons = Array.from({ length: 120 }, (_, nth) => ({
      ...{ id: crypto.randomUUID(), name: `Collega ${nth}`, source: 'test', notedBy: schoolId },
    }))
    await insertMany(tx, people, persons)
    await insertMany(
      tx,
      memberships,
      persons.map(({ id }) => ({ organisationId: schoolId, id, personId: id, roles: ['leerkracht'], days: [1] })),
    )
    const types = ['bibliotheek', 'logopedist', 'wijkagent', null]
    await insertMany(
      tx,
      relations,
      Array.from({ length: many }, (_, nth) => ({
        ...{ schoolId, id: crypto.randomUUID(), name: `Partner ${nth}`, levels: ['group' as const] },
        type: types[nth % types.length] ?? null,
        ownerId: persons[(nth * nth) % persons.length]!.id,
        deputyId: nth % 3 ? persons[(nth * 7) % persons.length]!.id : null,
      })),
    )
  })
}

/** Painted so many times since the page was opened. */
export const drawn = (page: Page, times = 1) =>
  page.waitForFunction(
    (many) => Number(document.querySelector<HTMLElement>('#tekening')?.dataset['places'] ?? 0) >= many,
    times,
    { timeout: 60_000 },
  )

/** By keyboard and by hand: along the points, closer and back, drawn aside, and all of it again. */
export async function workTheMap(page: Page) {
  await page.getByRole('application').focus()
  for (const key of ['ArrowRight', 'ArrowDown', '+', '+', '-', 'Escape']) await page.keyboard.press(key)
  const box = (await page.locator('canvas').boundingBox())!
  await page.mouse.move(box.x + 300, box.y + 200)
  await page.mouse.down()
  for (let step = 0; step < 10; step++) await page.mouse.move(box.x + 300 + 10 * step, box.y + 200 + 5 * step)
  await page.mouse.up()
  await page.getByRole('button', { name: 'Alles in beeld' }).click()
  await page.waitForTimeout(400)
}
