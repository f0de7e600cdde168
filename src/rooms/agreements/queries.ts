import { and, asc, desc, eq, gt, gte, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { contactMoments } from './contacts/tables.ts'
import { byTurn, pointsAtSomebody, turnOf } from './rules.ts'
import { type Agreement, agreements, aims, keepings, manners } from './tables.ts'

/** The line that things are agreed about, as whoever asks may see it. */
export async function lineOf(tx: Tx, schoolId: string, relationId: string) {
  const [found] = await tx
    .select({
      ...{ schoolId: relations.schoolId, id: relations.id, name: relations.name, until: relations.until },
      ...{ ownerId: relations.ownerId, deputyId: relations.deputyId, organisationId: relations.organisationId },
      ...{ since: relations.since, place: relations.place, postcode: relations.postcode },
      owner: people.name,
    })
    .from(relations)
    .leftJoin(people, eq(people.id, relations.ownerId))
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, relationId)))
  return found
}
export type LineKept = NonNullable<Awaited<ReturnType<typeof lineOf>>>

/** The adults on both sides of a line, by name: they may be named in what one writes about it. */
export async function adultsAround(tx: Tx, schoolId: string, relationId: string): Promise<string[]> {
  const outside = tx
    .select({ name: faces.name })
    .from(faces)
    .where(and(eq(faces.schoolId, schoolId), eq(faces.relationId, relationId)))
  const inside = tx
    .select({ name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, schoolId))
  return (await inside.unionAll(outside)).map(({ name }) => name)
}

type About = { schoolId: string; relationId: string; name: string }
/** Whether somebody is named in this text who is not of this line, or a number or birthday stands in it. */
export const namesAnother = async (tx: Tx, { schoolId, relationId, name }: About, text: string): Promise<boolean> =>
  pointsAtSomebody(text, [name, ...(await adultsAround(tx, schoolId, relationId))])

type Word = { side: 'school' | 'partner'; kept: boolean; saidOn: Day }
export type AgreementShown = Pick<Agreement, 'id' | 'what' | 'part' | 'personId' | 'until' | 'madeOn'> & {
  person: string | null
  words: Word[]
}
const wordsOf = sql<
  Word[]
>`coalesce((select json_agg(json_build_object('side', ${keepings.side}, 'kept', ${keepings.kept},
  'saidOn', ${keepings.saidOn}) order by ${keepings.side} desc) from ${keepings}
  where ${keepings.schoolId} = ${agreements.schoolId} and ${keepings.agreementId} = ${agreements.id}), '[]'::json)`
const shown = {
  ...{ id: agreements.id, what: agreements.what, part: agreements.part, personId: agreements.personId },
  ...{ until: agreements.until, madeOn: agreements.madeOn, person: people.name, words: wordsOf },
}

/** What was agreed with this partner, the first due on top. */
export const agreementsOf = (tx: Tx, schoolId: string, relationId: string): Promise<AgreementShown[]> =>
  tx
    .select(shown)
    .from(agreements)
    .leftJoin(people, eq(people.id, agreements.personId))
    .where(and(eq(agreements.schoolId, schoolId), eq(agreements.relationId, relationId)))
    .orderBy(asc(agreements.until), asc(agreements.what))

/** What counts as success here, the last written first: that is the one that holds. */
export const aimsOf = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select()
    .from(aims)
    .where(and(eq(aims.schoolId, schoolId), eq(aims.relationId, relationId)))
    .orderBy(desc(aims.writtenOn), desc(aims.lookOn))

export async function mannersOf(tx: Tx, schoolId: string, relationId: string) {
  const [found] = await tx
    .select()
    .from(manners)
    .where(and(eq(manners.schoolId, schoolId), eq(manners.relationId, relationId)))
  return found
}

export async function isOneOfUs(tx: Tx, schoolId: string, personId: string): Promise<boolean> {
  const here = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.organisationId, schoolId), eq(memberships.personId, personId)))
    .limit(1)
  return here.length > 0
}

export async function findAgreement(tx: Tx, id: string) {
  const [found] = await tx
    .select({ agreement: agreements, line: relations })
    .from(agreements)
    .innerJoin(relations, and(eq(relations.schoolId, agreements.schoolId), eq(relations.id, agreements.relationId)))
    .where(eq(agreements.id, id))
  return found
}

export async function findAim(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select()
    .from(aims)
    .where(and(eq(aims.schoolId, schoolId), eq(aims.id, id)))
  return found
}

const lastContact = sql<Day | null>`(select max(${contactMoments.day})::text from ${contactMoments}
  where ${contactMoments.schoolId} = ${relations.schoolId} and ${contactMoments.relationId} = ${relations.id})`

/** Every open line with whose turn it is, the longest waiting on top. One query. */
export async function turnsOf(tx: Tx, schoolId: string, today: Day) {
  const found = await tx
    .select({
      ...{ id: relations.id, name: relations.name, ownerId: relations.ownerId, deputyId: relations.deputyId },
      ...{ owner: people.name, lastOn: lastContact, createdAt: relations.createdAt },
      // Drizzle takes a joined object for absent when its first column is null, so the key comes first.
      manners: {
        relationId: manners.relationId,
        everyWeeks: manners.everyWeeks,
        nextOn: manners.nextOn,
        sleepsUntil: manners.sleepsUntil,
      },
    })
    .from(relations)
    .leftJoin(people, eq(people.id, relations.ownerId))
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
  return found
    .map(({ createdAt, ...line }) => {
      const spoken = { lastOn: line.lastOn, knownOn: dayOf(createdAt) }
      return { ...line, turn: turnOf(line.manners, spoken, today) }
    })
    .sort(byTurn)
}
export type OnTurn = Awaited<ReturnType<typeof turnsOf>>[number]

const notSaid = sql`not exists (select 1 from ${keepings} where ${keepings.schoolId} = ${agreements.schoolId}
  and ${keepings.agreementId} = ${agreements.id})`
const withPartner = { relationId: relations.id, partner: relations.name, ownerId: relations.ownerId }

/** What is agreed and of which nobody has said yet whether it was kept. */
export const openAgreements = (tx: Tx, schoolId: string) =>
  tx
    .select({ ...shown, ...withPartner })
    .from(agreements)
    .innerJoin(relations, and(eq(relations.schoolId, agreements.schoolId), eq(relations.id, agreements.relationId)))
    .leftJoin(people, eq(people.id, agreements.personId))
    .where(and(eq(agreements.schoolId, schoolId), notSaid))
    .orderBy(asc(agreements.until))
export type OpenAgreement = Awaited<ReturnType<typeof openAgreements>>[number]

/** As a partner: what every school agreed with us, and what counts as success there. */
export async function agreedWithUs(tx: Tx, organisationId: string) {
  const found = await tx
    .select({ ...shown, schoolId: agreements.schoolId, school: organisations.name })
    .from(agreements)
    .innerJoin(relations, and(eq(relations.schoolId, agreements.schoolId), eq(relations.id, agreements.relationId)))
    .innerJoin(organisations, eq(organisations.id, agreements.schoolId))
    .leftJoin(people, eq(people.id, agreements.personId))
    .where(eq(relations.organisationId, organisationId))
    .orderBy(asc(organisations.name), asc(agreements.until))
  const successes = await tx
    .select({ schoolId: aims.schoolId, school: organisations.name, success: aims.success, lookOn: aims.lookOn })
    .from(aims)
    .innerJoin(relations, and(eq(relations.schoolId, aims.schoolId), eq(relations.id, aims.relationId)))
    .innerJoin(organisations, eq(organisations.id, aims.schoolId))
    .where(and(eq(relations.organisationId, organisationId), isNull(aims.outcome)))
    .orderBy(asc(organisations.name))
  const lines = await tx
    .select({ schoolId: relations.schoolId, relationId: relations.id, school: organisations.name })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .where(eq(relations.organisationId, organisationId))
    .orderBy(asc(organisations.name))
  return { agreed: found, successes, lines }
}
export type AgreedWithUs = Awaited<ReturnType<typeof agreedWithUs>>

type Wish = { relationId?: string | undefined; after?: string | undefined; only?: string | undefined; most: number }
/** All that this school agreed, in the order of their ids, some at a time or only this one: for programs. */
export const agreementPage = (tx: Tx, schoolId: string, { relationId, after, only, most }: Wish) =>
  tx
    .select({ ...shown, relationId: agreements.relationId })
    .from(agreements)
    .leftJoin(people, eq(people.id, agreements.personId))
    .where(
      and(
        eq(agreements.schoolId, schoolId),
        relationId ? eq(agreements.relationId, relationId) : undefined,
        after ? gt(agreements.id, after) : undefined,
        only ? eq(agreements.id, only) : undefined,
      ),
    )
    .orderBy(asc(agreements.id))
    .limit(most)
export type AgreementRow = Awaited<ReturnType<typeof agreementPage>>[number]
