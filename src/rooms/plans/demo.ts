import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { castVote, findPoll } from '#rooms/surveys/door.ts'
import { consult, decide, proposeChoice } from './actions.ts'
import { demoChosen } from './content/demo-chosen.ts'
import {
  type DemoChoice,
  demoChoices,
  demoProposals,
  demoRestraints,
  demoVillageChoice,
  demoVision,
  unsaid,
} from './content/demo-plans.ts'
import { openTheDesk, typeProposal } from './desk/actions.ts'
import { demo as tellProfile } from './profile/demo.ts'
import { findChoice } from './queries.ts'
import { demo as tellResolutions } from './resolutions/demo.ts'
import { addPoint, declareHours, setBounds, stayAway } from './vision/actions.ts'
import { visionOf } from './vision/queries.ts'

type Done = { ok: true } | { ok: false; because: string }
function sound(done: Done, what: string) {
  if (!done.ok) throw new Error(`${what}: ${done.because}`)
}

/** What the schools want, what they stay away from, what they chose, and what lies on the desk. */
export async function demo(town: Town) {
  for (const [by, points] of Object.entries(demoVision))
    for (const [place, name] of points.entries()) {
      const today = dayPlus(town.today, -400 + place)
      sound(await town.as(actor(town, by), (tx, me) => addPoint(tx, me, { name, about: null, today })), name)
    }
  for (const { by, topic, reason, ago } of demoRestraints)
    sound(
      await town.as(actor(town, by), (tx, me) => stayAway(tx, me, { topic, reason, today: dayPlus(town.today, -ago) })),
      topic,
    )
  const nadia = actor(town, 'Nadia Bouzid')
  await town.as(nadia, async (tx, me) => {
    sound(await setBounds(tx, me, { mostLines: 36, mostPerOwner: 12 }), 'bounds')
    for (const [name, hours] of [
      ['Fenna Dijkstra', 60],
      ['Lotte Kramer', 40],
    ] as const)
      sound(await declareHours(tx, me, [{ personId: town.recall(name), hours }]), name)
  })
  await tellChosen(town)
  await tellChoices(town)
  await tellResolutions(town)
  await tellProfile(town)
  for (const { by, ago, ...said } of demoProposals) {
    const today = dayPlus(town.today, -ago)
    sound(await town.as(actor(town, by), (tx, me) => typeProposal(tx, me, { ...said, today })), said.name)
  }
  sound(await town.as(nadia, (tx, me) => openTheDesk(tx, me, new Date(`${town.today}T08:00:00Z`))), 'desk')
}

/** At last year's round Nadia wrote down with each holder what a line was begun for. */
const tellChosen = (town: Town) =>
  town.as(actor(town, 'Nadia Bouzid'), async (tx, me) => {
    const points = new Map((await visionOf(tx, me.organisationId)).map(({ id, name }) => [name, id]))
    for (const { line, owner, point, ago, seenIn, why, ...told } of demoChosen) {
      const [on, seenBy] = [dayPlus(town.today, -ago), dayPlus(town.today, seenIn)]
      const ids = { lineId: town.recall(`De Waterlelie: ${line}`), ownerId: town.recall(owner) }
      const said = { ...unsaid, ...told, ...ids, name: line, visionId: points.get(point) ?? null, seenBy }
      const asked = await proposeChoice(tx, me, said, on)
      sound(asked, line)
      if (asked.ok) sound(await decide(tx, me, asked.id, { outcome: 'yes', why }, on), line)
    }
  })

async function tellChoices(town: Town) {
  for (const told of [...demoChoices, demoVillageChoice]) {
    const { by, point, line, owner, ago, seenIn, decided, asked: asks, ...said } = told
    const today = dayPlus(town.today, -ago)
    const asked = await town.as(actor(town, by), async (tx, me) => {
      const vision = await visionOf(tx, me.organisationId)
      const visionId = vision.find(({ name }) => name === point)?.id ?? null
      const ids = { visionId, lineId: line ? town.recall(line) : null, ownerId: owner ? town.recall(owner) : null }
      return proposeChoice(tx, me, { ...unsaid, ...said, ...ids, seenBy: dayPlus(town.today, seenIn) }, today)
    })
    sound(asked, said.name)
    if (asked.ok && asks) await tellVoices(town, by, asked.id, asks)
    if (!asked.ok || !decided) continue
    const on = dayPlus(town.today, -decided.ago)
    const { outcome, why } = decided
    sound(await town.as(actor(town, decided.by), (tx, me) => decide(tx, me, asked.id, { outcome, why }, on)), said.name)
  }
}

async function tellVoices(town: Town, by: string, id: string, asks: NonNullable<DemoChoice['asked']>) {
  const [house, closesOn] = [{ today: town.today, baseUrl: town.baseUrl }, dayPlus(town.today, asks.closesIn)]
  sound(await town.as(actor(town, by), (tx, me) => consult(tx, me, id, { kind: asks.kind, closesOn }, house)), 'asking')
  for (const { by: name, vote, why } of asks.voices) {
    const said = { vote, why, takesUp: false }
    const cast = await town.as(actor(town, name), async (tx, me) => {
      const pollId = (await findChoice(tx, me.organisationId, id))?.choice.pollId ?? ''
      const poll = await findPoll(tx, me.organisationId, pollId, me.personId)
      if (!poll) throw new Error('a poll of the demo is not there')
      return castVote(tx, { poll, personId: me.personId }, said, town.today)
    })
    sound(cast, name)
  }
}

function actor(town: Town, name: string) {
  const found = town.actors.get(name)
  if (!found) throw new Error(`The story has no ${name}.`)
  return found
}
