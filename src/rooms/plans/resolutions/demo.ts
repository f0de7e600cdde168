import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { demoResolutions } from '../content/demo-resolutions.ts'
import { sendLetter } from '../letters/actions.ts'
import { visionOf } from '../vision/queries.ts'
import { involve, record } from './actions.ts'
import { usualAskUntil } from './rules.ts'

/** The two schools wrote down what they are going to decide; not everybody has been heard yet. */
export async function demo(town: Town) {
  for (const { by, inDays, point, person, line, topic, partners, ...said } of demoResolutions) {
    const who = town.actors.get(by)!
    const decidesOn = dayPlus(town.today, inDays)
    const recorded = await town.as(who, async (tx, me) => {
      const visionId = (await visionOf(tx, me.organisationId)).find(({ name }) => name === point)?.id ?? null
      const ids = { visionId, ownerId: person ? town.recall(person) : null, lineId: line ? town.recall(line) : null }
      const facts = { ...said, ...ids, topic: topic ?? null, type: null, spaceId: null, choiceId: null, decidesOn }
      return record(tx, me, facts, dayPlus(town.today, -6))
    })
    if (!recorded.ok) throw new Error(`${said.title}: ${recorded.because}`)
    for (const { line: name, way, why, said: view, written } of partners) {
      const askUntil = way === 'involved' ? usualAskUntil(decidesOn, town.today) : null
      const told = { way, why: why ?? null, said: view ?? null, askUntil, today: dayPlus(town.today, -2) }
      const done = await town.as(who, (tx, me) =>
        involve(tx, me, { id: recorded.id, relationId: town.recall(name) }, told),
      )
      if (!done.ok) throw new Error(`${name}: ${done.because}`)
      if (!written) continue
      const on = { way: 'paper' as const, language: 'nl', today: town.today, now: new Date(`${town.today}T10:00:00Z`) }
      const letter = await town.as(who, (tx, me) =>
        sendLetter(tx, me, { id: recorded.id, relationId: town.recall(name) }, on),
      )
      if (!letter.ok) throw new Error(`${name}: ${letter.because}`)
    }
  }
}
