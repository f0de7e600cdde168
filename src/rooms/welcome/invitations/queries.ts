import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, type Place, people, whoIsThis } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { invitations } from '../tables.ts'
import { speakingPlaces } from './rules.ts'

/** A colleague who may be invited: her name, her mail, and for which organisation. */
export async function findInvitee(tx: Tx, organisationId: string, personId: string) {
  const [found] = await tx
    .select({
      name: people.name,
      mail: people.mail,
      hasAccount: sql<boolean>`${people.accountId} is not null`,
      organisation: organisations.name,
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)))
  return found
}

const lineOfFace = and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId))

/** A face of this school's network, with the line she stands at. */
export async function findInvitedFace(tx: Tx, schoolId: string, faceId: string) {
  const [found] = await tx
    .select({ face: faces, relation: relations, school: organisations.name })
    .from(faces)
    .innerJoin(relations, lineOfFace)
    .innerJoin(organisations, eq(organisations.id, faces.schoolId))
    .where(and(eq(faces.schoolId, schoolId), eq(faces.id, faceId)))
  return found
}

/** As the keeper: the invitation of a token, by its digest. */
export async function findInvitation(tx: Tx, tokenDigest: string) {
  const [found] = await tx
    .select({
      id: invitations.id,
      organisationId: invitations.organisationId,
      personId: invitations.personId,
      mail: invitations.mail,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
      name: sql<string>`coalesce(${people.name}, ${faces.name})`,
      organisation: organisations.name,
      roles: sql<string[]>`coalesce(${memberships.roles}, '{}')`,
      relation: relations,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(people, eq(people.id, invitations.personId))
    .leftJoin(
      memberships,
      and(eq(memberships.organisationId, invitations.organisationId), eq(memberships.personId, invitations.personId)),
    )
    .leftJoin(faces, and(eq(faces.schoolId, invitations.organisationId), eq(faces.id, invitations.faceId)))
    .leftJoin(relations, lineOfFace)
    .where(eq(invitations.tokenDigest, tokenDigest))
  return found
}
export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** As the keeper: the line as it is now, and nobody else's to claim until this transaction ends. */
export async function lockLine(tx: Tx, { schoolId, id }: { schoolId: string; id: string }) {
  const [line] = await tx
    .select({ organisationId: relations.organisationId })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, id)))
    .for('update')
  return line
}

/** The partners for whom this account speaks today. */
export async function speaksFor(tx: Tx, accountId: string, today: Day): Promise<Place[]> {
  const who = await whoIsThis(tx, accountId, today)
  return speakingPlaces(who?.places ?? [])
}

/** Letters of ours that have not been answered yet and still can be. What I may not see is not in it. */
export const openInvitations = (tx: Tx, organisationId: string, now: Date) =>
  tx
    .select({
      id: invitations.id,
      name: sql<string>`coalesce(${people.name}, ${faces.name}, '')`,
      partner: relations.name,
      mail: invitations.mail,
      sentAt: invitations.sentAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.personId))
    .leftJoin(faces, and(eq(faces.schoolId, invitations.organisationId), eq(faces.id, invitations.faceId)))
    .leftJoin(relations, lineOfFace)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(asc(invitations.expiresAt), asc(invitations.id))
export type OpenInvitation = Awaited<ReturnType<typeof openInvitations>>[number]
