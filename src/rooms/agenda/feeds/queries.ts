import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { closedBetween, schoolYearOf, spanOf, yearPlanOf } from '#rooms/days/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { isColleague, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { type Single, sayCalendar, type WholeDays } from '../ical/write.ts'
import { presences } from '../tables.ts'
import { words } from '../words/words.ts'
import { weeklyOf } from './rules.ts'
import { type Feed, feeds } from './tables.ts'

/** The addresses I made for this school. */
export const feedsOf = (tx: Tx, me: Actor) =>
  tx
    .select({ id: feeds.id, kind: feeds.kind, space: spaces.name, madeAt: feeds.madeAt })
    .from(feeds)
    .leftJoin(spaces, and(eq(spaces.schoolId, feeds.schoolId), eq(spaces.id, feeds.spaceId)))
    .where(and(eq(feeds.schoolId, me.organisationId), eq(feeds.personId, me.personId)))
    .orderBy(asc(feeds.madeAt))
export type Listed = Awaited<ReturnType<typeof feedsOf>>[number]

/** As a guest who brings an address: the feed it belongs to. */
export async function bringFeed(tx: Tx, digest: string): Promise<Feed | undefined> {
  const [found] = await tx.select().from(feeds).where(eq(feeds.tokenDigest, digest))
  return found
}

/** As whoever made it: who is in the building when, and where. Never what for. */
export const shownBy = (tx: Tx, me: Actor, { schoolId, kind, spaceId }: Feed, today: Day) =>
  tx
    .select({
      id: presences.id,
      partner: relations.name,
      weekday: presences.weekday,
      from: sql<string>`to_char(${presences.from}, 'HH24:MI')`,
      until: sql<string>`to_char(${presences.until}, 'HH24:MI')`,
      space: spaces.name,
      school: organisations.name,
      last: relations.until,
    })
    .from(presences)
    .innerJoin(relations, and(eq(relations.schoolId, presences.schoolId), eq(relations.id, presences.relationId)))
    .innerJoin(organisations, eq(organisations.id, presences.schoolId))
    .leftJoin(spaces, and(eq(spaces.schoolId, presences.schoolId), eq(spaces.id, presences.spaceId)))
    .where(
      and(
        eq(presences.schoolId, schoolId),
        or(isNull(relations.until), gte(relations.until, today)),
        kind === 'space' && spaceId ? eq(presences.spaceId, spaceId) : undefined,
        kind === 'mine' ? or(eq(relations.ownerId, me.personId), eq(relations.deputyId, me.personId)) : undefined,
      ),
    )
    .orderBy(asc(presences.weekday), asc(presences.from), asc(presences.id))
export type Shown = Awaited<ReturnType<typeof shownBy>>[number]

type At = { today: Day; config: Config; language: Language }
/** What a room above knows of appointments that belong in this calendar. */
export type SinglesOf = (tx: Tx, me: Actor, feed: Feed) => Promise<Single[]>

/** As whoever made it: the calendar itself. Undefined when she may not see who is in the building any more. */
export async function sayFeed(tx: Tx, me: Actor, feed: Feed, at: At, singlesOf: SinglesOf = async () => []) {
  if (!isColleague(me) || feed.personId !== me.personId) return undefined
  const { host } = new URL(at.config.baseUrl)
  const head = { uid: `${feed.id}@${host}`, stamp: feed.madeAt }
  if (feed.kind === 'year')
    return sayCalendar({
      ...head,
      name: words.in(at.language)['feeds.year'],
      entries: [],
      days: await yearIn(tx, feed, at, host),
    })
  const shown = await shownBy(tx, me, feed, at.today)
  const madeOn = dayOf(feed.madeAt)
  // Until the end of the next school year, so that what is fetched changes once a year and not every day.
  const { until } = spanOf(schoolYearOf(at.today) + 1)
  const closed = (await closedBetween(tx, feed.schoolId, { from: madeOn, until })).map(({ day }) => day)
  return sayCalendar({
    ...{ ...head, name: words.in(at.language)['feed.name'] },
    entries: weeklyOf(shown, madeOn, host, closed),
    singles: await singlesOf(tx, me, feed),
  })
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
