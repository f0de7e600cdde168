import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Why a library reads a calendar otherwise than we do, and who is right (docs/calendars.md tells more). */
export const reasons = {
  refuses: 'It refuses the whole file for one line it cannot read. We are right: the readable part is used.',
  hangs: 'It does not come back. We are right.',
  zone: 'It does not know this time zone (its own VTIMEZONE, a prefix, or a place without VTIMEZONE). We are right.',
  first:
    'It leaves out the first time of a series when the rule does not name that day. The standard leaves this open; we count it, as Google and Outlook do: a colleague is rather called busy than disturbed.',
  exact:
    'It keeps the wall clock at the end. We are right: DTEND means the same exact duration each time (RFC 5545, 3.8.5.3).',
  weekNumbers: 'It does not do BYWEEKNO. We are right.',
  twentieth: 'It does not do the twentieth Monday of a year. We are right.',
  twice: 'It tells an event once that stands there twice, or the other way round. No time differs.',
  rdate: 'It passes over RDATE, or RDATE with periods. We are right.',
  sequence: 'It counts what was replaced by a newer SEQUENCE. We are right.',
  until: 'It compares UNTIL without the time zone and loses the last time. We are right.',
  days: 'VALUE=DATE with an hour behind it: it takes the whole day. The file contradicts itself; we take the hours.',
  orphan: 'Exceptions of a series that is not in the file: it passes over them. We are right.',
  negative: 'A duration below nothing: it lets the day go. The file is wrong; we keep the day and say so.',
  sameDay: 'A day that ends on the day it begins: it takes no time. The file is wrong; we keep the day.',
  oneOfUid: 'It keeps one event per UID. The file is wrong; we keep both.',
  case: 'It reads capitals only. We are right (RFC 5545, 2).',
  nonsense: 'It makes years of a number that is no date. We are right: this is no time, and told.',
  floating: 'It gives floating times the only time zone in the file. We are right: they float (RFC 5545, 3.3.5).',
  exception:
    'EXDATE in Greenwich at a series that floats: it leaves nothing out. The file is wrong; we leave out what was meant.',
} as const
export type Reason = keyof typeof reasons

const isReason = (text: string | undefined): text is Reason => Boolean(text && text in reasons)
type Known = { icaljs?: Reason; nodeical?: Reason }

/** Every difference, by file. */
export const differences: Readonly<Record<string, Known>> = Object.fromEntries(
  readFileSync(join(import.meta.dirname, 'differences.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [file = '', icaljs, nodeical] = line.split('\t')
      return [file, { ...(isReason(icaljs) ? { icaljs } : {}), ...(isReason(nodeical) ? { nodeical } : {}) }] as const
    }),
)
