import type { Actor } from '#kit/db/actor.ts'
import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { act, ask, type Deed, reroute } from './actions.ts'
import { type DemoRequest, demoRequests } from './content/demo-requests.ts'
import { linkFor } from './letters/actions.ts'
import { digestOf } from './letters/rules.ts'
import { actByLink } from './links/actions.ts'
import { openedBy } from './links/queries.ts'

/** Questions in every state, told from both sides: the school with an account, partners mostly by their link. */
export async function demo(town: Town) {
  for (const told of demoRequests) await tell(town, told)
}

const morning = (day: string, minute: number) => new Date(`${day}T08:${String(minute).padStart(2, '0')}:00Z`)

async function tell(town: Town, told: DemoRequest) {
  const asker = actorOf(town, told.by)
  const day = dayPlus(town.today, -told.daysAgo)
  const wishDay = dayPlus(town.today, told.wishIn)
  const { level, what, forWhom } = told
  const asking = { to: addresseeOf(town, told), now: morning(day, 0), today: day }
  const asked = await town.as(asker, (tx, me) => ask(tx, me, { level, what, forWhom, wishDay }, asking))
  if (!asked.ok) throw new Error(`${told.by} could not ask “${what}”: ${asked.because}`)
  let { id } = asked
  for (const [place, step] of told.next.entries()) {
    const now = morning(dayPlus(town.today, -step.daysAgo), 10 + place)
    if ('onTo' in step) {
      const to = { relationId: town.recall(`${told.school}: ${step.onTo}`) }
      const onward = await town.as(asker, (tx, me) =>
        reroute(tx, me, id, { to, now, today: dayPlus(town.today, -step.daysAgo) }),
      )
      if (!onward.ok) throw new Error(`“${what}” could not be sent on: ${onward.because}`)
      id = onward.id
    } else {
      const key = await take(town, step.by ? actorOf(town, step.by) : asker.organisationId, { id, now }, step.does)
      if (key) town.remember(`link: ${told.to}`, key)
    }
  }
}

/** Somebody with an account does it as herself; whoever has none does it with the link she was sent, and keeps that. */
async function take(town: Town, who: Actor | string, { id, now }: { id: string; now: Date }, deed: Deed) {
  const { done, key } =
    typeof who === 'string'
      ? await byLink(town, { schoolId: who, id }, deed, now)
      : { done: await town.as(who, (tx, me) => act(tx, me, id, deed, { now, today: town.today })), key: undefined }
  if (!done.ok) throw new Error(`a demo request could not be ${deed.kind}: ${done.because}`)
  return key
}

async function byLink(town: Town, one: { schoolId: string; id: string }, deed: Deed, now: Date) {
  const house = { baseUrl: '', mailIn: undefined }
  const link = await town.asKeeper((tx) => linkFor(tx, house, one, now))
  const key = digestOf(link?.split('/').at(-1) ?? '')
  const done = await town.asGuest(key, async (tx) => {
    const opened = await openedBy(tx, key)
    if (!opened?.request) throw new Error('a link of the demo opens nothing')
    return actByLink(tx, { link: opened.link, request: opened.request }, deed, { now })
  })
  return { done, key }
}

const addresseeOf = (town: Town, { school, to, colleague }: DemoRequest) =>
  colleague ? { personId: town.recall(colleague) } : { relationId: town.recall(`${school}: ${to}`) }

function actorOf(town: Town, name: string): Actor {
  const actor = town.actors.get(name)
  if (!actor) throw new Error(`The story has no ${name}.`)
  return actor
}
