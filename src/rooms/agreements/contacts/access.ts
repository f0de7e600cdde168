import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { guest, holds, me, member, myKey } from '#kit/db/policy.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { kept, ours, tended } from '../access.ts'
import { type ContactMoment, contactMoments, copyAddresses } from './tables.ts'

const ourMoment = ours(contactMoments.schoolId)
export const weSeeContact = pgPolicy('we see when there was contact', {
  for: 'select',
  to: member,
  using: ourMoment,
}).link(contactMoments)
export const colleaguesNoteContact = pgPolicy('colleagues note contact', {
  for: 'insert',
  to: member,
  withCheck: and(ourMoment, eq(contactMoments.personId, me), sql`${contactMoments.way} = 'noted'`) as SQL,
}).link(contactMoments)
export const onesOwnContactGoes = pgPolicy('one removes what one noted, keepers all', {
  for: 'delete',
  to: member,
  using: and(ourMoment, or(eq(contactMoments.personId, me), holds(networkKeepers))) as SQL,
}).link(contactMoments)
export const keeperTendsContact = kept(contactMoments, 'contact')

// A letter's copy comes from any colleague, so every colleague may know where to.
export const weSeeCopyAddresses = pgPolicy('we see where copies go', {
  for: 'select',
  to: member,
  using: ours(copyAddresses.schoolId),
}).link(copyAddresses)
export const holdersMakeCopyAddresses = pgPolicy('holders make an address for copies', {
  for: 'all',
  to: member,
  using: tended(copyAddresses.schoolId, copyAddresses.relationId),
  withCheck: tended(copyAddresses.schoolId, copyAddresses.relationId),
}).link(copyAddresses)
export const keeperTendsCopyAddresses = kept(copyAddresses, 'addresses for copies')

// The post office comes with the digest of an address. It sees that it exists, and may put ready that there was a letter;
// who wrote it, and whether she is one of ours, is for the keeper to find out.
export const copiesKnowTheirAddress = pgPolicy('a copy knows its address', {
  for: 'select',
  to: guest,
  using: eq(copyAddresses.localDigest, myKey),
}).link(copyAddresses)
export const copiesAreTold = pgPolicy('a copy is put ready', {
  for: 'insert',
  to: guest,
  withCheck: and(
    isNotNull(myKey),
    sql`${outbox.kind} = 'agreements.copied'`,
    sql`${outbox.payload} ->> 'key' = ${myKey}`,
  ) as SQL,
}).link(outbox)

export const mayRemoveContact = (actor: Actor, moment: Pick<ContactMoment, 'personId'>) =>
  mayTendNetwork(actor) || moment.personId === actor.personId
