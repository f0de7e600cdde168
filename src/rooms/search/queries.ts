import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { atOnce, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { answers } from '#rooms/network/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { colleaguesOf, dayPlan, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'

type FaceFound = { name: string; work: string | null; phone: string | null }
export type LineFound = {
  id: string
  name: string
  type: string | null
  place: string | null
  phone: string | null
  topics: string[]
  faces: FaceFound[]
}

const lasts = (today: Day) => or(isNull(relations.until), gte(relations.until, today))

// In a question to one table Drizzle writes a column without its table: inside a subselect it would be another's.
/** Every open line of one school with its faces and its questions: the house looks among these only. One query. */
const linesOf = (tx: Tx, schoolId: string, today: Day): Promise<LineFound[]> =>
  tx
    .select({
      ...{
        id: relations.id,
        name: relations.name,
        type: relations.type,
        place: relations.place,
        phone: relations.phone,
      },
      topics: sql<string[]>`coalesce((select json_agg(${answers.topic}) from ${answers}
        where ${answers.schoolId} = relations.school_id and ${answers.relationId} = relations.id), '[]'::json)`,
      faces: sql<FaceFound[]>`coalesce((select json_agg(json_build_object('name', ${faces.name}, 'work', ${faces.work},
        'phone', ${faces.phone}) order by ${faces.rank}) from ${faces} where ${faces.schoolId} = relations.school_id
        and ${faces.relationId} = relations.id and (${faces.leftOn} is null or ${faces.leftOn} > ${today})), '[]'::json)`,
    })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), lasts(today)))

/** Where a colleague of a school looks: its lines, its people, its groups. Three queries. */
export async function atSchool(tx: Tx, schoolId: string, today: Day) {
  const { lines, colleagues, plan } = await atOnce({
    lines: linesOf(tx, schoolId, today),
    colleagues: colleaguesOf(tx, schoolId, today),
    plan: dayPlan(tx, schoolId),
  })
  return { lines, colleagues, groups: plan.groups }
}
export type AtSchool = Awaited<ReturnType<typeof atSchool>>

const owners = alias(people, 'owners')
const deputies = alias(people, 'deputies')

/** Where a partner's professional looks: the lines schools keep with her organisation, and her own colleagues. */
export async function atPartner(tx: Tx, organisationId: string, today: Day) {
  const schools = await tx
    .select({
      ...{ id: relations.id, name: organisations.name, place: organisations.place, phone: organisations.phone },
      ...{ owner: owners.name, ownerPhone: owners.phone, deputy: deputies.name, deputyPhone: deputies.phone },
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(deputies, eq(deputies.id, relations.deputyId))
    .where(and(eq(relations.organisationId, organisationId), lasts(today)))
  return { schools, colleagues: await colleaguesOf(tx, organisationId, today) }
}
export type AtPartner = Awaited<ReturnType<typeof atPartner>>
