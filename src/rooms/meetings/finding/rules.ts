import { aDay } from '#kit/time/clock.ts'
import { type Answer, type Concession, find, type Problem, type Slot } from '../finder/find.ts'
import { problemOf, type ToFind, type Wish, withHours } from '../hours/rules.ts'
import { dayIn, localOf } from '../rules.ts'

/**
 * `missing`: who cannot then, where no moment suits all; `outside`: which partners would come outside their fixed hours.
 * `breaks`: among them is somebody without whom it makes no sense, or too few of the others can.
 */
export type Proposal = {
  local: string
  room: string | undefined
  missing: string[]
  outside: string[]
  breaks: boolean
  /** Of those who need not come, where so many of them must: how many can. */
  others: { can: number; of: number } | undefined
}
export type Found = {
  proposals: Proposal[]
  /** When nothing fits all: the least that would have to give. */
  concession: (Proposal & { asks: { name: string; minutes: number; travels: boolean }[]; roomAsks: number }) | undefined
}

const mostProposals = 6
const mostADay = 2

/** The best moments, spread: at most two a day, an hour and a half apart, so that there is something to choose. */
function spread(slots: readonly Slot[]): Slot[] {
  const chosen: Slot[] = []
  for (const slot of slots) {
    const sameDay = chosen.filter(
      ({ start }) => dayIn(localOf(new Date(start))) === dayIn(localOf(new Date(slot.start))),
    )
    if (sameDay.length < mostADay && sameDay.every(({ start }) => Math.abs(start - slot.start) >= aDay / 16))
      chosen.push(slot)
    if (chosen.length === mostProposals) break
  }
  return chosen.sort((a, b) => a.start - b.start)
}

/**
 * First on the fixed hours of partners. When that cannot be: what asks least, and moments at which partners come for this
 * or, when that does not help either, the fewest people are missing.
 */
export function momentsFor(known: ToFind, wish: Wish): Found {
  const { slots, concession }: Answer = find(problemOf(known, wish))
  const nameOf = (id: string) => known.people.find((who) => who.id === id)?.name ?? ''
  const travels = (id: string) => known.people.some((who) => who.id === id && who.travel > 0)
  const comers = withHours(known)
  const inHours = slots.length ? [] : comers.map((one) => ({ id: one.id, starts: startsFor(known, one, wish) }))
  const proposed = ({ start, room, missing }: Slot): Proposal => {
    const outside = inHours.flatMap(({ id, starts }) => (starts.has(start) || missing.includes(id) ? [] : [id]))
    return {
      local: localOf(new Date(start)),
      room: known.rooms.find(({ id }) => id === room)?.name,
      ...{ missing: missing.map(nameOf), outside: outside.map(nameOf) },
      ...quorumAt(known, [...missing, ...outside]),
    }
  }
  const least = (one: Concession) => ({
    ...proposed(one),
    asks: one.asks.map(({ id, minutes }) => ({ name: nameOf(id), minutes, travels: travels(id) })),
    roomAsks: one.roomAsks,
  })
  const loosened = problemOf(known, wish, false)
  const others = slots.length || !comers.length ? [] : find(loosened).slots
  const fewest = slots.length || others.length ? [] : find(withoutAll(loosened)).slots
  const best = slots.length ? slots : others.length ? others : fewest
  return {
    proposals: spread(best.filter(({ missing }) => missing.length === best[0]?.missing.length)).map(proposed),
    concession: concession ? least(concession) : undefined,
  }
}

function quorumAt({ people, quorum }: ToFind, cannot: readonly string[]): Pick<Proposal, 'breaks' | 'others'> {
  const others = people.filter(({ required }) => !required)
  const can = others.filter(({ id }) => !cannot.includes(id)).length
  const lacks = people.some(({ id, required }) => required && cannot.includes(id))
  return { breaks: lacks || can < (quorum ?? 0), others: quorum ? { can, of: others.length } : undefined }
}

/** When one partner can on her own fixed hours, whatever the others and the rooms. */
const startsFor = (known: ToFind, one: ToFind['people'][number], wish: Wish) =>
  new Set(
    find(problemOf({ ...known, quorum: null, people: [{ ...one, required: true }], rooms: [] }, wish)).slots.map(
      ({ start }) => start,
    ),
  )

/** So many of what was found are ticked already, and none that breaks somebody who must come. */
const preselected = 4
export const tickedOf = ({ proposals }: Found): string[] =>
  proposals
    .filter(({ breaks }) => !breaks)
    .slice(0, preselected)
    .map(({ local }) => local)

/** More than half must be able to; a moment for fewer is none. */
const withoutAll = (problem: Problem): Problem => ({
  ...problem,
  people: problem.people.map((one) => ({ ...one, required: false })),
  quorum: Math.floor(problem.people.length / 2) + 1,
})
