import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { answer, askSuccessors, startHandover } from './actions.ts'
import { noteFund } from './funds/actions.ts'
import { nameSuccessor, part } from './partings/actions.ts'
import { facesThere, heldBy } from './partings/queries.ts'
import { askedOfMe, itemsOf } from './queries.ts'

/** Lotte leaves in six weeks. Fenna is asked to take over what she holds, and Joost said no to one thing. */
export async function demo(town: Town) {
  await atPartners(town)
  await byHerOwnWord(town)
  await money(town)

  const head = town.actors.get('Nadia Bouzid')!
  const { hangings, today } = town
  const now = new Date(`${dayPlus(today, -1)}T09:00:00Z`)
  const said = {
    personId: town.recall('Lotte Kramer'),
    lasting: true,
    lastDay: dayPlus(today, 42),
    backOn: null,
  }
  const started = await town.as(head, (tx, me) => startHandover(tx, me, said, { hangings, now, today }))
  if (!started.ok) throw new Error(`Lotte cannot hand over: ${started.because}`)
  const items = await town.as(head, (tx) => itemsOf(tx, head.organisationId, started.id))
  const lines = items.filter(({ kind }) => kind === 'relations.owner')
  const each = new Map(
    lines.map(({ id }, place) => [id, town.recall(place === 0 ? 'Joost Hendriks' : 'Fenna Dijkstra')] as const),
  )
  await town.as(head, (tx, me) => askSuccessors(tx, me, started.id, { all: null, each, now, today }))
  const joost = town.actors.get('Joost Hendriks')!
  const note = 'Liever volgend jaar, ik heb nu twee nieuwe groepen.'
  await town.as(joost, async (tx, me) => {
    for (const { id } of await askedOfMe(tx, me)) await answer(tx, me, id, { accepted: false, note, now })
  })
}

/** At the youth team Rob stops and Lies follows; at the neighbourhood team Gijs is asked who follows Fatma. */
async function atPartners(town: Town) {
  const { hangings, today } = town
  const now = new Date(`${dayPlus(today, -1)}T09:00:00Z`)
  const given = { hangings, now, today, source: 'gezegd toen een ander vertrok' }
  const head = town.actors.get('Nadia Bouzid')!
  for (const [partner, leaver, other, way] of [
    ['Jeugdteam Wilgenveen', 'Rob Scholten', 'Lies Mensink', 'face'],
    ['Buurtteam De Plas', 'Fatma Yilmaz', 'Gijs Brouwer', 'ask'],
  ] as const) {
    const relationId = town.recall(`De Waterlelie: ${partner}`)
    const faces = await town.as(head, (tx) => facesThere(tx, head.organisationId, relationId))
    const [faceId, otherId] = [leaver, other].map((name) => faces.find((face) => face.name === name)?.id ?? '')
    const nobodyNew = { name: null, work: null, phone: null, mail: null }
    const said = { stopsOn: dayPlus(today, 30), follows: `${way}:${otherId}`, ...nobodyNew }
    const parted = await town.as(head, (tx, me) => part(tx, me, { relationId, faceId: faceId ?? '' }, said, given))
    if (!parted.ok) throw new Error(`${leaver} cannot stop: ${parted.because}`)
  }
}

/** At the advisers somebody says by the link of her own question that she stops, and who follows; the school has not looked. */
async function byHerOwnWord({ asGuest, recall, today }: Town) {
  const key = recall('link: Onderwijsadvies Terp')
  const said = {
    ...{ stopsOn: dayPlus(today, 45), name: 'Ymkje Postma', work: 'adviseur', phone: null },
    ...{
      mail: 'ymkje.postma@onderwijsadviesterp.example',
      note: 'De map met de teamdagen staat klaar voor wie na mij komt.',
    },
  }
  await asGuest(key, async (tx) => {
    const held = await heldBy(tx, key)
    if (!held?.faceId) throw new Error('her link does not say that she stops')
    await nameSuccessor(tx, held, { said, now: new Date(`${dayPlus(today, -1)}T15:00:00Z`) })
  })
}

/** The museum is paid from a grant that ends within half a year. */
async function money(town: Town) {
  const relationId = town.recall('De Waterlelie: Museum Het Turfschip')
  const said = { name: 'Subsidie cultuureducatie', euros: 2500, endsOn: dayPlus(town.today, 90) }
  const noted = await town.as(town.actors.get('Nadia Bouzid')!, (tx, me) => noteFund(tx, me, relationId, said))
  if (!noted.ok) throw new Error(`the grant was not noted: ${noted.because}`)
}
