import { folded, text, utc } from './write.ts'

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
}

/**
 * One appointment for the calendars of those who come (RFC 5545, 5546). Its times are moments in UTC: every calendar shows
 * them on its own clock, also around the days on which that is changed.
 */
export function sayInvitation(invitation: Invitation): string {
  const { method, uid, sequence, stamp, start, end, title, place, organizer, attendees } = invitation
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Korte Lijnen//NL', 'CALSCALE:GREGORIAN', `METHOD:${method}`],
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(stamp)}`],
    ...[`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`, `SUMMARY:${text(title)}`],
    ...(place ? [`LOCATION:${text(place)}`] : []),
    `ORGANIZER;CN=${quoted(organizer.name)}${sentBy(organizer)}:mailto:${organizer.mail}`,
    ...(method === 'PUBLISH' ? [] : attendees.map(attendeeLine)),
    ...[`STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`, 'CLASS:PRIVATE', 'TRANSP:OPAQUE', 'END:VEVENT'],
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const attendeeLine = ({ name, mail, required }: Attendee) =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=${required ? 'REQ' : 'OPT'}-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${quoted(name)}:mailto:${mail}`

const sentBy = ({ sentBy: by }: Invitation['organizer']) => (by ? `;SENT-BY="mailto:${by}"` : '')

/** Between quotes everything may stand but a quote and what no eye sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
const quoted = (name: string) => `"${name.replace(/["\u0000-\u001f\u007f\u2028\u2029]/g, ' ').trim()}"`
