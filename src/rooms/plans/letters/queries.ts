import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { manners } from '#rooms/agreements/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { involvements, resolutions } from '../resolutions/tables.ts'
import { resolutionLetters } from './tables.ts'

const askers = alias(people, 'askers')

export type At = { id: string; relationId: string }
type First = { id: string; name: string; mail: string | null; language: string | null }

/** The letter to a partner that is ticked: whether it went and when; and to whom, by the name that stands on the card now. */
export const goneColumns = {
  ...{ relationId: resolutionLetters.relationId, way: resolutionLetters.way, sentAt: resolutionLetters.sentAt },
}
export const goneTo = sql<string>`coalesce((select ${faces.name} from ${faces} where ${faces.schoolId} = ${resolutionLetters.schoolId}
  and ${faces.id} = ${resolutionLetters.faceId}), ${relations.name})`
export const ofInvolvement = and(
  eq(resolutionLetters.schoolId, involvements.schoolId),
  eq(resolutionLetters.resolutionId, involvements.resolutionId),
  eq(resolutionLetters.relationId, involvements.relationId),
) as SQL

/** So many letters about decisions the school mailed since then. */
export const mailedSince = (tx: Tx, schoolId: string, since: Date): Promise<number> =>
  tx.$count(
    resolutionLetters,
    and(
      ...[eq(resolutionLetters.schoolId, schoolId), eq(resolutionLetters.way, 'mail')],
      gt(resolutionLetters.sentAt, since),
    ),
  )

/** All that a letter to one partner about one decision needs, and whether it has gone. One query. */
export async function letterAt(tx: Tx, me: { organisationId: string; personId: string }, at: At, today: Day) {
  // Who can be written to goes before who cannot; of those, who is rung first.
  const first = sql<First | null>`(select jsonb_build_object('id', ${faces.id}, 'name', ${faces.name}, 'mail', ${faces.mail}, 'language',
      (select ${people.language} from ${people} where lower(${people.mail}) = lower(${faces.mail}) limit 1))
    from ${faces} where ${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id}
    and (${faces.leftOn} is null or ${faces.leftOn} > ${today}) order by ${faces.mail} is null, ${faces.rank} limit 1)`
  const [found] = await tx
    .select({
      resolution: resolutions,
      ...{ way: involvements.way, askUntil: involvements.askUntil, face: first, label: manners.label },
      line: {
        ...{ id: relations.id, name: relations.name, ownerId: relations.ownerId, deputyId: relations.deputyId },
        ...{ place: relations.place, postcode: relations.postcode },
      },
      ...{ school: organisations.name, schoolPlace: organisations.place },
      asker: { id: askers.id, name: askers.name, mail: askers.mail },
      ...{ gone: goneColumns, goneTo },
    })
    .from(involvements)
    .innerJoin(
      resolutions,
      and(eq(resolutions.schoolId, involvements.schoolId), eq(resolutions.id, involvements.resolutionId)),
    )
    .innerJoin(relations, and(eq(relations.schoolId, involvements.schoolId), eq(relations.id, involvements.relationId)))
    .innerJoin(organisations, eq(organisations.id, involvements.schoolId))
    .leftJoin(askers, eq(askers.id, me.personId))
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .leftJoin(resolutionLetters, ofInvolvement)
    .where(
      and(
        ...[eq(involvements.schoolId, me.organisationId), eq(involvements.resolutionId, at.id)],
        ...[eq(involvements.relationId, at.relationId), sql`${involvements.way} <> 'not'`],
        sql`coalesce(${relations.until}, ${today}) >= ${today}`,
      ),
    )
  return found
}
export type LetterAt = NonNullable<Awaited<ReturnType<typeof letterAt>>>
