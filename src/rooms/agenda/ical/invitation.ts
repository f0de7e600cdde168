import { at, folded, local, repeated, type Series, text, timezone, utc } from './write.ts'

export type Attendee = { name: string; mail: string; required: boolean }
export type Invitation = {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  uid: string
  /** Counts up with every change, so that an old letter never overrules a newer one. */
  sequence: number
  /** When this was written. */
  stamp: Date
  start: Date
  end: Date
  title: string
  place: string
  organizer: { name: string; mail: string; sentBy?: string | undefined }
  attendees: readonly Attendee[]
  /** The rule and its exceptions, when it is repeated. */
  series?: Series | undefined
  /** This letter is about one date of a series only: when that was to be. */
  date?: Date | undefined
}

/**
 * One appointment for the calendars of those who come (RFC 5545, 5546). What happens once are moments in UTC: every calendar
 * shows them on its own clock. A series stands on the clock here, with the zone described: so it stays at the same hour when
 * that clock is changed. Dates that are off are left out of the rule; dates that were moved stand beside it.
 */
export function sayInvitation(invitation: Invitation): string {
  const { method, start, end, place, series, date } = invitation
  const dates = [{ start, end, place, at: date }, ...(date ? [] : (series?.moved ?? []))]
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Korte Lijnen//NL', 'CALSCALE:GREGORIAN', `METHOD:${method}`],
    ...(series || date ? timezone : []),
    ...dates.flatMap((one) => eventOf(invitation, one)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

type Once = { start: Date; end: Date; place: string; at: Date | undefined }
function eventOf(invitation: Invitation, { start, end, place, at: recurrence }: Once): string[] {
  const { method, uid, sequence, stamp, title, organizer, attendees, series } = invitation
  const onOurClock = series ?? recurrence
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(stamp)}`],
    ...[at('DTSTART', start, onOurClock), at('DTEND', end, onOurClock)],
    ...(recurrence ? [`RECURRENCE-ID${local(recurrence)}`] : series ? repeated(series) : []),
    `SUMMARY:${text(title)}`,
    ...(place ? [`LOCATION:${text(place)}`] : []),
    `ORGANIZER;CN=${quoted(organizer.name)}${sentBy(organizer)}:mailto:${organizer.mail}`,
    ...(method === 'PUBLISH' ? [] : attendees.map(attendeeLine)),
    ...[`STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`, 'CLASS:PRIVATE', 'TRANSP:OPAQUE', 'END:VEVENT'],
  ]
}

const attendeeLine = ({ name, mail, required }: Attendee) =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=${required ? 'REQ' : 'OPT'}-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${quoted(name)}:mailto:${mail}`

const sentBy = ({ sentBy: by }: Invitation['organizer']) => (by ? `;SENT-BY="mailto:${by}"` : '')

/** Between quotes everything may stand but a quote and what no eye sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
const quoted = (name: string) => `"${name.replace(/["\u0000-\u001f\u007f\u2028\u2029]/g, ' ').trim()}"`
