import { sql } from 'drizzle-orm'
import type { Outsider } from '#kit/http/hanging.ts'
import { invitations } from '../tables.ts'

/** A letter that would still let her in. */
export const invitationsToHer = ({ organisationId, outsiderId }: Outsider) =>
  sql`select i.id::text as id, i.mail as name, null as href from ${invitations} i
    where i.organisation_id = ${organisationId} and i.face_id = ${outsiderId} and i.accepted_at is null
    and i.withdrawn_at is null and i.expires_at > now()`
