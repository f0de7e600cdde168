import { sql } from 'drizzle-orm'
import type { Outsider } from '#kit/http/hanging.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { tableLinks } from '../sides/tables.ts'
import { agreements, keepings } from '../tables.ts'

/** The table to which she got a link that still opens it. */
export const tableOfHers = ({ organisationId, outsiderId }: Outsider) =>
  sql`select l.id::text as id, l.partner_name as name, '/netwerk/' || l.relation_id || '/tafel' as href
    from ${tableLinks} l where l.school_id = ${organisationId} and l.face_id = ${outsiderId} and l.expires_at > now()`

/** What her side would do and nobody has a word on yet: it is the partner's, whoever is its face. */
export const promisesOfTheirs = ({ organisationId, outsiderId, today }: Outsider) =>
  sql`select a.id::text as id, a.what as name, '/netwerk/' || a.relation_id || '/afspraken' as href
    from ${agreements} a join ${relations} r on r.school_id = a.school_id and r.id = a.relation_id
    join ${faces} f on f.school_id = a.school_id and f.relation_id = a.relation_id
    where a.school_id = ${organisationId} and f.id = ${outsiderId} and a.part in ('partner', 'both')
    and (r.until is null or r.until >= ${today}) and not exists (select 1 from ${keepings} k
      where k.school_id = a.school_id and k.agreement_id = a.id)`
