import type { Day } from '#kit/time/day.ts'
import { isDue } from '#rooms/relations/door.ts'
import { partnerTypeOf, partnerTypes, topicOf, topics } from '#rooms/trade/door.ts'
import type { Omission } from './tables.ts'

type PartnerType = (typeof partnerTypes)[number]
type Topic = (typeof topics)[number]

export type Weight = 'law' | 'core' | 'rest'
export const weights = ['law', 'core', 'rest'] as const

/** The three sectors every school works with. */
const coreSectors = ['gemeente', 'jeugdhulp', 'kinderopvang']
/** National numbers that answer everybody: no school needs a line of its own to them. */
const alwaysThere = ['noodhulp', 'vertrouwensinspecteur']
/** Of these the house shows a safety card, never a partner to choose. */
const onSafetyCards = ['acuut', 'meldcode', 'meldplicht_bestuur', 'veiligheid_apart']

/** The kinds of partner around a school, those that need no line of one's own left out. */
export const field: readonly PartnerType[] = partnerTypes.filter(({ id }) => !alwaysThere.includes(id))
const asked: readonly Topic[] = topics.filter(({ safety_flag }) => !onSafetyCards.includes(safety_flag))

export type LineBeside = { type: string | null; topics: readonly string[] }
type Left = Pick<Omission, 'kind' | 'what'>
export type Missing = { type: PartnerType; weight: Weight; brings: Topic[] }

/** How much a kind of partner matters: first what the law speaks of, then the core sectors, then the rest. */
export const weightOf = ({ sector, mandatory }: Pick<PartnerType, 'sector' | 'mandatory'>): Weight =>
  mandatory.by_law ? 'law' : coreSectors.includes(sector) ? 'core' : 'rest'

const isLeft = (left: readonly Left[], kind: Left['kind'], what: string) =>
  left.some((one) => one.kind === kind && one.what === what)

/** Which questions this kind of partner answers, those that nobody answers yet first. */
export function bringsOf(type: string, unanswered: readonly Topic[]): Topic[] {
  const brings = asked.filter(({ partners }) => partners.includes(type))
  return [...brings].sort((a, b) => Number(unanswered.includes(b)) - Number(unanswered.includes(a)))
}

/** Topics for which this school has nobody: not chosen, not of a usual kind, and not left out on purpose. */
export const unansweredOf = (lines: readonly LineBeside[], left: readonly Left[]): Topic[] =>
  asked.filter(
    ({ id, partners }) =>
      !isLeft(left, 'topic', id) &&
      // Without those kinds on purpose, the topic is without them on purpose too.
      !partners.every((type) => isLeft(left, 'type', type)) &&
      !lines.some((line) => line.topics.includes(id) || partners.includes(line.type ?? '')),
  )

/** Kinds of partner this school has none of and did not leave out: what matters most first, then what brings most. */
export function missingOf(lines: readonly LineBeside[], left: readonly Left[]): Missing[] {
  const unanswered = unansweredOf(lines, left)
  const counts = ({ brings }: Missing) => brings.filter((topic) => unanswered.includes(topic)).length
  return field
    .filter(({ id }) => !lines.some(({ type }) => type === id) && !isLeft(left, 'type', id))
    .map((type) => ({ type, weight: weightOf(type), brings: bringsOf(type.id, unanswered) }))
    .sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight) || counts(b) - counts(a))
}

export type SectorCount = { sector: string; kinds: number; known: number; left: number; missing: number }
/** The network beside the field: per sector how many kinds there are, how many are known here, how many left out. */
export function countBySector(lines: readonly LineBeside[], left: readonly Left[]): SectorCount[] {
  const known = new Set(lines.map(({ type }) => type))
  return [...new Set(field.map(({ sector }) => sector))].map((sector) => {
    const kinds = field.filter((type) => type.sector === sector)
    const here = kinds.filter(({ id }) => known.has(id)).length
    const out = kinds.filter(({ id }) => !known.has(id) && isLeft(left, 'type', id)).length
    return { sector, kinds: kinds.length, known: here, left: out, missing: kinds.length - here - out }
  })
}

/** What was left out and is not here all the same; what was decided longest ago first. */
export function leftOut<O extends Left & { decidedOn: Day }>(lines: readonly LineBeside[], left: readonly O[]): O[] {
  const isHere = ({ kind, what }: Left) =>
    lines.some((line) => (kind === 'type' ? line.type === what : line.topics.includes(what)))
  return left.filter((one) => !isHere(one)).sort((a, b) => a.decidedOn.localeCompare(b.decidedOn))
}

/** A year later: does it still hold? */
export const asksAgain = ({ decidedOn }: Pick<Omission, 'decidedOn'>, today: Day) => isDue(decidedOn, today)

/** Something one may leave out: a kind of partner or a topic that the trade knows. */
export const isSpot = (kind: Left['kind'], what: string) =>
  Boolean(kind === 'type' ? partnerTypeOf(what) : topicOf(what))
