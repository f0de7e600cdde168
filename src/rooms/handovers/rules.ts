import { type Day, dayPlus } from '#kit/time/day.ts'
import { roleAndFallbacks } from '#rooms/trade/door.ts'

/** A colleague as far as choosing a successor goes. `lines` is how many she holds: a number, no judgement. */
export type Candidate = {
  personId: string
  name: string
  roles: readonly string[]
  deputyId: string | null
  until: Day | null
  lines: number
}

/** Who stands in for it, else who stands in for her, else who has the task, else who leads: never herself. */
export function successorFor(
  thing: { next?: string | null; roles?: readonly string[] },
  leaver: Pick<Candidate, 'personId' | 'roles' | 'deputyId'>,
  stay: readonly Candidate[],
): string | null {
  const others = stay.filter(({ personId }) => personId !== leaver.personId)
  const isHere = (id: string | null | undefined) => others.some(({ personId }) => personId === id)
  if (isHere(thing.next)) return thing.next ?? null
  if (!thing.roles && isHere(leaver.deputyId)) return leaver.deputyId
  const wanted = [...(thing.roles ?? leaver.roles.flatMap(roleAndFallbacks)), ...leading]
  for (const role of wanted) {
    const able = others.filter(({ roles }) => roles.includes(role)).sort(lightest)
    if (able[0]) return able[0].personId
  }
  return (isHere(leaver.deputyId) ? leaver.deputyId : [...others].sort(lightest)[0]?.personId) ?? null
}

const leading = ['directeur', 'teamleider']
const lightest = (a: Candidate, b: Candidate) => a.lines - b.lines || a.name.localeCompare(b.name)

/** Who is there after her last day. */
export const staysAfter = <C extends Pick<Candidate, 'personId' | 'until'>>(people: readonly C[], day: Day): C[] =>
  people.filter(({ until }) => until === null || until > day)

/** Where it falls when nobody answered: who stands in, else who holds the sitting, else who leads, else anybody. */
export function fallsTo(
  item: { nextId: string | null },
  sitting: { personId: string; heldBy: string | null },
  stay: readonly Candidate[],
): string | null {
  const others = stay.filter(({ personId }) => personId !== sitting.personId)
  const here = (id: string | null) => others.find(({ personId }) => personId === id)?.personId
  const lead = leading.flatMap((role) => others.filter(({ roles }) => roles.includes(role)))[0]?.personId
  return here(item.nextId) ?? here(sitting.heldBy) ?? lead ?? [...others].sort(lightest)[0]?.personId ?? null
}

/** Who leaves is asked about until her last day; who is away already is stood in for from tomorrow. */
export const fallsOnFor = ({ lasting, lastDay }: { lasting: boolean; lastDay: Day }, today: Day): Day =>
  lasting ? later(lastDay, today) : later(dayPlus(lastDay, 1), dayPlus(today, 1))
const later = (one: Day, other: Day) => (one > other ? one : other)

export type ItemState = 'open' | 'asked' | 'accepted' | 'declined' | 'gone'
type Told = { accepted: boolean; at: Date; personId: string }
type Asked = { successorId: string | null; askedAt: Date | null; goneAt: Date | null }

/** What came of it: read from when it was asked and what was said since. */
export function stateOf({ successorId, askedAt, goneAt }: Asked, answers: readonly Told[]): ItemState {
  if (goneAt) return 'gone'
  if (!askedAt || !successorId) return 'open'
  const [last] = answers
    .filter(({ at, personId }) => personId === successorId && at.getTime() >= askedAt.getTime())
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  if (!last) return 'asked'
  return last.accepted ? 'accepted' : 'declined'
}

type Having = { fromId: string | null; holderId: string | null; successorId: string | null }
/** It lies with another than who was asked, because the day came first. */
export const hasFallen = ({ fromId, holderId, successorId }: Having, state: ItemState) =>
  holderId !== null && holderId !== fromId && (state !== 'accepted' || holderId !== successorId)

export type Counts = Record<'all' | 'done' | 'waiting' | 'mine', number>
/** How far the sitting is: taken over, waiting on others, and waiting on who holds it. */
export function countsOf(states: readonly ItemState[]): Counts {
  const count = (...kinds: ItemState[]) => states.filter((state) => kinds.includes(state)).length
  return {
    all: states.length,
    done: count('accepted', 'gone'),
    waiting: count('asked'),
    mine: count('open', 'declined'),
  }
}

type Thing = { kind: string; thing: string; nextId: string | null }

/** With each thing whom one would ask. A task goes by its own fallbacks, the rest by who stands in. */
export const proposalsFor = <T extends Thing>(
  items: readonly T[],
  leaver: Candidate | undefined,
  stay: readonly Candidate[],
): (T & { proposal: string | null })[] =>
  items.map((item) => {
    const thing = { next: item.nextId, ...(item.kind === 'people.task' ? { roles: roleAndFallbacks(item.thing) } : {}) }
    return { ...item, proposal: leaver ? successorFor(thing, leaver, stay) : item.nextId }
  })

const mostShown = 3
/** To whom everything can go in one press: who is proposed most, first. */
export function mostProposed<C extends Candidate>(
  items: readonly { proposal: string | null }[],
  stay: readonly C[],
): C[] {
  const times = new Map<string, number>()
  for (const { proposal } of items) if (proposal) times.set(proposal, (times.get(proposal) ?? 0) + 1)
  return stay
    .filter(({ personId }) => times.has(personId))
    .sort((a, b) => (times.get(b.personId) ?? 0) - (times.get(a.personId) ?? 0))
    .slice(0, mostShown)
}
