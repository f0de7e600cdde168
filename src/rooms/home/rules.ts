import { type Day, dayOf, dayPlus, hourOf } from '#kit/time/day.ts'
import { isDue } from '#rooms/relations/door.ts'

export type LineAtHome = {
  id: string
  name: string
  ownerId: string | null
  deputyId: string | null
  assuredOn: Day | null
  until: Day | null
  createdAt: Date
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening'
/** How one greets at this moment in the Netherlands. */
export function partOfDay(now: Date): PartOfDay {
  const hour = hourOf(now)
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

export const firstName = (name: string) => name.split(' ')[0] ?? name

type Asked = { waits: 'me' | 'other' | undefined; overdue: boolean; answerBy: Day }
const pressing = (a: Asked, b: Asked) => Number(b.overdue) - Number(a.overdue) || a.answerBy.localeCompare(b.answerBy)
/** Of what is open: what waits on me and what on another, what is overdue first. The rule is that of requests. */
export const waitingOf = <R extends Asked>(requests: readonly R[]) => ({
  onMe: requests.filter(({ waits }) => waits === 'me').sort(pressing),
  onOther: requests.filter(({ waits }) => waits === 'other').sort(pressing),
})

const daysFresh = 14
/** Lines that were added in the last two weeks, the newest first. */
export const freshOf = <L extends LineAtHome>(lines: readonly L[], today: Day): L[] =>
  lines
    .filter(({ createdAt }) => dayOf(createdAt) > dayPlus(today, -daysFresh))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())

/** Lines that I hold and that nobody has said are right for a year. */
export const waitingForMe = <L extends LineAtHome>(lines: readonly L[], me: string, today: Day): L[] =>
  lines.filter((line) => line.ownerId === me && isDue(line.assuredOn, today))

const daysNew = 30
const daysEnding = 90

export type Five = Record<'new' | 'stuck' | 'ending' | 'unowned' | 'good', number>
/** Five questions about the network of a school: what is new, stuck, ending, without holder, and in order. */
export function fiveOf(lines: readonly LineAtHome[], today: Day): Five {
  const count = (holds: (line: LineAtHome) => boolean) => lines.filter(holds).length
  return {
    new: count(({ createdAt }) => dayOf(createdAt) > dayPlus(today, -daysNew)),
    stuck: count(({ assuredOn }) => isDue(assuredOn, today)),
    ending: count(isEnding(today)),
    unowned: count(isUnowned),
    good: count((line) => !isDue(line.assuredOn, today) && !isUnowned(line) && !isEnding(today)(line)),
  }
}

/** Lines that nobody holds or stands in for, those without a holder first. */
export const unownedOf = <L extends LineAtHome>(lines: readonly L[]): L[] =>
  lines.filter(isUnowned).sort((a, b) => Number(a.ownerId !== null) - Number(b.ownerId !== null))

const isUnowned = ({ ownerId, deputyId }: LineAtHome) => ownerId === null || deputyId === null
const isEnding =
  (today: Day) =>
  ({ until }: LineAtHome) =>
    until !== null && until <= dayPlus(today, daysEnding)

/** A school is set up when it has colleagues and partners. */
export const isSetUp = ({ people, partners }: { people: number; partners: number }) => people > 1 && partners > 0
