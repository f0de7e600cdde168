import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { stillLasts } from './access.ts'
import { tableLinks, tableSides } from './tables.ts'

/** Both columns of one table, as whoever asks may see them. */
export const tableOf = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select()
    .from(tableSides)
    .where(and(eq(tableSides.schoolId, schoolId), eq(tableSides.relationId, relationId)))

/** As a partner: the line in the address, when it is with us, and the name of the school. */
export async function lineWithUs(tx: Tx, organisationId: string, relationId: string) {
  const [found] = await tx
    .select({ schoolId: relations.schoolId, id: relations.id, name: relations.name, school: organisations.name })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .where(and(eq(relations.organisationId, organisationId), eq(relations.id, relationId)))
  return found
}

/** As a guest: the link she holds, while it lasts. */
export async function heldLink(tx: Tx, digest: string) {
  const [found] = await tx
    .select()
    .from(tableLinks)
    .where(and(eq(tableLinks.tokenDigest, digest), stillLasts))
  return found
}

export async function nameOfPerson(tx: Tx, personId: string): Promise<string | null> {
  const [found] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  return found?.name ?? null
}

/** The first face with a mail address: she gets the link. */
export async function faceToInvite(tx: Tx, schoolId: string, relationId: string, today: Day) {
  const [found] = await tx
    .select({
      ...{ faceId: faces.id, name: faces.name, mail: sql<string>`${faces.mail}` },
      ...{ schoolName: organisations.name, partnerName: relations.name },
    })
    .from(faces)
    .innerJoin(relations, and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId)))
    .innerJoin(organisations, eq(organisations.id, faces.schoolId))
    .where(
      and(
        ...[eq(faces.schoolId, schoolId), eq(faces.relationId, relationId), isNotNull(faces.mail)],
        or(isNull(faces.leftOn), sql`${faces.leftOn} > ${today}`),
      ),
    )
    .orderBy(asc(faces.rank))
    .limit(1)
  return found
}

/** To whom a link went that still works. */
export async function invitedTo(tx: Tx, schoolId: string, relationId: string) {
  const [found] = await tx
    .select({ name: tableLinks.name, sentAt: tableLinks.sentAt })
    .from(tableLinks)
    .where(
      and(
        eq(tableLinks.schoolId, schoolId),
        eq(tableLinks.relationId, relationId),
        sql`${tableLinks.expiresAt} > now()`,
      ),
    )
  return found
}
