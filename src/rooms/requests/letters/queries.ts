import { and, asc, count, desc, eq, exists, gt, gte, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias, type PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { type MomentKind, requestLinks, requestMoments, requests, requestVisits } from '../tables.ts'

const askers = alias(people, 'askers')
const owners = alias(people, 'owners')
const addressees = alias(people, 'addressees')

/** Whoever left is nobody to write to any more. */
const isHere = (tx: Tx, personId: PgColumn) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(memberships)
      .where(
        and(
          eq(memberships.organisationId, requests.schoolId),
          eq(memberships.personId, personId),
          or(isNull(memberships.until), gte(memberships.until, sql`current_date`)),
        ),
      ),
  )

/** As the keeper: one request with whoever may have to hear of it; on the side that asks only who is still here. */
export async function requestForLetter(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({
      request: requests,
      partner: relations.name,
      organisationId: relations.organisationId,
      asker: { name: askers.name, mail: askers.mail, language: askers.language },
      owner: { name: owners.name, mail: owners.mail, language: owners.language },
      colleague: {
        ...{ name: addressees.name, mail: addressees.mail, language: addressees.language },
        accountId: addressees.accountId,
      },
      colleagueIsHere: sql<boolean>`${isHere(tx, addressees.id)}`,
    })
    .from(requests)
    .leftJoin(relations, and(eq(relations.schoolId, requests.schoolId), eq(relations.id, requests.relationId)))
    .leftJoin(askers, and(eq(askers.id, requests.askedBy), isHere(tx, askers.id)))
    .leftJoin(owners, and(eq(owners.id, relations.ownerId), isHere(tx, owners.id)))
    .leftJoin(addressees, eq(addressees.id, requests.personId))
    .where(and(eq(requests.schoolId, schoolId), eq(requests.id, id)))
  return found
}
export type ForLetter = NonNullable<Awaited<ReturnType<typeof requestForLetter>>>

export const toldOf = (tx: Tx, schoolId: string, requestId: string): Promise<{ kind: MomentKind; at: Date }[]> =>
  tx
    .select({ kind: requestMoments.kind, at: requestMoments.at })
    .from(requestMoments)
    .where(and(eq(requestMoments.schoolId, schoolId), eq(requestMoments.requestId, requestId)))

/** Who can be written to at a partner today, the first to ring first. */
export const facesToWrite = (tx: Tx, schoolId: string, relationId: string, today: Day) =>
  tx
    .select({ id: faces.id, name: faces.name, mail: faces.mail, source: faces.source })
    .from(faces)
    .where(
      and(
        eq(faces.schoolId, schoolId),
        eq(faces.relationId, relationId),
        or(isNull(faces.leftOn), gt(faces.leftOn, today)),
      ),
    )
    .orderBy(asc(faces.rank), asc(faces.name))

/** To whom the last letter about this request went. */
export async function lastLink(tx: Tx, schoolId: string, requestId: string) {
  const [link] = await tx
    .select({ faceId: requestLinks.faceId, name: requestLinks.name, mail: requestLinks.mail })
    .from(requestLinks)
    .where(and(eq(requestLinks.schoolId, schoolId), eq(requestLinks.requestId, requestId)))
    .orderBy(desc(requestLinks.sentAt))
    .limit(1)
  return link
}

/** Links went out, and the school ended every one of them: nobody there is to get another by itself. */
export async function everyLinkEnded(tx: Tx, schoolId: string, requestId: string): Promise<boolean> {
  const links = await tx
    .select({ revokedAt: requestLinks.revokedAt })
    .from(requestLinks)
    .where(and(eq(requestLinks.schoolId, schoolId), eq(requestLinks.requestId, requestId)))
  return links.length > 0 && links.every(({ revokedAt }) => revokedAt !== null)
}

/** Who speaks for a partner that has an account. */
export const contactsAt = (tx: Tx, organisationId: string) =>
  tx
    .select({ name: people.name, mail: people.mail, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNotNull(people.mail),
        or(isNull(memberships.until), gte(memberships.until, sql`current_date`)),
        sql`'partnercontact' = any(${memberships.roles})`,
      ),
    )

/** A visit that waits for its code, with the address of the link it was asked with, while that link works. */
export async function visitToPost(tx: Tx, keyDigest: string) {
  const [visit] = await tx
    .select({ id: requestVisits.id, mail: requestLinks.mail, expiresAt: requestVisits.expiresAt })
    .from(requestVisits)
    .innerJoin(requestLinks, eq(requestLinks.tokenDigest, requestVisits.linkDigest))
    .where(
      and(
        eq(requestVisits.keyDigest, keyDigest),
        isNull(requestVisits.visitDigest),
        isNull(requestLinks.revokedAt),
        gt(requestLinks.expiresAt, sql`now()`),
      ),
    )
  return visit
}

/** How many codes went to an address in the last hour. */
export async function codesLately(tx: Tx, mail: string): Promise<number> {
  const [sent] = await tx
    .select({ count: count() })
    .from(requestVisits)
    .where(and(eq(requestVisits.mail, mail), gt(requestVisits.madeAt, sql`now() - interval '1 hour'`)))
  return sent?.count ?? 0
}

/** How many links went out for a request in the last hour: nobody fills somebody’s mailbox by asking for new ones. */
export async function linksLately(tx: Tx, schoolId: string, requestId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(requestLinks)
    .where(
      and(
        eq(requestLinks.schoolId, schoolId),
        eq(requestLinks.requestId, requestId),
        gt(requestLinks.sentAt, sql`now() - interval '1 hour'`),
      ),
    )
  return row?.count ?? 0
}
