import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { Day } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { optionsOf } from '../queries.ts'
import { momentAt, mostOptions, stateOf } from '../rules.ts'
import { type Meeting, meetingAnswers, meetingInvitees, meetingOptions } from '../tables.ts'
import type { Answer } from './forms.ts'

type Where = Pick<Meeting, 'schoolId' | 'id' | 'askedAt' | 'startsAt' | 'cancelledAt'>
export type Said = { ok: true } | { ok: false; because: 'closed' }

/**
 * What somebody who is invited says of the moments, for the first time or again. One row for each moment and person,
 * written over when it is there: whoever answers in the same second writes other rows.
 */
export async function sayWhen(
  tx: Tx,
  { meeting, inviteeId }: { meeting: Where; inviteeId: string },
  answers: readonly Answer[],
  now: Date,
): Promise<Said> {
  if (stateOf(meeting) !== 'asked') return { ok: false, because: 'closed' }
  const of = { schoolId: meeting.schoolId, meetingId: meeting.id, inviteeId, answeredAt: now }
  const rows = answers.map((answer) => ({ ...of, ...answer })).sort((a, b) => a.optionId.localeCompare(b.optionId))
  if (!rows.length) return { ok: true }
  try {
    await tx
      .insert(meetingAnswers)
      .values(rows)
      .onConflictDoUpdate({
        target: [meetingAnswers.schoolId, meetingAnswers.meetingId, meetingAnswers.optionId, meetingAnswers.inviteeId],
        set: { stage: sql`excluded.stage`, answeredAt: sql`excluded.answered_at` },
      })
  } catch (error) {
    // The moment was fixed between looking and writing: the policy says so.
    if ((error as { cause?: { code?: string } }).cause?.code === '42501') return { ok: false, because: 'closed' }
    throw error
  }
  await enqueue(tx, 'meetings.answered', { schoolId: meeting.schoolId, id: meeting.id })
  return { ok: true }
}

/** As a guest: the letters to come are in the language in which she read and answered. */
export const keepLanguage = (
  tx: Tx,
  { meeting, inviteeId }: { meeting: Where; inviteeId: string },
  language: Language,
) =>
  tx
    .update(meetingInvitees)
    .set({ language })
    .where(
      and(
        ...[eq(meetingInvitees.schoolId, meeting.schoolId), eq(meetingInvitees.meetingId, meeting.id)],
        eq(meetingInvitees.id, inviteeId),
      ),
    )

export type Added = { ok: true } | { ok: false; because: 'closed' | 'past' | 'there' | 'many' }

/** Somebody who is invited, or the maker, offers one moment more. */
export async function addMoment(
  tx: Tx,
  meeting: Where & { takesOptions: boolean },
  { day, time, asMaker }: { day: Day; time: string; asMaker: boolean },
  now: Date,
): Promise<Added> {
  if (stateOf(meeting) !== 'asked' || !(asMaker || meeting.takesOptions)) return { ok: false, because: 'closed' }
  const startsAt = momentAt(day, time)
  if (startsAt <= now) return { ok: false, because: 'past' }
  const offered = await optionsOf(tx, meeting)
  if (offered.length >= mostOptions) return { ok: false, because: 'many' }
  if (offered.some((one) => one.startsAt.getTime() === startsAt.getTime())) return { ok: false, because: 'there' }
  await tx
    .insert(meetingOptions)
    .values({ schoolId: meeting.schoolId, meetingId: meeting.id, startsAt })
    .onConflictDoNothing()
  return { ok: true }
}
