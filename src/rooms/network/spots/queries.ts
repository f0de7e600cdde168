import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { nearOnes, schoolsNear } from '../profiles/queries.ts'
import { isOpen } from '../queries.ts'
import { answers } from '../tables.ts'
import type { LineBeside } from './rules.ts'
import { omissions } from './tables.ts'

/** Further than this nobody is “near”. */
export const nearKm = 25

/** Of every open line: what kind of partner it is, and which questions it answers here. */
export const linesBeside = (tx: Tx, schoolId: string, today: Day): Promise<LineBeside[]> =>
  tx
    .select({
      type: relations.type,
      topics: sql<
        string[]
      >`coalesce((select json_agg(${answers.topic}) from ${answers} where ${answers.schoolId} = relations.school_id
        and ${answers.relationId} = relations.id), '[]'::json)`,
    })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), isOpen(today)))

export const omissionsOf = (tx: Tx, schoolId: string) =>
  tx
    .select({
      kind: omissions.kind,
      what: omissions.what,
      reason: omissions.reason,
      decidedOn: omissions.decidedOn,
      by: people.name,
    })
    .from(omissions)
    .leftJoin(people, eq(people.id, omissions.decidedBy))
    .where(eq(omissions.schoolId, schoolId))
    .orderBy(asc(omissions.decidedOn))
export type LeftOut = Awaited<ReturnType<typeof omissionsOf>>[number]

/** Who could be asked, per kind: partners that made themselves known, schools of the national list, one's own board. */
export type Candidate = { name: string; place: string | null; phone: string | null; km: number | undefined }
export type Candidates = Readonly<Record<string, Candidate[]>>

export async function candidatesFor(tx: Tx, schoolId: string, types: readonly string[]): Promise<Candidates> {
  const near = (await nearOnes(tx, schoolId, types, Infinity)).filter(({ km = Infinity }) => km <= nearKm)
  const found: Record<string, Candidate[]> = Object.fromEntries(
    types.map((type) => [type, near.filter((one) => one.type === type).slice(0, 3)]),
  )
  if (types.includes('buurschool')) found['buurschool'] = await schoolsNear(tx, schoolId)
  if (types.includes('schoolbestuur')) found['schoolbestuur'] = await boardOf(tx, schoolId)
  return found
}

const boardOf = (tx: Tx, schoolId: string): Promise<Candidate[]> =>
  tx
    .select({
      name: organisations.name,
      place: organisations.place,
      phone: organisations.phone,
      km: sql<undefined>`null`.mapWith(() => undefined),
    })
    .from(organisations)
    .where(
      sql`${organisations.id} = (select mine.board_id from ${organisations} mine where mine.id = ${schoolId}::uuid)`,
    )
