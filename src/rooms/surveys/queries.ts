import { and, asc, desc, eq, getTableColumns, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { takesVotes } from './rules.ts'
import { type Poll, polls, pollVoters, pollVotes, type Vote } from './tables.ts'

export type OpenVote = { name: string; vote: Vote; why: string | null; takesUp: boolean }
export type PollShown = Poll & {
  asked: number
  voted: number
  /** Of me: undefined when I am not among the voters. */
  mine: boolean | null
  open: OpenVote[]
}

/** One poll with how many voted; who voted what stands here of an open one only. */
export async function findPoll(tx: Tx, schoolId: string, id: string, reader: string): Promise<PollShown | undefined> {
  const ofPoll = sql`v.school_id = ${polls.schoolId} and v.poll_id = ${polls.id}`
  const [found] = await tx
    .select({
      ...getTableColumns(polls),
      asked: sql<number>`(select count(*)::int from ${pollVoters} v where ${ofPoll})`,
      voted: sql<number>`(select count(*)::int from ${pollVoters} v where ${ofPoll} and v.voted)`,
      mine: sql<
        boolean | null
      >`(select v.voted from ${pollVoters} v where ${ofPoll} and v.person_id = ${reader}::uuid)`,
      open: sql<
        OpenVote[]
      >`coalesce((select json_agg(json_build_object('name', p.name, 'vote', v.stage, 'why', v.why, 'takesUp', v.takes_up)
        order by p.name) from ${pollVotes} v join ${people} p on p.id = v.person_id where ${ofPoll}), '[]'::json)`,
    })
    .from(polls)
    .where(and(eq(polls.schoolId, schoolId), eq(polls.id, id)))
  return found
}

/** As a guest with a key: her own voice and the poll it is for. */
export async function openedBy(tx: Tx, digest: string) {
  const [found] = await tx
    .select({ poll: polls, personId: pollVoters.personId, voted: pollVoters.voted })
    .from(pollVoters)
    .innerJoin(polls, and(eq(polls.schoolId, pollVoters.schoolId), eq(polls.id, pollVoters.pollId)))
    .where(eq(pollVoters.tokenDigest, digest))
  return found
}
export type Opened = NonNullable<Awaited<ReturnType<typeof openedBy>>>

/** As the keeper: one poll, and whoever has not voted yet, works here still and can be written to. */
export async function silentVoters(tx: Tx, schoolId: string, id: string, today: Day) {
  const [poll] = await tx
    .select()
    .from(polls)
    .where(and(eq(polls.schoolId, schoolId), eq(polls.id, id)))
  const silent = await tx
    .select({ personId: people.id, name: people.name, mail: people.mail, language: people.language })
    .from(pollVoters)
    .innerJoin(people, eq(people.id, pollVoters.personId))
    .innerJoin(
      memberships,
      and(eq(memberships.organisationId, pollVoters.schoolId), eq(memberships.personId, pollVoters.personId)),
    )
    .where(
      and(
        ...[eq(pollVoters.schoolId, schoolId), eq(pollVoters.pollId, id), eq(pollVoters.voted, false)],
        or(isNull(memberships.until), gte(memberships.until, today)),
      ),
    )
    .orderBy(asc(people.name))
  return { poll, silent }
}

/** For Vandaag: polls that are open and in which I did not vote, the first to close on top. One query. */
export const pollsForMe = async (tx: Tx, me: Actor, today: Day) =>
  (
    await tx
      .select({ id: polls.id, question: polls.question, closesOn: polls.closesOn, closedOn: polls.closedOn })
      .from(pollVoters)
      .innerJoin(polls, and(eq(polls.schoolId, pollVoters.schoolId), eq(polls.id, pollVoters.pollId)))
      .where(
        and(
          ...[eq(pollVoters.schoolId, me.organisationId), eq(pollVoters.personId, me.personId)],
          ...[eq(pollVoters.voted, false), isNull(polls.closedOn)],
        ),
      )
      .orderBy(asc(polls.closesOn))
  ).filter((poll) => takesVotes(poll, today))

const mostShown = 40
/** Polls of the school with how many voted and whether I did, the newest first. One query. */
export const pollsOf = (tx: Tx, schoolId: string, reader: string) => {
  // Named outside the columns: of one table Drizzle leaves the name of the table out there.
  const ofPoll = sql`v.school_id = ${polls.schoolId} and v.poll_id = ${polls.id}`
  const voters = (which: SQL) => sql<number>`(select count(*)::int from ${pollVoters} v where ${ofPoll} and ${which})`
  return tx
    .select({
      ...getTableColumns(polls),
      ...{ asked: voters(sql`true`), voted: voters(sql`v.voted`) },
      mine: sql<
        boolean | null
      >`(select v.voted from ${pollVoters} v where ${ofPoll} and v.person_id = ${reader}::uuid)`,
    })
    .from(polls)
    .where(eq(polls.schoolId, schoolId))
    .orderBy(sql`${polls.closedOn} is null desc`, desc(polls.askedOn))
    .limit(mostShown)
}
export type PollOnList = Awaited<ReturnType<typeof pollsOf>>[number]
