import { sayWeekdays } from '#kit/time/day.ts'
import { emptyPartner, type Partner } from '../import/partner.ts'
import type { Hours } from '../queries.ts'
import { plain } from './colleague.ts'
import { heads } from './heads.ts'

export type SpaceNamed = { id: string; name: string }
export type HoursSaid = { weekday: number; from: string; until: string; spaceId: string | null; what: string | null }

/** Hours in the building, when days and times are both known; else the words as they were. */
export function hoursOf(
  { presence, room }: Partner,
  spaces: readonly SpaceNamed[],
): { hours: HoursSaid[]; left: string[] } {
  const many = manyHours(presence.text, spaces)
  if (many) return { hours: many, left: [] }
  const { days, from, until, text } = presence
  const spaceId = spaceNamed(room, spaces)
  const isWhole = clock.test(from) && clock.test(until) && from < until
  const weekdays = isWhole ? days.filter((day) => day <= 5) : []
  const hours = weekdays.map((weekday) => ({ weekday, from, until, spaceId, what: text || null }))
  const said = [days.length ? sayWeekdays(days, 'nl', 't/m') : '', [from, until].filter(Boolean).join('–'), text]
    .filter(Boolean)
    .join(' ')
  return {
    hours,
    left: [
      hours.length || !said ? '' : `${heads.present}: ${said}`,
      room && !(hours.length && spaceId) ? `${heads.room}: ${room}` : '',
    ],
  }
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
const spaceNamed = (name: string, spaces: readonly SpaceNamed[]) =>
  spaces.find((space) => plain(space.name) === plain(name))?.id ?? null

const short = ['ma', 'di', 'wo', 'do', 'vr']
const oneHour = /^(ma|di|wo|do|vr) (\d\d:\d\d)-(\d\d:\d\d)(?: \[(.*?)\])?(?: ([\s\S]+))?$/

/** “ma 09:00-12:00 [Spreekkamer] vragen; do 13:00-15:00”: how our own list says hours that differ from day to day. */
function manyHours(text: string, spaces: readonly SpaceNamed[]): HoursSaid[] | undefined {
  const parts = text.split(/; (?=(?:ma|di|wo|do|vr) \d\d:\d\d-)/).map((part) => oneHour.exec(part))
  if (!parts.every((part) => part && clock.test(part[2] ?? '') && clock.test(part[3] ?? '') && part[2]! < part[3]!))
    return undefined
  return parts.map((part) => {
    const [, day = '', from = '', until = '', room = '', what] = part ?? []
    return { weekday: short.indexOf(day) + 1, from, until, spaceId: spaceNamed(room, spaces), what: what ?? null }
  })
}

/** The same hours as columns of a list: one set of times, or all of them in words. */
export function presenceOf(hours: readonly Hours[]): Pick<Partner, 'presence' | 'room'> {
  const [first] = hours
  if (!first) return { presence: emptyPartner().presence, room: '' }
  const { from, until, space, what } = first
  const isAlike = hours.every(
    (hour) => hour.from === from && hour.until === until && hour.space === space && hour.what === what,
  )
  const days = hours.map(({ weekday }) => weekday)
  if (isAlike && new Set(days).size === days.length && !oneHour.test(what ?? ''))
    return { presence: { days, from, until, text: what ?? '' }, room: space ?? '' }
  const text = hours.map(
    (hour) =>
      `${short[hour.weekday - 1]} ${hour.from}-${hour.until}${hour.space ? ` [${hour.space}]` : ''}${hour.what ? ` ${hour.what}` : ''}`,
  )
  return { presence: { days: [], from: '', until: '', text: text.join('; ') }, room: '' }
}
