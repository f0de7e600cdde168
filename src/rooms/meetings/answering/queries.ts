import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { meetingInvitees, meetingLinks, meetings } from '../tables.ts'

/** As a guest with a key: who she is here, and the meeting she is invited to. */
export async function openedBy(tx: Tx, digest: string) {
  const [found] = await tx
    .select({
      invitee: { id: meetingInvitees.id, name: meetingInvitees.name },
      meeting: {
        schoolId: meetings.schoolId,
        id: meetings.id,
        title: meetings.title,
        kind: meetings.kind,
        minutes: meetings.minutes,
        makerName: meetings.makerName,
        schoolName: meetings.schoolName,
        askedAt: meetings.askedAt,
        answerBy: meetings.answerBy,
        quorum: meetings.quorum,
        showsAnswers: meetings.showsAnswers,
        takesOptions: meetings.takesOptions,
        startsAt: meetings.startsAt,
        endsAt: meetings.endsAt,
        place: meetings.place,
        sequence: meetings.sequence,
        repeats: meetings.repeats,
        cancelledAt: meetings.cancelledAt,
      },
    })
    .from(meetingLinks)
    .innerJoin(
      meetingInvitees,
      and(
        ...[eq(meetingInvitees.schoolId, meetingLinks.schoolId), eq(meetingInvitees.meetingId, meetingLinks.meetingId)],
        eq(meetingInvitees.id, meetingLinks.id),
      ),
    )
    .innerJoin(
      meetings,
      and(eq(meetings.schoolId, meetingInvitees.schoolId), eq(meetings.id, meetingInvitees.meetingId)),
    )
    .where(eq(meetingLinks.tokenDigest, digest))
  return found
}
export type Opened = NonNullable<Awaited<ReturnType<typeof openedBy>>>
