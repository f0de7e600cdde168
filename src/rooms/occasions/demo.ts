import type { Town } from '#kit/http/types.ts'
import { addOccasion, setGuests } from './actions.ts'

const told = [
  {
    ...{ name: 'Sinterklaas op het plein', kind: 'invite' as const, day: '12-04' },
    guests: ['Politie, wijkagent De Plas', 'Kinderopvang Het Rietnest', 'Meneer Sietsma (buurman met de moestuin)'],
  },
  {
    ...{ name: 'Kerstkaart', kind: 'card' as const, day: '12-18' },
    guests: [
      'Bibliotheek Wilgenveen',
      'Voorleesvrijwilligers De Leesstoel',
      'Logopedie Spraakwijzer',
      'Woonzorgcentrum Avondrood',
    ],
  },
  { name: 'Zomerfeest van het team', kind: 'invite' as const, day: '07-02', guests: [] },
]

/** What De Waterlelie does for its partners in a year. */
export async function demo(town: Town) {
  const [nadia, ilse] = [town.actors.get('Nadia Bouzid')!, town.actors.get('Ilse Wagenaar')!]
  const year = Number(town.today.slice(0, 4))
  for (const { guests, day, ...said } of told) {
    const next = `${day >= town.today.slice(5) ? year : year + 1}-${day}`
    const added = await town.as(nadia, (tx, me) => addOccasion(tx, me, { ...said, day: next }))
    if (!added.ok) throw new Error(`${said.name}: ${added.because}`)
    const ids = guests.map((name) => town.recall(`De Waterlelie: ${name}`))
    await town.as(nadia, (tx, me) => setGuests(tx, me, added.id, ids, town.today))
  }
  const [day, name] = [`${year + 1}-05-20`, 'Molendag']
  const added = await town.as(ilse, (tx, me) => addOccasion(tx, me, { name, kind: 'invite', day }))
  if (!added.ok) throw new Error(`${name}: ${added.because}`)
  const ids = [town.recall('Het Molentje: Molenaar Van Dam')]
  await town.as(ilse, (tx, me) => setGuests(tx, me, added.id, ids, town.today))
}
