import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations, themes } from '#rooms/organisations/door.ts'
import { colleaguesOf, memberships, people } from '#rooms/people/door.ts'
import { type Named, type ShownTopic, shownTopics } from './rules.ts'
import {
  type ParentOffer,
  type ParentPage,
  parentAddresses,
  parentNames,
  parentOffers,
  parentPages,
  parentTopics,
} from './tables.ts'

const schoolFacts = {
  id: organisations.id,
  name: organisations.name,
  place: organisations.place,
  phone: organisations.phone,
  website: organisations.website,
  accent: themes.accent,
  brand: themes.brand,
}
export type School = {
  id: string
  name: string
  place: string | null
  phone: string | null
  website: string | null
  accent: string | null
  brand: string | null
}
type OwnWords = Pick<ParentPage, 'greeting' | 'supportWebsite' | 'supportPhone' | 'complaintsWebsite'>
export type PublicPage = { school: School; own: OwnWords; named: Named[]; topics: ShownTopic[]; offers: ParentOffer[] }

const blank: OwnWords = { greeting: null, supportWebsite: null, supportPhone: null, complaintsWebsite: null }

/** The school behind an address. Asked as a passer-by there is none unless its page is open. */
export async function schoolAt(tx: Tx, address: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ id: parentAddresses.organisationId })
    .from(parentAddresses)
    .where(eq(parentAddresses.address, address))
  return found?.id
}

/** All that stands on the page, for whoever is asking: a passer-by, or a colleague who looks beforehand. */
export async function publicPage(tx: Tx, schoolId: string, today: Day): Promise<PublicPage | undefined> {
  const [school] = await tx
    .select(schoolFacts)
    .from(organisations)
    .leftJoin(themes, eq(themes.organisationId, organisations.boardId))
    .where(eq(organisations.id, schoolId))
  if (!school) return undefined
  const page = await findPage(tx, schoolId)
  const named = await namesOn(tx, schoolId, today)
  const topics = shownTopics(await topicsOf(tx, schoolId), named)
  return { school, own: page ?? blank, named, topics, offers: await offersOf(tx, schoolId) }
}

export type FoundPage = ParentPage & { address: string | null; school: string }

export async function findPage(tx: Tx, schoolId: string): Promise<FoundPage | undefined> {
  const [page] = await tx
    .select({
      schoolId: parentPages.schoolId,
      openedAt: parentPages.openedAt,
      greeting: parentPages.greeting,
      supportWebsite: parentPages.supportWebsite,
      supportPhone: parentPages.supportPhone,
      complaintsWebsite: parentPages.complaintsWebsite,
      address: parentAddresses.address,
      school: organisations.name,
    })
    .from(parentPages)
    .innerJoin(organisations, eq(organisations.id, parentPages.schoolId))
    .leftJoin(parentAddresses, eq(parentAddresses.organisationId, parentPages.schoolId))
    .where(eq(parentPages.schoolId, schoolId))
  return page
}

export const topicsOf = (tx: Tx, schoolId: string) =>
  tx.select().from(parentTopics).where(eq(parentTopics.schoolId, schoolId))

export const offersOf = (tx: Tx, schoolId: string): Promise<ParentOffer[]> =>
  tx
    .select()
    .from(parentOffers)
    .where(eq(parentOffers.schoolId, schoolId))
    .orderBy(asc(parentOffers.what), asc(parentOffers.id))

/** Who let her name stand here, and works here today. */
export const namesOn = (tx: Tx, schoolId: string, today: Day): Promise<Named[]> =>
  tx
    .select({ name: people.name, roles: memberships.roles })
    .from(parentNames)
    .innerJoin(
      memberships,
      and(eq(memberships.organisationId, parentNames.schoolId), eq(memberships.personId, parentNames.personId)),
    )
    .innerJoin(people, eq(people.id, parentNames.personId))
    .where(
      and(
        eq(parentNames.schoolId, schoolId),
        or(isNull(memberships.from), lte(memberships.from, today)),
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(sql`${people.name} collate "und-x-icu"`)

/** What the school arranges of its page, and on which topics it names a task that nobody has. */
export async function arrangement(tx: Tx, schoolId: string, today: Day) {
  const page = await findPage(tx, schoolId)
  const topics = await topicsOf(tx, schoolId)
  const named = await namesOn(tx, schoolId, today)
  const here = new Set((await colleaguesOf(tx, schoolId, today)).flatMap(({ roles }) => roles))
  const unheld = new Set(
    shownTopics(topics, named)
      .filter(({ role }) => !here.has(role))
      .map(({ id }): string => id),
  )
  return { page, topics, named, unheld, offers: await offersOf(tx, schoolId) }
}

/** Since when her own name may stand on this school's page. */
export async function gaveHerName(tx: Tx, schoolId: string, personId: string): Promise<Date | undefined> {
  const [given] = await tx
    .select({ givenAt: parentNames.givenAt })
    .from(parentNames)
    .where(and(eq(parentNames.schoolId, schoolId), eq(parentNames.personId, personId)))
  return given?.givenAt
}
