import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { isMaker } from '../access.ts'
import { type At, guestsOf, type New, putInvitees } from '../asking/actions.ts'
import type { InviteSaid } from '../asking/forms.ts'
import { whoCanBeAsked } from '../asking/queries.ts'
import { findMeeting, type Invitee, inviteesOf, oneAtATime } from '../queries.ts'
import { mostInvited, stateOf } from '../rules.ts'
import { type Meeting, meetingInvitees, meetings } from '../tables.ts'
import { addressesOf, takesChanges } from './queries.ts'

export type Invited =
  | { ok: true }
  | { ok: false; because: 'not-found' | 'not-now' | 'people' | 'nobody' | 'there' | 'many' }

/**
 * Somebody comes to be invited after the others: she gets a link and a letter of her own (the question, or the appointment
 * with a higher number). What the others answered stands, and they get no letter about it.
 */
export async function inviteAlso(
  tx: Tx,
  me: Actor,
  id: string,
  said: InviteSaid,
  { now, today }: At,
): Promise<Invited> {
  await oneAtATime(tx, me.organisationId)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  if (!takesChanges(meeting, now)) return { ok: false, because: 'not-now' }
  const guests = guestsOf(said, await whoCanBeAsked(tx, me, today))
  if (!guests) return { ok: false, because: 'people' }
  if (!guests.length) return { ok: false, because: 'nobody' }
  const there = await inviteesOf(tx, meeting)
  const fresh = await notYetThere(tx, meeting, there, guests)
  if (!fresh.length) return { ok: false, because: 'there' }
  if (there.length + fresh.length > mostInvited) return { ok: false, because: 'many' }
  const rows = fresh.map((one) => ({ ...one, id: crypto.randomUUID() }))
  await putInvitees(tx, meeting, rows, said.required)
  const { sequence } = await noteInvited(tx, meeting, [...there, ...rows])
  const one = { schoolId: meeting.schoolId, id }
  const state = stateOf(meeting)
  if (state === 'fixed') await enqueue(tx, 'meetings.invite', { ...one, sequence })
  if (state === 'asked') await enqueue(tx, 'meetings.ask', { ...one, only: rows.map((row) => row.id) })
  return { ok: true }
}

async function notYetThere(tx: Tx, meeting: Meeting, there: readonly Invitee[], guests: readonly New[]) {
  const mails = new Set([...(await addressesOf(tx, meeting)).values()].map((mail) => mail.toLowerCase()))
  const isThere = ({ personId, faceId, mail }: New) =>
    (mail !== null && mails.has(mail.toLowerCase())) ||
    there.some((one) => (personId && one.personId === personId) || (faceId && one.faceId === faceId))
  return guests.filter((guest) => !isThere(guest))
}

/** Somebody is not invited any more: her link and answers go, the others notice nothing. The maker herself stays. */
export async function leaveOut(tx: Tx, me: Actor, id: string, inviteeId: string, now: Date): Promise<Invited> {
  await oneAtATime(tx, me.organisationId)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  const there = await inviteesOf(tx, meeting)
  const one = there.find((invitee) => invitee.id === inviteeId)
  if (!one) return { ok: false, because: 'not-found' }
  if (!takesChanges(meeting, now) || one.personId === meeting.madeBy || there.length < 3)
    return { ok: false, because: 'not-now' }
  const mail = (await addressesOf(tx, meeting)).get(inviteeId)
  await tx
    .delete(meetingInvitees)
    .where(
      and(
        ...[eq(meetingInvitees.schoolId, meeting.schoolId), eq(meetingInvitees.meetingId, id)],
        eq(meetingInvitees.id, inviteeId),
      ),
    )
  const left = there.filter((invitee) => invitee !== one)
  const { sequence } = await noteInvited(tx, meeting, left)
  const state = stateOf(meeting)
  const { name, required, personId, language } = one
  if (mail && state !== 'draft')
    await enqueue(tx, 'meetings.left-out', {
      ...{
        schoolId: meeting.schoolId,
        id,
        sequence,
        name,
        mail,
        required,
        personId,
        language,
        hadIt: state === 'fixed',
      },
    })
  // Perhaps everybody who is left has answered.
  if (state === 'asked') await enqueue(tx, 'meetings.answered', { schoolId: meeting.schoolId, id })
  return { ok: true }
}

/** Who of the school is invited now; of a fixed meeting the number rises, of a poll it is not complete any more. */
async function noteInvited(tx: Tx, meeting: Meeting, all: readonly Pick<Invitee, 'personId'>[]) {
  const sequence = stateOf(meeting) === 'fixed' ? meeting.sequence + 1 : meeting.sequence
  await tx
    .update(meetings)
    .set({ invited: all.flatMap(({ personId }) => personId ?? []), sequence, completeAt: null })
    .where(and(eq(meetings.schoolId, meeting.schoolId), eq(meetings.id, meeting.id)))
  return { sequence }
}
