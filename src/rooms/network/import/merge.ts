import { fold } from './duplicates.ts'
import type { Contact, PartnerRow } from './partner.ts'

/** A second row about the same partner adds what the first did not have. */
export function mergeInto(row: PartnerRow, other: PartnerRow): void {
  row.lines.push(...other.lines)
  for (const part of TEXTS) row[part] ||= other[part]
  for (const contact of other.contacts) addContact(row.contacts, contact)
  row.topics = union(row.topics, other.topics)
  row.levels = union(row.levels, other.levels)
  row.motives = union(row.motives, other.motives).slice(0, 3)
  row.scale ||= other.scale
  row.obligation ||= other.obligation
  row.note = [row.note, other.note, ...differing(row, other)].filter(Boolean).join('\n')
  row.presence = {
    days: union(row.presence.days, other.presence.days).sort(),
    from: row.presence.from || other.presence.from,
    until: row.presence.until || other.presence.until,
    text: [row.presence.text, other.presence.text].filter(Boolean).join(', '),
  }
}

/** A second phone or mail would be lost otherwise. */
const differing = (row: PartnerRow, other: PartnerRow) =>
  (['phone', 'mail', 'website'] as const).flatMap((part) =>
    other[part] && row[part] !== other[part] ? [other[part]] : [],
  )

function addContact(contacts: Contact[], contact: Contact): void {
  const same = contacts.find((one) => fold(one.name) === fold(contact.name))
  if (!same) {
    contacts.push(contact)
    return
  }
  same.work ||= contact.work
  same.phone ||= contact.phone
  same.mail ||= contact.mail
  same.moment ||= contact.moment
  same.days = union(same.days, contact.days).sort()
}

const union = <T>(one: T[], other: T[]) => [...new Set([...one, ...other])]

const TEXTS = [
  'kind',
  'sector',
  'street',
  'houseNumber',
  'postcode',
  'place',
  'website',
  'phone',
  'mail',
  'since',
  'ends',
  'owner',
  'deputy',
  'room',
  'partOf',
  'reply',
] as const
