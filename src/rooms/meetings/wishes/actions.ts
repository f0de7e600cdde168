import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { isMaker } from '../access.ts'
import type { AskSaid } from '../asking/forms.ts'
import { findMeeting, inviteesOf, oneAtATime } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { type Meeting, meetingInvitees, meetings } from '../tables.ts'

/** Of each who is invited, how many minutes she travels. */
export type Travels = { travels: ReadonlyMap<string, number> }
type Wishes = Pick<AskSaid, 'required' | 'quorum' | 'answerBy' | 'showsAnswers' | 'showsMails' | 'takesOptions'> &
  Travels
export type Kept = { ok: true } | { ok: false; because: 'not-found' | 'not-now' | 'quorum' }

/** What a moment must suit, kept with the draft: who must come, from how many of the others it goes on, and who travels. */
export async function keepWishes(tx: Tx, me: Actor, id: string, said: Wishes): Promise<Kept> {
  await oneAtATime(tx, id)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  if (stateOf(meeting) !== 'draft') return { ok: false, because: 'not-now' }
  const invitees = await inviteesOf(tx, meeting)
  const others = invitees.filter((one) => !said.required.includes(one.id))
  if ((said.quorum ?? 0) > others.length) return { ok: false, because: 'quorum' }
  const { answerBy, showsAnswers, showsMails, takesOptions } = said
  await tx
    .update(meetings)
    .set({ answerBy, showsAnswers, showsMails, takesOptions, quorum: said.quorum || null })
    .where(and(eq(meetings.schoolId, meeting.schoolId), eq(meetings.id, id)))
  for (const one of invitees) await keepOne(tx, meeting, one, said)
  return { ok: true }
}

type Invited = { id: string; required: boolean; travel: number }
async function keepOne(tx: Tx, meeting: Meeting, was: Invited, { required: must, travels }: Wishes) {
  const required = must.includes(was.id)
  const travel = travels.get(was.id) ?? was.travel
  if (required === was.required && travel === was.travel) return
  await tx
    .update(meetingInvitees)
    .set({ required, travel })
    .where(
      and(
        ...[eq(meetingInvitees.schoolId, meeting.schoolId), eq(meetingInvitees.meetingId, meeting.id)],
        eq(meetingInvitees.id, was.id),
      ),
    )
}

/** How long these faces travelled the last time I asked them: it is not typed again. */
export async function travelsBefore(tx: Tx, me: Actor, faceIds: readonly string[]): Promise<Map<string, number>> {
  if (!faceIds.length) return new Map()
  const rows = await tx
    .selectDistinctOn([meetingInvitees.faceId], { faceId: meetingInvitees.faceId, travel: meetingInvitees.travel })
    .from(meetingInvitees)
    .innerJoin(
      meetings,
      and(eq(meetings.schoolId, meetingInvitees.schoolId), eq(meetings.id, meetingInvitees.meetingId)),
    )
    .where(
      and(
        ...[eq(meetingInvitees.schoolId, me.organisationId), eq(meetings.madeBy, me.personId)],
        inArray(meetingInvitees.faceId, [...faceIds]),
      ),
    )
    .orderBy(meetingInvitees.faceId, desc(meetings.createdAt))
  return new Map(rows.map(({ faceId, travel }) => [faceId ?? '', travel]))
}
