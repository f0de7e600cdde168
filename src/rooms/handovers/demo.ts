import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { answer, askSuccessors, startHandover } from './actions.ts'
import { askedOfMe, itemsOf } from './queries.ts'

/** Lotte leaves in six weeks. Fenna is asked to take over what she holds, and Joost said no to one thing. */
export async function demo(town: Town) {
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
