import type { Day } from '#kit/time/day.ts'
import { sayInvitation } from '#rooms/agenda/door.ts'
import { dayIn, endOf, localOf, timeIn } from '../rules.ts'
import { seriesOf } from '../series/rules.ts'
import type { MeetingDate, Repeat } from '../tables.ts'

/** The same in every letter, file and feed about one meeting. */
export const uidOf = ({ id }: { id: string }, baseUrl: string) => `${id}@${new URL(baseUrl).host}`

type InUse = {
  meetings: readonly { start: string; end: string; title: string }[]
  others: readonly { day: Day; from: string; until: string; by: string }[]
}

/** What already takes a room then: a meeting, or a partner on her hours or with children. */
export function takenBy({ meetings, others }: InUse, start: Date, end: Date): string | undefined {
  const meeting = meetings.find((one) => new Date(one.start) < end && new Date(one.end) > start)
  if (meeting) return meeting.title
  const [begins, ends] = [localOf(start), localOf(end)]
  const day = dayIn(begins)
  const lastsUntil = dayIn(ends) === day ? timeIn(ends) : '24:00'
  return others.find((one) => one.day === day && one.from < lastsUntil && one.until > timeIn(begins))?.by
}

/** What the form sends instead of a room: whichever is free then. */
export const anyRoom = 'free'
/** The first room that is free at every one of these moments. */
export const freeRoom = <Room extends InUse>(rooms: readonly Room[], starts: readonly Date[], minutes: number) =>
  rooms.find((room) => starts.every((start) => !takenBy(room, start, endOf(start, minutes))))

type Dated = {
  id: string
  title: string
  place: string | null
  makerName: string
  sequence: number
  startsAt: Date | null
  endsAt: Date | null
  cancelledAt: Date | null
  repeats: Repeat | null
}
/** To take along by hand: the appointment alone, without anybody's address. */
export function fileOf(
  meeting: Dated,
  dates: readonly MeetingDate[],
  { baseUrl, mailFrom }: { baseUrl: string; mailFrom: string },
  stamp: Date,
) {
  const { startsAt, endsAt, cancelledAt, sequence, title, place, makerName } = meeting
  if (!startsAt || !endsAt || cancelledAt) return undefined
  return sayInvitation({
    ...{ method: 'PUBLISH', uid: uidOf(meeting, baseUrl), sequence, stamp, start: startsAt, end: endsAt, title },
    ...{ place: place ?? '', organizer: { name: makerName, mail: bareAddress(mailFrom) }, attendees: [] },
    series: seriesOf(meeting, dates),
  })
}

export const bareAddress = (from: string) => /<([^<>]+)>/.exec(from)?.[1] ?? from.trim()
