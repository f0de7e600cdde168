import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { fill, type Language } from '#kit/words/words.ts'
import { closedBetween, schoolYearOf, spanOf, yearPlanOf } from '#rooms/days/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { isColleague, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { presenceChanges, sessionChanges } from '../exceptions/tables.ts'
import { type Single, sayCalendar, type WholeDays } from '../ical/write.ts'
import { presences } from '../tables.ts'
import { placements, sessionGroups, sessions } from '../week/tables.ts'
import { words } from '../words/words.ts'
import { mayFollowVisits } from './access.ts'
import { extrasOf, sessionsIn, weeklyOf } from './rules.ts'
import { type Feed, feeds } from './tables.ts'

export type { Single }

/** The addresses I made for this school. */
export const feedsOf = (tx: Tx, me: Actor) =>
  tx
    .select({
      ...{ id: feeds.id, kind: feeds.kind, space: spaces.name, madeAt: feeds.madeAt },
      ...{ groupId: feeds.groupId, partner: relations.name, school: organisations.name },
    })
    .from(feeds)
    .leftJoin(spaces, and(eq(spaces.schoolId, feeds.schoolId), eq(spaces.id, feeds.spaceId)))
    .leftJoin(relations, eq(relations.id, feeds.relationId))
    .leftJoin(organisations, eq(organisations.id, relations.schoolId))
    .where(and(eq(feeds.schoolId, me.organisationId), eq(feeds.personId, me.personId)))
    .orderBy(asc(feeds.madeAt))
export type Listed = Awaited<ReturnType<typeof feedsOf>>[number]

/** Partners of this school who are in the building, of whom one may want the times. */
export const partnersHere = (tx: Tx, me: Actor, today: Day) =>
  tx
    .select({ id: relations.id, name: relations.name })
    .from(relations)
    .where(
      and(
        eq(relations.schoolId, me.organisationId),
        lasting(today),
        sql`(exists (select 1 from ${presences} where ${presences.schoolId} = ${relations.schoolId} and ${presences.relationId} = ${relations.id})
          or exists (select 1 from ${sessions} where ${sessions.schoolId} = ${relations.schoolId} and ${sessions.relationId} = ${relations.id}))`,
      ),
    )
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

/** The schools where this partner comes. */
export const schoolsVisited = (tx: Tx, me: Actor, today: Day) =>
  tx
    .select({ id: relations.id, name: organisations.name })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .where(and(eq(relations.organisationId, me.organisationId), lasting(today)))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`)

/** As a guest who brings an address: the feed it belongs to. */
export async function bringFeed(tx: Tx, digest: string): Promise<Feed | undefined> {
  const [found] = await tx.select().from(feeds).where(eq(feeds.tokenDigest, digest))
  return found
}

/** Whose: what an address shows of the lines one may see. */
function linesOf(me: Actor, { schoolId, kind, spaceId, relationId }: Feed): SQL | undefined {
  if (kind === 'visits')
    return and(eq(relations.organisationId, me.organisationId), relationId ? eq(relations.id, relationId) : undefined)
  return and(
    eq(relations.schoolId, schoolId),
    kind === 'space' && spaceId ? eq(presences.spaceId, spaceId) : undefined,
    kind === 'mine' ? or(eq(relations.ownerId, me.personId), eq(relations.deputyId, me.personId)) : undefined,
    kind === 'partner' && relationId ? eq(relations.id, relationId) : undefined,
  )
}

const lasting = (today: Day) => or(isNull(relations.until), gte(relations.until, today))
const titleOf = (kind: Feed['kind']) => (kind === 'visits' ? organisations.name : relations.name)

/** As whoever made it: who is in the building when, and where. Never what for. */
export const shownBy = (tx: Tx, me: Actor, feed: Feed, today: Day) =>
  tx
    .select({
      ...{ id: presences.id, schoolId: presences.schoolId, relationId: presences.relationId },
      title: titleOf(feed.kind),
      weekday: presences.weekday,
      from: sql<string>`to_char(${presences.from}, 'HH24:MI')`,
      until: sql<string>`to_char(${presences.until}, 'HH24:MI')`,
      ...{ space: spaces.name, school: organisations.name, last: relations.until, sequence: presences.sequence },
    })
    .from(presences)
    .innerJoin(relations, and(eq(relations.schoolId, presences.schoolId), eq(relations.id, presences.relationId)))
    .innerJoin(organisations, eq(organisations.id, presences.schoolId))
    .leftJoin(spaces, and(eq(spaces.schoolId, presences.schoolId), eq(spaces.id, presences.spaceId)))
    .where(and(linesOf(me, feed), lasting(today)))
    .orderBy(asc(presences.schoolId), asc(presences.weekday), asc(presences.from), asc(presences.id))
export type Shown = Awaited<ReturnType<typeof shownBy>>[number]

/** When they are there besides, or not. */
const datesBy = (tx: Tx, me: Actor, feed: Feed, today: Day) =>
  tx
    .select({ change: presenceChanges, title: titleOf(feed.kind), space: spaces.name, school: organisations.name })
    .from(presenceChanges)
    .innerJoin(
      relations,
      and(eq(relations.schoolId, presenceChanges.schoolId), eq(relations.id, presenceChanges.relationId)),
    )
    .innerJoin(organisations, eq(organisations.id, presenceChanges.schoolId))
    .leftJoin(spaces, and(eq(spaces.schoolId, presenceChanges.schoolId), eq(spaces.id, presenceChanges.spaceId)))
    .where(
      and(
        // Of a room only who is extra in it; who does not come is nowhere.
        linesOf(me, { ...feed, spaceId: null }),
        feed.kind === 'space' && feed.spaceId
          ? or(eq(presenceChanges.kind, 'away'), eq(presenceChanges.spaceId, feed.spaceId))
          : undefined,
        lasting(today),
      ),
    )
    .orderBy(asc(presenceChanges.day), asc(presenceChanges.id))

/** Where sessions stand: for a group, in a room, of one partner, or of a partner at its schools. */
const expectedBy = (tx: Tx, me: Actor, feed: Feed, today: Day) =>
  tx
    .select({
      ...{ id: placements.id, sessionId: sessions.id, schoolId: sessions.schoolId, relationId: sessions.relationId },
      ...{ title: titleOf(feed.kind), minutes: sessions.minutes, weekday: placements.weekday },
      from: sql<string>`to_char(${placements.from}, 'HH24:MI')`,
      ...{ since: placements.since, until: placements.until, sequence: placements.sequence },
      ...{ spaceId: placements.spaceId, space: spaces.name, school: organisations.name, last: relations.until },
    })
    .from(placements)
    .innerJoin(sessions, and(eq(sessions.schoolId, placements.schoolId), eq(sessions.id, placements.sessionId)))
    .innerJoin(relations, and(eq(relations.schoolId, sessions.schoolId), eq(relations.id, sessions.relationId)))
    .innerJoin(organisations, eq(organisations.id, placements.schoolId))
    .leftJoin(spaces, and(eq(spaces.schoolId, placements.schoolId), eq(spaces.id, placements.spaceId)))
    .where(
      and(
        // Of a room all sessions: what stands elsewhere may be held in it for once.
        linesOf(me, { ...feed, spaceId: null }),
        lasting(today),
        isNull(sessions.removedAt),
        feed.kind === 'group' && feed.groupId
          ? sql`exists (select 1 from ${sessionGroups} where ${sessionGroups.schoolId} = ${sessions.schoolId}
              and ${sessionGroups.sessionId} = ${sessions.id} and ${sessionGroups.groupId} = ${feed.groupId})`
          : undefined,
      ),
    )
    .orderBy(asc(placements.schoolId), asc(placements.weekday), asc(placements.from), asc(placements.id))
export type Expected = Awaited<ReturnType<typeof expectedBy>>[number]

const changesOf = async (tx: Tx, found: readonly Expected[]) => {
  const ids = [...new Set(found.map(({ sessionId }) => sessionId))]
  if (!ids.length) return []
  const rows = await tx
    .select({ change: sessionChanges, space: spaces.name })
    .from(sessionChanges)
    .leftJoin(spaces, and(eq(spaces.schoolId, sessionChanges.schoolId), eq(spaces.id, sessionChanges.spaceId)))
    .where(inArray(sessionChanges.sessionId, ids))
    .orderBy(asc(sessionChanges.day), asc(sessionChanges.id))
  return rows.map(({ change, space }) => ({ ...change, space }))
}

type At = { today: Day; config: Config; language: Language }
/** What a room above knows of appointments that belong in this calendar. */
export type SinglesOf = (tx: Tx, me: Actor, feed: Feed) => Promise<Single[]>
const ofSessions = ['group', 'partner', 'visits']
const withSessions = [...ofSessions, 'space']

/** As whoever made it: the calendar itself. Undefined when she may not see who is in the building any more. */
export async function sayFeed(tx: Tx, me: Actor, feed: Feed, at: At, singlesOf: SinglesOf = async () => []) {
  const may = feed.kind === 'visits' ? mayFollowVisits(me) : isColleague(me)
  if (!may || feed.personId !== me.personId) return undefined
  const { host } = new URL(at.config.baseUrl)
  const head = { uid: `${feed.id}@${host}`, stamp: feed.madeAt }
  const t = words.in(at.language)
  if (feed.kind === 'year')
    return sayCalendar({ ...head, name: t['feeds.year'], entries: [], days: await yearIn(tx, feed, at, host) })
  const from = { madeOn: dayOf(feed.madeAt), host }
  const shown = feed.kind === 'group' ? [] : await shownBy(tx, me, feed, at.today)
  const dates = await datesBy(tx, me, feed, at.today)
  const expected = withSessions.includes(feed.kind) ? await expectedBy(tx, me, feed, at.today) : []
  const closed = await closedAt(tx, [...shown, ...expected], from.madeOn, at.today)
  const datesOf = ({ schoolId, relationId }: { schoolId: string; relationId: string }) => ({
    closed: closed.get(schoolId) ?? [],
    changes: dates.flatMap(({ change }) => (change.relationId === relationId ? [change] : [])),
  })
  const extra = dates.flatMap(({ change: { id, kind, day, from: begin, until }, ...one }) =>
    kind === 'extra' && begin && until && feed.kind !== 'group' ? [{ id, day, from: begin, until, ...one }] : [],
  )
  const room = feed.kind === 'space' ? (feed.spaceId ?? undefined) : undefined
  const held = sessionsIn(expected, await changesOf(tx, expected), { ...from, room }, datesOf)
  const inHouse = weeklyOf(shown, from, datesOf).map((one) =>
    withSessions.includes(feed.kind) ? { ...one, title: fill(t['feed.inHouse'], { name: one.title }) } : one,
  )
  return sayCalendar({
    ...{ ...head, name: t[ofSessions.includes(feed.kind) ? 'feed.name.week' : 'feed.name'] },
    entries: [...inHouse, ...held.entries],
    singles: [
      ...extrasOf(extra, from),
      ...held.singles,
      ...(ofSessions.includes(feed.kind) ? [] : await singlesOf(tx, me, feed)),
    ],
  })
}

/** Until the end of the next school year, so that what is fetched changes once a year and not every day. */
async function closedAt(tx: Tx, at: readonly { schoolId: string }[], from: Day, today: Day) {
  const { until } = spanOf(schoolYearOf(today) + 1)
  const found = new Map<string, Day[]>()
  for (const schoolId of new Set(at.map((one) => one.schoolId)))
    found.set(
      schoolId,
      (await closedBetween(tx, schoolId, { from, until })).map(({ day }) => day),
    )
  return found
}

/** The year plan from the school year in which the address was made until the end of the next one. */
async function yearIn(tx: Tx, feed: Feed, at: { today: Day; language: Language }, host: string): Promise<WholeDays[]> {
  const { from } = spanOf(schoolYearOf(dayOf(feed.madeAt)))
  const { until } = spanOf(schoolYearOf(at.today) + 1)
  const lines = await yearPlanOf(tx, feed.schoolId, { from, until })
  return lines.map(({ id, kind, nl, en, ...span }) => ({
    ...{ uid: `${id ?? `${kind}-${span.from}`}@${host}`, title: at.language === 'en' ? en : nl },
    ...{ from: span.from, until: span.until },
  }))
}
