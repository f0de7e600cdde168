import type { Town } from '#kit/http/types.ts'
import { addOffer, giveName, openPage, writePage, writeTopic } from './actions.ts'

/** De Waterlelie has its page on, with two names on it; Het Molentje is still thinking. */
export async function demo(town: Town) {
  const nadia = town.actors.get('Nadia Bouzid')!
  await town.as(nadia, (tx, me) => writePage(tx, me, welcome))
  await town.as(nadia, (tx, me) => writeTopic(tx, me, 'infectie_luizen', { hidden: true, role: null, sentence: null }))
  await town.as(nadia, (tx, me) =>
    writeTopic(tx, me, 'taal_ouders', {
      hidden: false,
      role: null,
      sentence: 'Op woensdag is er taalcafé in de hal, met koffie.',
    }),
  )
  await town.as(nadia, (tx, me) => addOffer(tx, me, dentist))
  await town.as(nadia, (tx, me) => openPage(tx, me, new Date(`${town.today}T08:00:00Z`)))
  for (const name of ['Nadia Bouzid', 'Marjolein van Veen']) await town.as(town.actors.get(name)!, giveName)
  await town.as(town.actors.get('Ilse Wagenaar')!, (tx, me) => addOffer(tx, me, dentist))
}

const welcome = {
  greeting: 'Fijn dat u kijkt. Loop gerust binnen: de koffie staat klaar op dinsdag en donderdag.',
  supportWebsite: 'https://steunpunt.wilgenveen.example',
  supportPhone: '0599 010 700',
  complaintsWebsite: null,
}
const dentist = {
  what: 'De tandarts in de bus',
  forWhom: 'Kinderen uit alle groepen',
  times: 'Twee keer per jaar',
  joining: 'U maakt zelf een afspraak met de tandarts. Een folder ligt in de hal.',
}
