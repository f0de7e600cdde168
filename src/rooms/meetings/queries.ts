import { and, asc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { dayOf } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { hasLeft } from './outside/queries.ts'
import type { Offered } from './rules.ts'
import { nextOf, overAt } from './series/queries.ts'
import {
  type Meeting,
  meetingAddresses,
  meetingAnswers,
  meetingInvitees,
  meetingOptions,
  meetings,
  type Stage,
} from './tables.ts'

export async function findMeeting(tx: Tx, schoolId: string, id: string): Promise<Meeting | undefined> {
  const [found] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.schoolId, schoolId), eq(meetings.id, id)))
  return found
}

type Wish = { fixedOnly: boolean; after: string | undefined; most: number }
/** All that whoever asks may see, in the order of their ids, some at a time: for programs. */
export const meetingPage = (tx: Tx, schoolId: string, { fixedOnly, after, most }: Wish): Promise<Meeting[]> =>
  tx
    .select()
    .from(meetings)
    .where(
      and(
        eq(meetings.schoolId, schoolId),
        fixedOnly ? and(isNotNull(meetings.startsAt), isNull(meetings.cancelledAt)) : undefined,
        after ? gt(meetings.id, after) : undefined,
      ),
    )
    .orderBy(asc(meetings.id))
    .limit(most)

type One = { schoolId: string; id: string }

/** Who is invited, as far as who looks may see; and along which line of the school. */
export const inviteesOf = (tx: Tx, { schoolId, id }: One) =>
  tx
    .select({
      id: meetingInvitees.id,
      personId: meetingInvitees.personId,
      faceId: meetingInvitees.faceId,
      name: meetingInvitees.name,
      required: meetingInvitees.required,
      travel: meetingInvitees.travel,
      language: meetingInvitees.language,
      relationId: faces.relationId,
      partner: relations.name,
      ownerId: relations.ownerId,
      deputyId: relations.deputyId,
    })
    .from(meetingInvitees)
    .leftJoin(faces, and(eq(faces.schoolId, meetingInvitees.schoolId), eq(faces.id, meetingInvitees.faceId)))
    .leftJoin(relations, and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId)))
    .where(and(eq(meetingInvitees.schoolId, schoolId), eq(meetingInvitees.meetingId, id)))
    .orderBy(sql`${meetingInvitees.name} collate "und-x-icu"`)
export type Invitee = Awaited<ReturnType<typeof inviteesOf>>[number]

/** As a guest, who sees no table with people: the same, by name only. */
export const inviteesShown = (tx: Tx, { schoolId, id }: One) =>
  tx
    .select({ id: meetingInvitees.id, name: meetingInvitees.name, required: meetingInvitees.required })
    .from(meetingInvitees)
    .where(and(eq(meetingInvitees.schoolId, schoolId), eq(meetingInvitees.meetingId, id)))
    .orderBy(sql`${meetingInvitees.name} collate "und-x-icu"`)

/** The moments offered, with what who looks may see of the answers. */
export async function optionsOf(tx: Tx, { schoolId, id }: One): Promise<Offered[]> {
  return tx
    .select({
      id: meetingOptions.id,
      startsAt: meetingOptions.startsAt,
      answers: sql<{ inviteeId: string; stage: Stage }[]>`${sql`coalesce((select json_agg(json_build_object(
        'inviteeId', ${meetingAnswers.inviteeId}, 'stage', ${meetingAnswers.stage})) from ${meetingAnswers}
        where ${meetingAnswers.schoolId} = ${meetingOptions.schoolId} and ${meetingAnswers.meetingId} = ${meetingOptions.meetingId}
        and ${meetingAnswers.optionId} = ${meetingOptions.id}), '[]'::json)`}`,
    })
    .from(meetingOptions)
    .where(and(eq(meetingOptions.schoolId, schoolId), eq(meetingOptions.meetingId, id)))
    .orderBy(asc(meetingOptions.startsAt))
}

const open = and(isNotNull(meetings.askedAt), isNull(meetings.startsAt), isNull(meetings.cancelledAt))
/** She is invited and has not said of every moment whether she can. */
const waitsOn = (personId: string) => sql<boolean>`exists (select 1 from ${meetingInvitees}
  join ${meetingOptions} on ${meetingOptions.schoolId} = ${meetingInvitees.schoolId} and ${meetingOptions.meetingId} = ${meetingInvitees.meetingId}
  where ${meetingInvitees.schoolId} = ${meetings.schoolId} and ${meetingInvitees.meetingId} = ${meetings.id}
  and ${meetingInvitees.personId} = ${personId} and not exists (select 1 from ${meetingAnswers}
    where ${meetingAnswers.schoolId} = ${meetings.schoolId} and ${meetingAnswers.meetingId} = ${meetings.id}
    and ${meetingAnswers.optionId} = ${meetingOptions.id} and ${meetingAnswers.inviteeId} = ${meetingInvitees.id}))`

/** What I made or am invited to, and what is not over; those that wait on my answer are told apart. */
export const meetingsOf = (tx: Tx, me: Actor, now: Date) =>
  tx
    .select({
      id: meetings.id,
      title: meetings.title,
      minutes: meetings.minutes,
      madeBy: meetings.madeBy,
      makerName: meetings.makerName,
      askedAt: meetings.askedAt,
      answerBy: meetings.answerBy,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
      overAt: meetings.overAt,
      repeats: meetings.repeats,
      next: nextOf(now),
      place: meetings.place,
      cancelledAt: meetings.cancelledAt,
      waits: sql<boolean>`${open} and ${waitsOn(me.personId)}`,
      invited: sql<number>`${sql`(select count(*)::int from ${meetingInvitees} where ${meetingInvitees.schoolId} = ${meetings.schoolId}
        and ${meetingInvitees.meetingId} = ${meetings.id})`}`,
      /** Who else is invited, as far as I may see. */
      others: sql<
        string[]
      >`${sql`coalesce((select json_agg(${meetingInvitees.name} order by ${meetingInvitees.name}) from ${meetingInvitees}
        where ${meetingInvitees.schoolId} = ${meetings.schoolId} and ${meetingInvitees.meetingId} = ${meetings.id}
        and ${meetingInvitees.personId} is distinct from ${me.personId}::uuid), '[]'::json)`}`,
      answered: sql<number>`${sql`(select count(distinct ${meetingAnswers.inviteeId})::int from ${meetingAnswers}
        where ${meetingAnswers.schoolId} = ${meetings.schoolId} and ${meetingAnswers.meetingId} = ${meetings.id})`}`,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.schoolId, me.organisationId),
        or(eq(meetings.madeBy, me.personId), sql`${meetings.invited} @> array[${me.personId}::uuid]`),
        or(isNull(meetings.endsAt), gt(overAt, sql`${now.toISOString()}::timestamptz - interval '14 days'`)),
        or(
          isNull(meetings.cancelledAt),
          gt(meetings.cancelledAt, sql`${now.toISOString()}::timestamptz - interval '14 days'`),
        ),
      ),
    )
    .orderBy(sql`coalesce(${nextOf(now)}, ${meetings.startsAt}) nulls first`, sql`${meetings.createdAt} desc`)
export type Listed = Awaited<ReturnType<typeof meetingsOf>>[number]

/** Of the polls in which my answer is awaited. */
export const pollsOnMe = (tx: Tx, me: Actor) =>
  tx
    .select({ id: meetings.id, title: meetings.title, makerName: meetings.makerName, answerBy: meetings.answerBy })
    .from(meetings)
    .where(
      and(
        eq(meetings.schoolId, me.organisationId),
        sql`${meetings.invited} @> array[${me.personId}::uuid]`,
        open,
        waitsOn(me.personId),
      ),
    )
    .orderBy(asc(meetings.answerBy))
/** Of whom comes from outside the place is a link of her own, and the school is said. */
export type PollOnMe = Awaited<ReturnType<typeof pollsOnMe>>[number] & { school?: string; href?: string }

/** Her own name and that of her school, as letters say them. */
export async function namesOf(tx: Tx, me: Actor): Promise<{ name: string; place: string }> {
  const [found] = await tx
    .select({ name: people.name, place: organisations.name })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, me.organisationId))
    .where(eq(people.id, me.personId))
  return found ?? { name: '', place: '' }
}

/** As the keeper: everybody who is invited, where a letter goes, and whether she has said something of every moment. */
export async function toWrite(tx: Tx, { schoolId, id }: One, now: Date) {
  return tx
    .select({
      id: meetingInvitees.id,
      personId: meetingInvitees.personId,
      name: meetingInvitees.name,
      required: meetingInvitees.required,
      mail: meetingAddresses.mail,
      told: meetingAddresses.told,
      language: sql<Language | null>`coalesce(${people.language}, ${meetingInvitees.language})`,
      lacks: sql<number>`(select count(*)::int from ${meetingOptions} where ${meetingOptions.schoolId} = ${meetingInvitees.schoolId}
        and ${meetingOptions.meetingId} = ${meetingInvitees.meetingId} and not exists (select 1 from ${meetingAnswers}
          where ${meetingAnswers.schoolId} = ${meetingInvitees.schoolId} and ${meetingAnswers.meetingId} = ${meetingInvitees.meetingId}
          and ${meetingAnswers.optionId} = ${meetingOptions.id} and ${meetingAnswers.inviteeId} = ${meetingInvitees.id}))`,
    })
    .from(meetingInvitees)
    .leftJoin(
      meetingAddresses,
      and(
        eq(meetingAddresses.schoolId, meetingInvitees.schoolId),
        eq(meetingAddresses.meetingId, meetingInvitees.meetingId),
        eq(meetingAddresses.id, meetingInvitees.id),
      ),
    )
    .leftJoin(people, eq(people.id, meetingInvitees.personId))
    .where(
      and(
        ...[eq(meetingInvitees.schoolId, schoolId), eq(meetingInvitees.meetingId, id)],
        sql`not exists (select from ${meetingInvitees} i where i.school_id = ${meetingInvitees.schoolId}
          and i.meeting_id = ${meetingInvitees.meetingId} and i.id = ${meetingInvitees.id} and ${hasLeft(dayOf(now))})`,
      ),
    )
    .orderBy(asc(meetingInvitees.name))
}
export type ToWrite = Awaited<ReturnType<typeof toWrite>>[number]

/** One deed at a time for each meeting, and for the rooms of each school. */
export const oneAtATime = (tx: Tx, id: string) =>
  rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7244))`)
