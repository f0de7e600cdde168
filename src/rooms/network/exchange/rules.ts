import { type Day, sayWeekdays } from '#kit/time/day.ts'
import { motives, partnerTypes, topics } from '#rooms/trade/door.ts'
import { findColleague } from '../import/colleague.ts'
import { guessType } from '../import/guesstype.ts'
import { type Contact, emptyPartner, type Partner } from '../import/partner.ts'
import type { FaceShown, Hours, ListCard } from '../queries.ts'

type Colleague = { personId: string; name: string; roles?: readonly string[] }

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The file's own words for what has no column; Dutch, as its heads are. */
const heads = {
  law: 'Wet of afspraak',
  owner: 'Wie bij ons',
  present: 'Aanwezig',
  room: 'Ruimte',
  ends: 'Loopt t/m',
} as const

export type SpaceNamed = { id: string; name: string }
export type HoursSaid = { weekday: number; from: string; until: string; spaceId: string | null; what: string | null }

/** Hours in the building, when days and times are both known; else the words as they were. */
function hoursOf({ presence, room }: Partner, spaces: readonly SpaceNamed[]): { hours: HoursSaid[]; left: string[] } {
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
function presenceOf(hours: readonly Hours[]): Pick<Partner, 'presence' | 'room'> {
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

type Around = { colleagues: readonly Colleague[]; spaces: readonly SpaceNamed[]; source: string; today: Day }

/** A day that is past is no end to come: the line stays open, and the card says what the list said. */
export const hasEnded = ({ ends }: Pick<Partner, 'ends'>, today: Day) => ends !== '' && ends < today

/** What a row of a list comes to for this school. What has no place of its own is kept as words in `about`. */
export function relationOf(row: Partner, { colleagues, spaces, source, today }: Around) {
  const owner = findColleague(row.owner, colleagues)
  const deputy = findColleague(row.deputy, colleagues)
  const { hours, left } = hoursOf(row, spaces)
  const { legalNote, about } = lawIn(row.note)
  const type = partnerTypes.some(({ id }) => id === row.type) ? row.type : null
  const extra = [
    hasEnded(row, today) ? `${heads.ends}: ${row.ends.split('-').reverse().join('-')}` : '',
    ...[[row.street, row.houseNumber].filter(Boolean).join(' '), kindLeft(row.kind, type), ...left],
    ...[owner ? '' : row.owner, deputy ? '' : row.deputy].map((name) => name && `${heads.owner}: ${name}`),
  ]
  return {
    ...{
      name: row.name,
      form: row.form,
      type,
      place: row.place || null,
      postcode: row.postcode || null,
      website: row.website || null,
      phone: row.phone || null,
    },
    ...{
      levels: row.levels,
      scale: row.scale || null,
      since: row.since || null,
      until: row.ends && !hasEnded(row, today) ? row.ends : null,
      obligation: row.obligation || null,
      legalNote,
    },
    motives: row.motives.filter((id) => motives.some((motive) => motive.id === id)).slice(0, 3),
    about: [about, ...extra].filter(Boolean).join('\n') || null,
    ownerId: owner?.personId ?? null,
    deputyId: deputy && deputy !== owner ? deputy.personId : null,
    faces: facesOf(row).map((face) => ({ ...face, source })),
    hours,
    topics: topicsOf(row.topics),
    partOf: row.partOf,
    reply: row.reply || null,
  }
}
/** What a list says about a partner stays, unless it is no more than another word for its type. */
function kindLeft(kind: string, type: string | null): string {
  const guess = guessType('', kind)
  return type && guess.type === type && guess.sure >= 0.9 && !/[,\n;]/.test(kind) ? '' : kind
}

export type RelationRead = ReturnType<typeof relationOf>

function facesOf({ name, phone, mail, contacts, form }: Partner) {
  const faces = contacts.map((contact) => ({ ...orNull(contact), name: contact.name || name }))
  const isKnown = !mail || contacts.some((contact) => contact.mail === mail)
  const self = {
    ...orNull({
      name,
      work: '',
      phone: contacts.length || form === 'organisation' ? '' : phone,
      mail,
      days: [],
      moment: '',
    }),
    name,
  }
  return isKnown ? faces : [...faces, self]
}

const orNull = ({ work, phone, mail, days, moment }: Contact) => ({
  ...{ work: work || null, phone: phone || null, mail: mail || null, moment: moment || null },
  days: days.filter((day) => day <= 5),
})

function lawIn(note: string): { legalNote: string | null; about: string } {
  const [, before = note, law] = new RegExp(`^([\\s\\S]*?)(?:^|\\n)${heads.law}: (.+)$`).exec(note) ?? []
  return { legalNote: law ?? null, about: before }
}

/** The questions a list names, by id or by name; “(2)” means: asked as the second. */
function topicsOf(said: readonly string[]): { topic: string; rank: number | undefined }[] {
  const found = said.flatMap((text) => {
    const [, name = text, turn] = /^(.*?)(?: \((\d{1,3})\))?$/s.exec(text) ?? []
    const topic = topics.find(({ id, nl, en }) => [id, nl, en].some((word) => plain(word) === plain(name)))
    return topic ? [{ topic: topic.id, rank: turn ? Number(turn) - 1 : undefined }] : []
  })
  return found.filter(({ topic }, at) => found.findIndex((other) => other.topic === topic) === at)
}

/** A card as a row of a list, in such a way that reading it back gives the same card. */
export function partnerOf(card: ListCard): Partner {
  const {
    obligation,
    legalNote,
    motives: why,
    about,
  } = card.reason ?? { obligation: null, legalNote: null, motives: [], about: null }
  return {
    ...emptyPartner(),
    ...{
      name: card.name,
      form: card.form,
      type: card.type ?? '',
      partOf: card.partOf ?? '',
      reply: card.reply ?? '',
      postcode: card.postcode ?? '',
      place: card.place ?? '',
    },
    ...{
      website: card.website ?? '',
      phone: card.phone ?? '',
      levels: card.levels,
      scale: card.scale ?? '',
      since: card.since ?? '',
      ends: card.until ?? '',
    },
    ...{ obligation: obligation ?? '', motives: why, owner: card.owner?.name ?? '', deputy: card.deputy?.name ?? '' },
    note: [about, legalNote && `${heads.law}: ${legalNote}`].filter(Boolean).join('\n'),
    topics: card.topics.map(({ topic, rank }) => `${topics.find(({ id }) => id === topic)?.nl ?? topic} (${rank + 1})`),
    contacts: card.faces.map(contactOf),
    ...presenceOf(card.hours),
  }
}

const contactOf = ({ name, work, phone, mail, days, moment }: FaceShown): Contact => ({
  ...{ name, work: work ?? '', phone: phone ?? '', mail: mail ?? '', days, moment: moment ?? '' },
})
