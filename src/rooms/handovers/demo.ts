import type { Town } from '#kit/http/types.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { answer, askSuccessors, startHandover } from './actions.ts'
import { noteFund } from './funds/actions.ts'
import { handOn, settle } from './moving/actions.ts'
import { nameSuccessor, part, settleParting } from './partings/actions.ts'
import { facesThere, heldBy } from './partings/queries.ts'
import { askedOfMe, candidates, itemsOf } from './queries.ts'

/**
 * Hilbert left some months ago, and at the bso another came. Lotte leaves in six weeks: Fenna is asked to take over what she
 * holds, and Joost said no to one thing.
 */
export async function demo(town: Town) {
  await left(town)
  await anotherFace(town)
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

/** Hilbert held one line. Nadia stood in, took it over before he went, and the sitting is closed. */
async function left(town: Town) {
  const head = town.actors.get('Nadia Bouzid')!
  const personId = town.recall('Hilbert Kuipers')
  const aYear = dayPlus(town.today, -365)
  const then = await town.as(head, (tx) => candidates(tx, head.organisationId, aYear))
  const lastDay = then.find((one) => one.personId === personId)?.until
  if (!lastDay) throw new Error('Hilbert never left')
  const on = (today: Day) => ({ hangings: town.hangings, today, now: new Date(`${today}T09:00:00Z`) })
  const [begun, gone] = [on(dayPlus(lastDay, -30)), on(dayPlus(lastDay, 1))]
  const said = { personId, lasting: true, lastDay, backOn: null }
  const id = await town.as(head, async (tx, me) => {
    const started = await startHandover(tx, me, said, begun)
    if (!started.ok) throw new Error(`Hilbert cannot hand over: ${started.because}`)
    await askSuccessors(tx, me, started.id, { all: me.personId, each: new Map(), ...begun })
    return started.id
  })
  const schoolId = head.organisationId
  await town.asKeeper(async (tx) => {
    for (const item of await itemsOf(tx, schoolId, id)) await handOn(tx, item, begun)
    if (!(await settle(tx, { schoolId, id }, gone))) throw new Error('what Hilbert handed over is not closed')
  })
}

/** At the bso Gea went, and Johan is rung in her place. */
async function anotherFace(town: Town) {
  const { hangings } = town
  const head = town.actors.get('Nadia Bouzid')!
  const relationId = town.recall('De Waterlelie: Bso Het Rietnest')
  const stopsOn = dayPlus(town.today, -60)
  const today = dayPlus(stopsOn, -20)
  const given = { hangings, today, now: new Date(`${today}T09:00:00Z`), source: 'gezegd toen een ander vertrok' }
  const id = await town.as(head, async (tx, me) => {
    const faces = await facesThere(tx, me.organisationId, relationId)
    const [faceId, follows] = ['Gea Hofman', 'Johan Feenstra'].map((name) => faces.find((one) => one.name === name)?.id)
    const nobodyNew = { name: null, work: null, phone: null, mail: null }
    const at = { relationId, faceId: faceId ?? '' }
    const parted = await part(tx, me, at, { stopsOn, follows: `face:${follows}`, ...nobodyNew }, given)
    if (!parted.ok) throw new Error(`Gea cannot stop: ${parted.because}`)
    return parted.id
  })
  const then = { hangings, today: stopsOn, now: new Date(`${stopsOn}T16:00:00Z`) }
  const one = { schoolId: head.organisationId, id }
  if (!(await town.asKeeper((tx) => settleParting(tx, one, then)))) throw new Error('Gea has not gone')
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
