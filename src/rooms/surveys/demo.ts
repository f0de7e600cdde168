import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { askTheTeam, castVote, closePoll, digestOf, voterToken } from './actions.ts'
import { openedBy, silentVoters } from './queries.ts'
import { statements } from './soundings/rules.ts'

/** How five in a row answered, statement by statement. */
const leaning = [
  [1, 2, 1, 0, 3],
  [0, 1, 2, 1, 1],
  [1, 0, 1, 2, 1],
  [0, 1, 1, 0, 2],
  [2, 2, 3, 1, 2],
  [1, 2, 1, 2, 0],
] as const

/** Last year, before the first use, De Waterlelie asked its team how work went. Nobody knows who answered what. */
export async function demo(town: Town) {
  const head = town.actors.get('Nadia Bouzid')!
  const today = dayPlus(town.today, -370)
  const closesOn = dayPlus(today, 14)
  const said = { kind: 'sounding' as const, closesOn, question: 'Hoe gaat het met het werk?', path: '/peiling' }
  const asked = await town.as(head, (tx, me) => askTheTeam(tx, me, said, { today, baseUrl: town.baseUrl }))
  if (!asked.ok) throw new Error(`the team was not asked how work goes: ${asked.because}`)
  const poll = { schoolId: head.organisationId, id: asked.id }
  const { silent } = await town.asKeeper((tx) => silentVoters(tx, poll.schoolId, poll.id, today))
  for (const [nth, { personId }] of silent.entries()) {
    if (nth % 7 === 6) continue
    const key = digestOf(voterToken(poll, personId))
    const answers = statements.map((_, place) => leaning[place]?.[nth % 5] ?? 1)
    await town.asGuest(key, async (tx) => {
      const opened = await openedBy(tx, key)
      if (opened) await castVote(tx, opened, { answers }, today)
    })
  }
  await town.asKeeper((tx) => closePoll(tx, poll, dayPlus(closesOn, 1)))
}
