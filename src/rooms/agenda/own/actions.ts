import { and, eq, gte, isNull, notExists, or } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { Day } from '#kit/time/day.ts'
import { lock } from '#kit/vault/vault.ts'
import { memberships } from '#rooms/people/door.ts'
import { calendarsOf } from './queries.ts'
import { hoursBetweenFetches, mostCalendars, type Read } from './rules.ts'
import { calendarHours, calendarSeals, calendars } from './tables.ts'

type Done<Because extends string> = { ok: true; id: string } | { ok: false; because: Because }
export const about = (id: string) => `calendar ${id}`

/** A calendar at an address: locked away, and fetched as soon as this is done. */
export async function addAddress(tx: Tx, me: Actor, address: string, now: Date): Promise<Done<'too-many'>> {
  const made = await addCalendar(tx, me, 'address')
  if (!made.ok) return made
  const { organisationId, personId } = me
  const own = { organisationId, personId, calendarId: made.id }
  await tx.insert(calendarSeals).values({ ...own, sealed: lock(address, about(made.id)), dueAt: now })
  await enqueue(tx, 'agenda.calendar', { organisation: organisationId, calendar: made.id })
  return made
}

/** A calendar brought as a file and read already, beside the house: only its hours are kept. */
export async function addFile(
  tx: Tx,
  me: Actor,
  read: Read,
  now: Date,
): Promise<Done<'too-many' | 'not-a-calendar' | 'too-large'>> {
  const { trouble } = read
  if (trouble === 'not-a-calendar' || trouble === 'too-large') return { ok: false, because: trouble }
  const made = await addCalendar(tx, me, 'file')
  if (!made.ok) return made
  const own = { organisationId: me.organisationId, personId: me.personId, calendarId: made.id }
  await tx.insert(calendarSeals).values({ ...own, fetchedAt: now, trouble: read.trouble })
  await tx.insert(calendarHours).values({ ...own, busy: read.busy })
  return made
}

async function addCalendar(tx: Tx, me: Actor, kind: 'address' | 'file'): Promise<Done<'too-many'>> {
  if ((await calendarsOf(tx, me)).length >= mostCalendars) return { ok: false, because: 'too-many' }
  const { organisationId, personId } = me
  const [made] = await tx.insert(calendars).values({ organisationId, personId, kind }).returning({ id: calendars.id })
  return { ok: true, id: made!.id }
}

/** Gone with all that came of it. */
export async function removeCalendar(tx: Tx, me: Actor, id: string): Promise<Done<'not-found'>> {
  const own = and(mine(me), eq(calendars.id, id))
  const [gone] = await tx.delete(calendars).where(own).returning({ id: calendars.id })
  return gone ? { ok: true, id } : { ok: false, because: 'not-found' }
}

const mine = (me: Actor) => and(eq(calendars.organisationId, me.organisationId), eq(calendars.personId, me.personId))

/** Fetch it now, instead of in a few hours. */
export async function askAgain(tx: Tx, me: Actor, id: string, now: Date): Promise<Done<'not-found'>> {
  const own = and(mine(me), eq(calendars.id, id), eq(calendars.kind, 'address'))
  const [found] = await tx.select({ id: calendars.id }).from(calendars).where(own)
  if (!found) return { ok: false, because: 'not-found' }
  await tx
    .update(calendarSeals)
    .set({ dueAt: now })
    .where(and(eq(calendarSeals.organisationId, me.organisationId), eq(calendarSeals.calendarId, id)))
  await enqueue(tx, 'agenda.calendar', { organisation: me.organisationId, calendar: id })
  return { ok: true, id }
}

type Of = { organisationId: string; calendarId: string; personId: string }

/** As the keeper: what was fetched takes the place of what was known; when it failed, that stays and is told. */
export async function keepHours(tx: Tx, of: Of, read: Read, now: Date): Promise<void> {
  const { organisationId, calendarId, personId } = of
  const dueAt = new Date(now.getTime() + hoursBetweenFetches * 3_600_000)
  const came = read.trouble === null || read.trouble === 'partly'
  const [still] = await tx
    .update(calendarSeals)
    .set({ dueAt, trouble: read.trouble, ...(came ? { fetchedAt: now } : {}) })
    .where(and(eq(calendarSeals.organisationId, organisationId), eq(calendarSeals.calendarId, calendarId)))
    .returning({ id: calendarSeals.calendarId })
  // Taken away while it was being fetched: then nothing is kept.
  if (!still) return
  if (came)
    await tx
      .insert(calendarHours)
      .values({ organisationId, calendarId, personId, busy: read.busy })
      .onConflictDoUpdate({
        target: [calendarHours.organisationId, calendarHours.calendarId],
        set: { busy: read.busy },
      })
  await enqueue(tx, 'agenda.calendar', { organisation: organisationId, calendar: calendarId }, dueAt)
}

/** As the keeper: whoever belongs here no longer, is not busy here either. */
export const forgetCalendar = (tx: Tx, { organisationId, calendarId }: Of) =>
  tx.delete(calendars).where(and(eq(calendars.organisationId, organisationId), eq(calendars.id, calendarId)))

/** As the keeper, once a day: the same for all, also for what came as a file and is never fetched. */
export const forgetCalendars = (tx: Tx, today: Day) =>
  tx.delete(calendars).where(
    notExists(
      tx
        .select({ id: memberships.id })
        .from(memberships)
        .where(
          and(
            eq(memberships.organisationId, calendars.organisationId),
            eq(memberships.personId, calendars.personId),
            or(isNull(memberships.until), gte(memberships.until, today)),
          ),
        ),
    ),
  )
