import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { findOrganisation, typeInSchool } from '#rooms/organisations/door.ts'
import { isAnyoneHere, letIn, mayManage, memberships } from '#rooms/people/door.ts'
import { inviteLetter } from './mails/letters.ts'
import { findInvitation, findInvitee, openSetupOf } from './queries.ts'
import { asTyped, digestOf, freshCode, stillStands } from './rules.ts'
import { invitations, setups } from './tables.ts'
import { words } from './words/words.ts'

const daysToAnswer = 14

export type Invited = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' | 'no-mail' | 'has-account' }

/** A letter with a link that lets one colleague in. A new one withdraws the old. */
export async function invite(
  tx: Tx,
  me: Actor,
  { personId, now, baseUrl, language }: { personId: string; now: Date; baseUrl: string; language: string },
): Promise<Invited> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const invitee = await findInvitee(tx, me.organisationId, personId)
  if (!invitee) return { ok: false, because: 'not-found' }
  if (invitee.hasAccount) return { ok: false, because: 'has-account' }
  if (!invitee.mail) return { ok: false, because: 'no-mail' }
  await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(invitations.organisationId, me.organisationId),
        eq(invitations.personId, personId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(now.getTime() + daysToAnswer * 86_400_000)
  await tx
    .insert(invitations)
    .values({
      organisationId: me.organisationId,
      personId,
      mail: invitee.mail,
      tokenDigest: digestOf(token),
      expiresAt,
    })
  const { name, mail, organisation } = invitee
  await enqueueMail(
    tx,
    inviteLetter({
      to: mail,
      name,
      organisation,
      language,
      link: `${baseUrl}/uitnodiging/${token}`,
      until: dayOf(expiresAt),
    }),
  )
  return { ok: true }
}

export type Entered = { ok: true } | { ok: false; because: 'gone' }

/** As the keeper: the person of this invitation gets the account she just proved or made. */
export async function enter(
  tx: Tx,
  { token, accountId, now }: { token: string; accountId: string; now: Date },
): Promise<Entered> {
  const invitation = await findInvitation(tx, digestOf(token))
  if (!invitation || !stillStands(invitation, now)) return { ok: false, because: 'gone' }
  // Guarded in the WHERE too: of two clicks at once, one comes too late.
  const won = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.id, invitation.id), isNull(invitations.acceptedAt)))
    .returning()
  if (!won.length) return { ok: false, because: 'gone' }
  const { organisationId, personId, name, mail, roles, organisation } = invitation
  const source = fill(words.in('nl')['invitation.source'], { organisation, day: sayDay(dayOf(now), 'nl') })
  await letIn(tx, { organisationId, accountId, personId, name, mail, roles, source })
  return { ok: true }
}

/** As the keeper, at every start: a code for the very first person, as long as nobody is in. Only its digest is kept. */
export async function setupCode(tx: Tx): Promise<string | undefined> {
  if (await isAnyoneHere(tx)) return undefined
  const [used] = await tx.select().from(setups).where(isNull(setups.organisationId)).limit(1)
  if (used?.usedBy) return undefined
  await tx.delete(setups).where(isNull(setups.usedBy))
  return newCode(tx)
}

/** As the keeper: one more code, for one more school in this house. */
export async function newCode(tx: Tx): Promise<string> {
  const code = freshCode()
  await tx.insert(setups).values({ codeDigest: digestOf(code) })
  return code
}

/** As the keeper: this account used the code. Once. */
export async function useCode(
  tx: Tx,
  { code, accountId, now }: { code: string; accountId: string; now: Date },
): Promise<boolean> {
  const used = await tx
    .update(setups)
    .set({ usedAt: now, usedBy: accountId })
    .where(and(eq(setups.codeDigest, digestOf(asTyped(code))), isNull(setups.usedBy)))
    .returning()
  return used.length > 0
}

export type SetUp = { ok: true; organisationId: string } | { ok: false; because: 'no-code' | 'no-school' | 'taken' }
type Wish = {
  accountId: string
  name: string
  mail: string
  school: { organisationId: string } | { typed: { name: string; place: string; postcode: string | null } }
  now: Date
}

/** As the keeper: whoever used a code sets up one school, and is its first head teacher. */
export async function setUpSchool(tx: Tx, { accountId, name, mail, school, now }: Wish): Promise<SetUp> {
  const setup = await openSetupOf(tx, accountId)
  if (!setup) return { ok: false, because: 'no-code' }
  const organisationId =
    'typed' in school
      ? await typeInSchool(tx, accountId, { ...school.typed, street: null, houseNumber: null })
      : school.organisationId
  const found = await findOrganisation(tx, organisationId)
  if (found?.kind !== 'school') return { ok: false, because: 'no-school' }
  const [someone] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .limit(1)
  if (someone) return { ok: false, because: 'taken' }
  await letIn(tx, {
    organisationId,
    accountId,
    name,
    mail,
    roles: ['directeur'],
    source: fill(words.in('nl')['invitation.source'], { organisation: found.name, day: sayDay(dayOf(now), 'nl') }),
  })
  await tx.update(setups).set({ organisationId }).where(eq(setups.id, setup.id))
  return { ok: true, organisationId }
}
