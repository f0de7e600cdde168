import { randomBytes } from 'node:crypto'
import { and, eq, isNull, lt, type SQL } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { dayOf, sayDay } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { fill } from '#kit/words/words.ts'
import { claimOrganisation } from '#rooms/organisations/door.ts'
import { letIn, managers, mayManage } from '#rooms/people/door.ts'
import { linkOrganisation, mayTend } from '#rooms/relations/door.ts'
import { inviteLetter, partnerLetter } from '../mails/letters.ts'
import { digestOf } from '../rules.ts'
import { invitations } from '../tables.ts'
import { words } from '../words/words.ts'
import { findInvitation, findInvitedFace, findInvitee, type Invitation, lockLine, speaksFor } from './queries.ts'
import { asksAfter, organisationFor, publicFactsOf, stillStands } from './rules.ts'

const daysToAnswer = 14
const daysKept = 90

type Sending = { now: Date; baseUrl: string; language: string }
export type Invited =
  | { ok: true }
  | { ok: false; because: 'not-yours' | 'not-found' | 'no-mail' | 'has-account' | 'stale' }

/**
 * A letter with a link that lets one colleague in. A new one withdraws the old. Who will arrange things here herself is
 * invited only by who has just proved who she is.
 */
export async function invite(
  tx: Tx,
  me: Actor,
  { personId, isFresh, ...sending }: Sending & { personId: string; isFresh: boolean },
): Promise<Invited> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const invitee = await findInvitee(tx, me.organisationId, personId)
  if (!invitee) return { ok: false, because: 'not-found' }
  if (!mayManage(me, invitee.roles)) return { ok: false, because: 'not-yours' }
  if (invitee.hasAccount) return { ok: false, because: 'has-account' }
  if (!invitee.mail) return { ok: false, because: 'no-mail' }
  if (!isFresh && invitee.roles.some((role) => managers.some((one) => one === role)))
    return { ok: false, because: 'stale' }
  const { name, mail: to, organisation } = invitee
  const made = await putInvitation(tx, me, { personId, mail: to }, sending)
  await enqueueMail(tx, inviteLetter({ to, name, organisation, language: sending.language, ...made }))
  return { ok: true }
}

export type PartnerInvited =
  | { ok: true; relationId: string }
  | { ok: false; because: 'not-yours' | 'not-found' }
  | { ok: false; because: 'no-mail' | 'gone' | 'claimed'; relationId: string }

/**
 * A letter that asks a face at a partner to speak for her own organisation. Once somebody does, that organisation lets
 * in its own people: a school cannot put somebody there.
 */
export async function invitePartner(
  tx: Tx,
  me: Actor,
  { faceId, ...sending }: Sending & { faceId: string },
): Promise<PartnerInvited> {
  const found = await findInvitedFace(tx, me.organisationId, faceId)
  if (!found) return { ok: false, because: 'not-found' }
  const { face, relation, school } = found
  if (!mayTend(me, relation)) return { ok: false, because: 'not-yours' }
  const because = asksAfter(relation, face, dayOf(sending.now))
  if (because || !face.mail) return { ok: false, because: because ?? 'no-mail', relationId: relation.id }
  const made = await putInvitation(tx, me, { faceId, mail: face.mail }, sending)
  const { name, mail: to, source } = face
  const { language } = sending
  await enqueueMail(tx, partnerLetter({ to, name, source, school, partner: relation.name, language, ...made }))
  return { ok: true, relationId: relation.id }
}

type Invitee = { mail: string } & ({ personId: string } | { faceId: string })

async function putInvitation(tx: Tx, me: Actor, invitee: Invitee, { now, baseUrl }: Sending) {
  const same =
    'personId' in invitee ? eq(invitations.personId, invitee.personId) : eq(invitations.faceId, invitee.faceId)
  await withdrawThese(tx, me, same, now)
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(now.getTime() + daysToAnswer * 86_400_000)
  const { organisationId } = me
  await tx
    .insert(invitations)
    .values({ organisationId, ...invitee, tokenDigest: digestOf(token), sentAt: now, expiresAt })
  return { link: `${baseUrl}/uitnodiging/${token}`, until: dayOf(expiresAt) }
}

/** Takes one back. Who may send it may take it back: the policies say who that is. */
export async function withdraw(tx: Tx, me: Actor, id: string, now: Date): Promise<boolean> {
  return (await withdrawThese(tx, me, eq(invitations.id, id), now)) > 0
}

async function withdrawThese(tx: Tx, me: Actor, which: SQL, now: Date): Promise<number> {
  const ours = and(eq(invitations.organisationId, me.organisationId), which)
  const gone = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(ours, isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .returning({ id: invitations.id })
  return gone.length
}

export type Entered = { ok: true; organisationId: string } | { ok: false; because: 'gone' | 'claimed' | 'choose' }
type Entering = {
  token: string
  accountId: string
  now: Date
  /** For whom a partner's professional speaks: one of her organisations, or 'new'. */
  wish?: string | undefined
}

/** As the keeper: the person of this invitation gets the account she just proved or made. */
export async function enter(tx: Tx, { token, accountId, now, wish }: Entering): Promise<Entered> {
  const invitation = await findInvitation(tx, digestOf(token))
  if (!invitation || !stillStands(invitation, now)) return { ok: false, because: 'gone' }
  const { relation } = invitation
  return relation
    ? enterAsPartner(tx, { ...invitation, relation }, { accountId, now, wish })
    : enterAsColleague(tx, invitation, { accountId, now })
}

async function enterAsColleague(
  tx: Tx,
  invitation: Invitation,
  { accountId, now }: { accountId: string; now: Date },
): Promise<Entered> {
  if (!(await accepts(tx, invitation.id, now))) return { ok: false, because: 'gone' }
  const { organisationId, personId, name, mail, roles } = invitation
  const person = personId ? { personId } : {}
  await letIn(tx, { organisationId, accountId, ...person, name, mail, roles, source: sourceOf(invitation, now) })
  return { ok: true, organisationId }
}

type ToPartner = Invitation & { relation: NonNullable<Invitation['relation']> }

/** She claims her organisation; or, when she speaks for one already, this line is tied to that one. */
async function enterAsPartner(
  tx: Tx,
  invitation: ToPartner,
  { accountId, now, wish }: Omit<Entering, 'token'>,
): Promise<Entered> {
  const { relation } = invitation
  // Of two faces of one partner at the same moment, one waits here and then finds it claimed.
  if ((await lockLine(tx, relation))?.organisationId) return { ok: false, because: 'claimed' }
  const chosen = organisationFor(await speaksFor(tx, accountId, dayOf(now)), wish)
  if (!chosen.ok) return { ok: false, because: 'choose' }
  if (!(await accepts(tx, invitation.id, now))) return { ok: false, because: 'gone' }
  const organisationId = chosen.organisationId ?? (await claim(tx, invitation, accountId, now))
  await linkOrganisation(tx, { schoolId: relation.schoolId, relationId: relation.id, organisationId })
  return { ok: true, organisationId }
}

async function claim(tx: Tx, invitation: ToPartner, accountId: string, now: Date): Promise<string> {
  const organisationId = await claimOrganisation(tx, accountId, publicFactsOf(invitation.relation))
  const { name, mail } = invitation
  const source = sourceOf(invitation, now)
  await letIn(tx, { organisationId, accountId, name, mail, roles: ['partnercontact'], source })
  return organisationId
}

const sourceOf = ({ organisation }: Invitation, now: Date) =>
  fill(words.in('nl')['invitation.source'], { organisation, day: sayDay(dayOf(now), 'nl') })

/** Guarded in the WHERE: of two clicks at once, one comes too late. */
async function accepts(tx: Tx, id: string, now: Date): Promise<boolean> {
  const won = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .returning({ id: invitations.id })
  return won.length > 0
}

/** As the keeper: letters that ended three months ago are forgotten, with their addresses. Says how many. */
export async function forgetInvitations(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - daysKept * 86_400_000)
  const gone = await tx.delete(invitations).where(lt(invitations.expiresAt, before)).returning({ id: invitations.id })
  await eraseContents(
    tx,
    'invitations',
    gone.map(({ id }) => id),
  )
  return gone.length
}
