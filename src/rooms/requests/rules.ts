import { type Day, dayOf, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { cleared, namesAChild, roleAndFallbacks, type Warning } from '#rooms/trade/door.ts'
import type { MomentKind, Side } from './tables.ts'

export type State = 'open' | 'accepted' | 'declined' | 'answered' | 'done' | 'withdrawn' | 'rerouted'
export type Party = Side

/** What each moment makes of a request, and on whom it then waits. Moments that are not here change nothing. */
export const meaning = {
  asked: { state: 'open', waits: 'asked' },
  accepted: { state: 'accepted', waits: 'asked' },
  declined: { state: 'declined', waits: 'asking' },
  answered: { state: 'answered', waits: 'asking' },
  asked_on: { state: 'accepted', waits: 'asked' },
  done: { state: 'done', waits: null },
  withdrawn: { state: 'withdrawn', waits: null },
  rerouted: { state: 'rerouted', waits: null },
} as const satisfies Partial<Record<MomentKind, { state: State; waits: Party | null }>>

type Deciding = keyof typeof meaning
const isDeciding = (kind: MomentKind): kind is Deciding => kind in meaning
export const deciding = Object.keys(meaning) as Deciding[]
/** The moments after which a request waits on this side, or (null) on nobody any more. */
export const momentsWaitingOn = (party: Party | null) => deciding.filter((kind) => meaning[kind].waits === party)

type Told = { kind: MomentKind; at: Date }

/** The state of a request: what its last deciding moment says. What is closed stays closed. */
export function stateOf(moments: readonly Told[]): State {
  const told = moments.map(({ kind, at }) => ({ kind, at })).sort((a, b) => a.at.getTime() - b.at.getTime())
  const decided = told.flatMap(({ kind }) => (isDeciding(kind) ? [meaning[kind]] : []))
  return (decided.find(({ waits }) => waits === null) ?? decided.at(-1) ?? meaning.asked).state
}

export const isClosed = (state: State) => state === 'done' || state === 'withdrawn' || state === 'rerouted'
const waits = new Map<State, Party | null>(Object.values(meaning).map(({ state, waits }) => [state, waits]))

/** Whom it waits on, seen from one side: me, the other, or nobody. Vandaag, the list and the page all ask this. */
export function waitsOn({ party }: { party: Party }, moments: readonly Told[]): 'me' | 'other' | undefined {
  const on = waits.get(stateOf(moments))
  if (!on) return undefined
  return on === party ? 'me' : 'other'
}

/** No answer came yet: the day it is due still says something. */
export const awaitsAnswer = (state: State) => waits.get(state) === 'asked'

const daysToFollowUp = 7
/** When an answer is due now: who asks on after an answer gives a week for the next. */
export function dueBy(answerBy: Day, moments: readonly Told[]): Day {
  const onward = moments.filter(({ kind }) => kind === 'asked_on').map(({ at }) => followUpBy(dayOf(at)))
  return [answerBy, ...onward].reduce((last, day) => (day > last ? day : last))
}
export const followUpBy = (today: Day): Day => onWeekday(dayPlus(today, daysToFollowUp))

/** A reminder put ready when it was asked, of which the day moved on since, for it was asked on. */
export function isEarly(to: Party, { answerBy, told, today }: { answerBy: Day; told: readonly Told[]; today: Day }) {
  const due = dueBy(answerBy, told)
  return due !== answerBy && dayPlus(due, to === 'asked' ? -2 : 1) > today
}

/** Nobody answered in time. */
export const isOverdue = (answerBy: Day, moments: readonly Told[], today: Day) =>
  dueBy(answerBy, moments) < today && waits.get(stateOf(moments)) === 'asked'

type Deed = 'accepted' | 'declined' | 'answered' | 'asked_on' | 'done' | 'withdrawn' | 'rerouted' | 'note' | 'seen'
const deeds: Record<Party, Record<State, readonly Deed[]>> = {
  asked: {
    open: ['seen', 'accepted', 'declined', 'answered', 'note'],
    accepted: ['seen', 'declined', 'answered', 'done', 'note'],
    declined: ['seen', 'accepted', 'answered', 'note'],
    answered: ['seen', 'answered', 'done', 'note'],
    ...{ done: [], withdrawn: [], rerouted: [] },
  },
  asking: {
    open: ['withdrawn', 'rerouted', 'done', 'note'],
    accepted: ['withdrawn', 'rerouted', 'done', 'note'],
    declined: ['withdrawn', 'rerouted', 'done', 'note'],
    answered: ['asked_on', 'withdrawn', 'rerouted', 'done', 'note'],
    ...{ done: [], withdrawn: [], rerouted: [] },
  },
}
export const deedsOf = (party: Party, state: State): readonly Deed[] => deeds[party][state]
export const canDo = (party: Party, state: State, deed: MomentKind) =>
  (deeds[party][state] as readonly MomentKind[]).includes(deed)

const mostAnHour = 12
/** Each deed is a letter to a colleague: by one link, or by the address that came with it, no more in an hour. */
export const didEnough = (told: readonly { linkId: string | null; at: Date }[], link: string, now: Date) =>
  told.filter(({ linkId, at }) => linkId === link && now.getTime() - at.getTime() < 3_600_000).length >= mostAnHour

type SeenBy = { party: Party | undefined; state: State; personId: string | null }
/** Who asks sends on, and so does a colleague who is asked. A partner says no: whom a school asks is the school's. */
export const canSendOn = ({ party, state, personId }: SeenBy) =>
  party === 'asked'
    ? personId !== null && (state === 'open' || state === 'accepted')
    : party === 'asking' && canDo('asking', state, 'rerouted')

const daysToWish = 14
const onWeekday = (day: Day): Day => (weekdayOf(day) > 5 ? dayPlus(day, 8 - weekdayOf(day)) : day)

/** Two weeks from now, on a day that a school is open: where nobody said when. */
export const usualWish = (today: Day): Day => onWeekday(dayPlus(today, daysToWish))

/**
 * When an answer is due: a week before the wish, so that there is time left to ask another. Nearer by, half-way; never
 * before tomorrow, never later than three weeks from now.
 */
export function answerByFor(today: Day, wish: Day): Day {
  const days = Math.max(1, daysBetween(today, wish))
  const until = days > 14 ? Math.min(days - 7, 21) : Math.max(1, Math.ceil(days / 2))
  const due = onWeekday(dayPlus(today, until))
  return due > wish && wish > today ? wish : due
}

export const daysBetween = (from: Day, until: Day) =>
  Math.round((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)

/**
 * Two days before an answer is due; not when that is today or has been, for then the letter itself is fresh. Nobody is
 * reminded in a weekend: it waits for Monday.
 */
export function reminderDays(today: Day, answerBy: Day): { before: Day | undefined; after: Day } {
  const before = onWeekday(dayPlus(answerBy, -2))
  return { before: before > today ? before : undefined, after: onWeekday(dayPlus(answerBy, 1)) }
}

/** Why a text may not be asked like this: what points at a person must go; what sounds like one child goes elsewhere. */
export type Objection = Warning | 'one-child'

/** `adults` are the full names of those who may be named: colleagues, and the people at the partner. */
export function objectionTo(texts: readonly string[], adults: readonly string[]): Objection | undefined {
  const told = texts.map((text) => withoutAdults(text, adults))
  const warnings = told.flatMap((text) => cleared(text).warnings)
  const named = told.some((text) => namesAChild(text) === 'name')
  for (const warning of ['bsn', 'birth-date', 'names'] as const) if (warnings.includes(warning)) return warning
  if (named) return 'names'
  return told.some(soundsLikeOneChild) ? 'one-child' : undefined
}

export function withoutAdults(text: string, adults: readonly string[]): string {
  const known = adults.filter((name) => name.trim().includes(' '))
  return known.reduce((left, name) => left.replaceAll(name, ' '), text)
}

const child = '(?:kind|leerling|kleuter|jongen|jongetje|meisje|meid|zoon|dochter|pupil|child|boy|girl|student)'
const ofMine = `\\b(?:mijn|onze|deze|dit|die|dat|één|een van (?:mijn|onze|de)|my|this|that|one)\\b`
const oneChild = [
  new RegExp(`${ofMine}\\s+(?:\\p{L}+\\s+){0,2}${child}(?:etje|tje|je)?\\b(?!en|eren|s\\b)`, 'iu'),
  new RegExp(
    `\\been\\s+(?:\\p{L}+\\s+){0,2}${child}(?:je|tje)?\\s+(?:in|uit|van|bij)\\s+(?:mijn|onze|groep|de|\\d)`,
    'iu',
  ),
  /\b(?:zijn|haar|diens)\s+(?:moeder|vader|ouders?|mama|papa|broer(?:tje)?|zus(?:je)?|oma|opa|pleegouders?|gedrag|diagnose)\b/iu,
  /\b(?:his|her)\s+(?:mother|father|parents?|mum|dad|brother|sister|behaviou?r|diagnosis)\b/iu,
  /\b(?:hij|zij|ze|he|she)\s+(?:is|heeft|wil niet|durft|slaat|huilt|praat|stottert|komt niet|kan niet|has|cannot|hits|cries)\b.*\b(?:jaar|groep|klas|thuis|school|home|class)\b/iu,
]

/** “Mijn leerling”, “een kind in mijn groep”, “zijn moeder”: that is about one child, also without a name. */
export const soundsLikeOneChild = (text: string) => oneChild.some((sign) => sign.test(text))

type Works = { personId: string; roles: readonly string[]; days: readonly number[] }
/** Who is gone to when it is about one child: the first of these tasks that somebody here has, today's first. */
export function careColleague<C extends Works>(colleagues: readonly C[], me: string, today: Day): C | undefined {
  const others = colleagues.filter(({ personId }) => personId !== me)
  const isIn = ({ days }: C) => days.includes(weekdayOf(today))
  for (const role of [...roleAndFallbacks('ib'), 'directeur']) {
    const holders = others.filter(({ roles }) => roles.includes(role))
    const first = holders.find(isIn) ?? holders[0]
    if (first) return first
  }
  return undefined
}

export const firstName = (name: string) => name.split(' ')[0] ?? name
export const telOf = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`
