import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations, themes } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'
import type { Candidate } from './rules.ts'
import { showcaseAddresses, showcaseLines, showcaseObjections, showcases } from './tables.ts'

const collated = (name: typeof showcaseLines.name | typeof relations.name) => sql`${name} collate "und-x-icu"`
const lasts = (today: Day) => sql`coalesce(${relations.until}, ${today}) >= ${today}`
const sameLine = and(eq(relations.schoolId, showcaseLines.schoolId), eq(relations.id, showcaseLines.relationId))

/** The school behind an address. Asked as a passer-by there is none unless its page is open. */
export async function schoolAt(tx: Tx, address: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ id: showcaseAddresses.organisationId })
    .from(showcaseAddresses)
    .where(eq(showcaseAddresses.address, address))
  return found?.id
}

/** All that stands on the page, for whoever asks: a passer-by, or a colleague who looks beforehand. */
export async function publicPage(tx: Tx, schoolId: string, today: Day) {
  const [school] = await tx
    .select({
      ...{ name: organisations.name, place: organisations.place, phone: organisations.phone },
      ...{ website: organisations.website, accent: themes.accent, brand: themes.brand },
      intro: showcases.intro,
    })
    .from(organisations)
    .leftJoin(showcases, eq(showcases.schoolId, organisations.id))
    .leftJoin(themes, eq(themes.organisationId, organisations.boardId))
    .where(eq(organisations.id, schoolId))
  if (!school) return undefined
  const partners = await tx
    .select({ name: showcaseLines.name, website: showcaseLines.website, why: showcaseLines.why })
    .from(showcaseLines)
    .innerJoin(relations, sameLine)
    .where(and(eq(showcaseLines.schoolId, schoolId), lasts(today)))
    .orderBy(collated(showcaseLines.name))
  return { school, partners }
}
export type PublicPage = NonNullable<Awaited<ReturnType<typeof publicPage>>>

export async function findShowcase(tx: Tx, schoolId: string) {
  const [found] = await tx
    .select({ openedAt: showcases.openedAt, intro: showcases.intro, address: showcaseAddresses.address })
    .from(showcases)
    .leftJoin(showcaseAddresses, eq(showcaseAddresses.organisationId, showcases.schoolId))
    .where(eq(showcases.schoolId, schoolId))
  return found
}

export async function addressOf(tx: Tx, schoolId: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ address: showcaseAddresses.address })
    .from(showcaseAddresses)
    .where(eq(showcaseAddresses.organisationId, schoolId))
  return found?.address
}

/** Every open line, with whether it stands on the page and whether the partner wants that. One query. */
export async function candidatesOf(tx: Tx, schoolId: string, today: Day): Promise<Candidate[]> {
  const found = await tx
    .select({
      ...{ id: relations.id, name: relations.name, form: relations.form, type: relations.type },
      website: relations.website,
      // Drizzle takes a joined object for absent when its first column is null: the name is always there.
      onPage: { name: showcaseLines.name, website: showcaseLines.website, why: showcaseLines.why },
      objectedOn: showcaseObjections.objectedOn,
    })
    .from(relations)
    .leftJoin(showcaseLines, sameLine)
    .leftJoin(
      showcaseObjections,
      and(eq(showcaseObjections.schoolId, relations.schoolId), eq(showcaseObjections.relationId, relations.id)),
    )
    .where(and(eq(relations.schoolId, schoolId), lasts(today)))
    .orderBy(collated(relations.name))
  return found.map(({ objectedOn, ...line }) => ({ ...line, objected: objectedOn !== null }))
}

/** As a partner: on the pages of which schools we stand, or do not want to. */
export async function shownWithUs(tx: Tx, organisationId: string) {
  const lines = await tx
    .select({
      ...{ schoolId: relations.schoolId, relationId: relations.id, school: organisations.name },
      shown: { name: showcaseLines.name, website: showcaseLines.website, why: showcaseLines.why },
      objectedOn: showcaseObjections.objectedOn,
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(showcaseLines, sameLine)
    .leftJoin(
      showcaseObjections,
      and(eq(showcaseObjections.schoolId, relations.schoolId), eq(showcaseObjections.relationId, relations.id)),
    )
    .where(eq(relations.organisationId, organisationId))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`)
  return lines.filter(({ shown, objectedOn }) => shown !== null || objectedOn !== null)
}
export type ShownWithUs = Awaited<ReturnType<typeof shownWithUs>>[number]
