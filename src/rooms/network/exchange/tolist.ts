import { topics } from '#rooms/trade/door.ts'
import { type Contact, emptyPartner, type Partner } from '../import/partner.ts'
import type { FaceShown, ListCard } from '../queries.ts'
import { heads } from './heads.ts'
import { presenceOf } from './hours.ts'

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
      postcode: card.postcode ?? '',
      place: card.place ?? '',
    },
    ...{
      website: card.website ?? '',
      phone: card.phone ?? '',
      levels: card.levels,
      scale: card.scale ?? '',
      since: card.since ?? '',
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
