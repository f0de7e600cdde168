import { motives, partnerTypes, topics } from '#rooms/trade/door.ts'
import type { Contact, Partner } from '../import/partner.ts'
import { colleagueNamed, plain } from './colleague.ts'
import { heads } from './heads.ts'
import { hoursOf, type SpaceNamed } from './hours.ts'

type Colleague = { personId: string; name: string }

/** What a row of a list comes to for this school. What has no place of its own is kept as words in `about`. */
export function relationOf(
  row: Partner,
  { colleagues, spaces, source }: { colleagues: readonly Colleague[]; spaces: readonly SpaceNamed[]; source: string },
) {
  const owner = colleagueNamed(row.owner, colleagues)
  const deputy = colleagueNamed(row.deputy, colleagues)
  const { hours, left } = hoursOf(row, spaces)
  const { legalNote, about } = lawIn(row.note)
  const type = partnerTypes.some(({ id }) => id === row.type) ? row.type : null
  const extra = [
    ...[[row.street, row.houseNumber].filter(Boolean).join(' '), type ? '' : row.kind, ...left],
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
  }
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
