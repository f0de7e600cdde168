import { and, desc, eq, gt, gte, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces } from '#rooms/relations/door.ts'
import { type ContactMoment, contactMoments, copyAddresses } from './tables.ts'

/** What kept this line warm, the last first. */
export const contactOf = (tx: Tx, schoolId: string, relationId: string, most = 50) =>
  tx
    .select({
      ...{ id: contactMoments.id, day: contactMoments.day, kind: contactMoments.kind, way: contactMoments.way },
      ...{ direction: contactMoments.direction, line: contactMoments.line, personId: contactMoments.personId },
      ...{ agreed: contactMoments.agreed, next: contactMoments.next, nextOn: contactMoments.nextOn },
      ...{ person: people.name, face: faces.name },
    })
    .from(contactMoments)
    .leftJoin(people, eq(people.id, contactMoments.personId))
    .leftJoin(faces, and(eq(faces.schoolId, contactMoments.schoolId), eq(faces.id, contactMoments.faceId)))
    .where(and(eq(contactMoments.schoolId, schoolId), eq(contactMoments.relationId, relationId)))
    .orderBy(desc(contactMoments.day), desc(contactMoments.notedAt))
    .limit(most)
export type Contact = Awaited<ReturnType<typeof contactOf>>[number]

export async function findContact(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select()
    .from(contactMoments)
    .where(and(eq(contactMoments.schoolId, schoolId), eq(contactMoments.id, id)))
  return found
}

export async function copyAddressOf(tx: Tx, schoolId: string, relationId: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ local: copyAddresses.local })
    .from(copyAddresses)
    .where(and(eq(copyAddresses.schoolId, schoolId), eq(copyAddresses.relationId, relationId)))
  return found?.local
}

/** As a guest or the keeper: the line that this address is of. */
export async function lineOfCopy(tx: Tx, digest: string) {
  const [found] = await tx
    .select({ schoolId: copyAddresses.schoolId, relationId: copyAddresses.relationId })
    .from(copyAddresses)
    .where(eq(copyAddresses.localDigest, digest))
  return found
}

/** As the keeper: who at this school or at this partner had which address on that day. */
export async function mailsAround(
  tx: Tx,
  { schoolId, relationId }: { schoolId: string; relationId: string },
  day: Day,
) {
  const inside = await tx
    .select({ personId: people.id, mail: sql<string>`lower(${people.mail})` })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        ...[eq(memberships.organisationId, schoolId), isNotNull(people.mail)],
        or(isNull(memberships.until), gte(memberships.until, day)),
      ),
    )
  const outside = await tx
    .select({ faceId: faces.id, mail: sql<string>`lower(${faces.mail})` })
    .from(faces)
    .where(
      and(
        ...[eq(faces.schoolId, schoolId), eq(faces.relationId, relationId), isNotNull(faces.mail)],
        or(isNull(faces.leftOn), gt(faces.leftOn, day)),
      ),
    )
  return { inside, outside }
}

type Wish = { after?: string | undefined; only?: string | undefined; most: number }
/** The same in the order of their ids, some at a time or only this one: for programs. */
export const contactPage = (
  tx: Tx,
  line: { schoolId: string; id: string },
  { after, only, most }: Wish,
): Promise<ContactMoment[]> =>
  tx
    .select()
    .from(contactMoments)
    .where(
      and(
        ...[eq(contactMoments.schoolId, line.schoolId), eq(contactMoments.relationId, line.id)],
        after ? gt(contactMoments.id, after) : undefined,
        only ? eq(contactMoments.id, only) : undefined,
      ),
    )
    .orderBy(contactMoments.id)
    .limit(most)
