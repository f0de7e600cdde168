import { clockOf, momentOf, shownAt } from '#kit/time/clock.ts'
import { type Day, zone } from '#kit/time/day.ts'
import { cleared, namesAChild } from '#rooms/trade/door.ts'
import type { Meeting, Stage } from './tables.ts'

export type State = 'draft' | 'asked' | 'fixed' | 'cancelled'
export function stateOf({
  askedAt,
  startsAt,
  cancelledAt,
}: Pick<Meeting, 'askedAt' | 'startsAt' | 'cancelledAt'>): State {
  if (cancelledAt) return 'cancelled'
  if (startsAt) return 'fixed'
  return askedAt ? 'asked' : 'draft'
}

const clock = clockOf(zone)!
/** The moment at which the clock here shows this, and what it shows at a moment: YYYY-MM-DDTHH:MM. */
export const momentAt = (day: Day, time: string) => new Date(momentOf(clock, Date.parse(`${day}T${time}:00Z`)))
export const localOf = (moment: Date) => new Date(shownAt(clock, moment.getTime())).toISOString().slice(0, 16)
export const dayIn = (local: string): Day => local.slice(0, 10)
export const timeIn = (local: string) => local.slice(11, 16)
export const endOf = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000)

/** When it is over: of a series, when its last date is. */
export const overOf = ({ overAt, endsAt }: Pick<Meeting, 'overAt' | 'endsAt'>) => overAt ?? endsAt
export const isOver = (meeting: Pick<Meeting, 'overAt' | 'endsAt'>, now: Date) => {
  const over = overOf(meeting)
  return over !== null && over < now
}

export type Objection = 'names' | 'bsn' | 'birth-date' | 'one-child'

const oneChild =
  /\b(?:kind|kindje|leerling|kleuter|peuter|jongen|jongetje|meisje|zoon|zoontje|dochter|dochtertje|pupil|child|boy|girl|son|daughter|student)\b/iu

/** Titles and places travel through mail and calendars of others: nothing in them points at a child. */
export function objectionTo(texts: readonly string[], adults: readonly string[]): Objection | undefined {
  const known = adults.filter((name) => name.trim().includes(' '))
  for (const text of texts) {
    const told = known.reduce((left, name) => left.replaceAll(name, ' '), text)
    const { warnings } = cleared(told)
    for (const warning of ['bsn', 'birth-date', 'names'] as const) if (warnings.includes(warning)) return warning
    if (namesAChild(told) === 'name') return 'names'
    if (oneChild.test(told)) return 'one-child'
  }
  return undefined
}

export type Invited = { id: string; name: string; required: boolean }
export type Offered = { id: string; startsAt: Date; answers: readonly { inviteeId: string; stage: Stage }[] }
/** Somebody has answered when she said something of every moment. */
export const hasAnswered = (inviteeId: string, options: readonly Offered[]) =>
  options.length > 0 && options.every(({ answers }) => answers.some((answer) => answer.inviteeId === inviteeId))

export type Weighed = {
  id: string
  startsAt: Date
  can: number
  ifNeeded: string[]
  cannot: string[]
  silent: string[]
  /** Of those without whom it makes no sense: who cannot, or has not said yet. */
  requiredMissing: string[]
  /** Of those who need not come, how many can: where so many of them must, and these are too few. `sure`: whatever who is silent will say. */
  tooFew: { can: number; quorum: number; sure: boolean } | undefined
}

/** The best moment first: everybody who must come can, then enough of the others (the quorum), then the fewest missing, the fewest “if needed”, the earliest. */
export function weighed(options: readonly Offered[], invited: readonly Invited[], quorum: number | null): Weighed[] {
  return options
    .map(({ id, startsAt, answers }) => {
      const said = new Map(answers.map(({ inviteeId, stage }) => [inviteeId, stage]))
      const names = (holds: (one: Invited) => boolean) => invited.filter(holds).map(({ name }) => name)
      return {
        tooFew: tooFewOf(invited, said, quorum),
        ...{ id, startsAt, can: invited.filter((one) => said.get(one.id) === 'yes').length },
        ifNeeded: names((one) => said.get(one.id) === 'if_needed'),
        cannot: names((one) => said.get(one.id) === 'no'),
        silent: names((one) => !said.has(one.id)),
        requiredMissing: names((one) => one.required && (said.get(one.id) ?? 'no') === 'no'),
      }
    })
    .sort(
      (a, b) =>
        a.requiredMissing.length - b.requiredMissing.length ||
        lacking(a) - lacking(b) ||
        a.cannot.length + a.silent.length - b.cannot.length - b.silent.length ||
        a.ifNeeded.length - b.ifNeeded.length ||
        a.startsAt.getTime() - b.startsAt.getTime(),
    )
}

function tooFewOf(invited: readonly Invited[], said: ReadonlyMap<string, Stage>, quorum: number | null) {
  const others = invited.filter(({ required }) => !required)
  const can = others.filter(({ id }) => (said.get(id) ?? 'no') !== 'no').length
  const silent = others.filter(({ id }) => !said.has(id)).length
  return quorum && can < quorum ? { can, quorum, sure: can + silent < quorum } : undefined
}
/** Enough of the others; perhaps, for who is silent may be the one that is lacking; surely too few. */
const lacking = ({ tooFew }: Weighed) => (tooFew ? (tooFew.sure ? 2 : 1) : 0)

/** Why a moment stands where it stands: the first of these that is so. */
export function whyOf({ requiredMissing, cannot, silent, ifNeeded, tooFew }: Weighed) {
  if (requiredMissing.some((name) => cannot.includes(name))) return 'required' as const
  if (tooFew?.sure) return 'quorum' as const
  if (!cannot.length && !silent.length) return ifNeeded.length ? ('ifNeeded' as const) : ('all' as const)
  return silent.length ? ('silent' as const) : ('others' as const)
}

export const mostInvited = 60
export const mostOptions = 20
