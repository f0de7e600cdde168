import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { daysToSettle, isSilent, type PartnerAnswer } from '#rooms/network/door.ts'
import type { Colleague, GroupRow } from '#rooms/people/door.ts'
import { partnerTypeOf, roleAndFallbacks, topicOf, type topics } from '#rooms/trade/door.ts'
import { type Answer, type CardFlag, emptyAnswer, type LineFlag } from './answer/answer.ts'
import type { PartnerLine } from './queries.ts'
import type { Route } from './tables.ts'

export type Topic = (typeof topics)[number]

/** Numbers that hold everywhere in the Netherlands, as people say them. */
export const numbers = {
  emergency: '112',
  police: '0900-8844',
  veiligThuis: '0800-2000',
  suicide: '113',
  suicideFree: '0800-0113',
  inspector: '0900-1113111',
} as const

export const cardFlags: readonly CardFlag[] = ['acuut', 'meldcode', 'meldplicht_bestuur', 'veiligheid_apart']
const lineFlags: readonly LineFlag[] = ['let_op', 'wettelijke_melding', 'privacy_stop']
export const isCard = (flag: string | undefined): flag is CardFlag => cardFlags.includes(flag as CardFlag)

/** The answer when somebody points at a topic instead of asking. A topic with a card of its own is that card only. */
export function answerOfTopic(topic: Topic): Answer {
  const { id, safety_flag: flag } = topic
  const kind = isCard(flag) ? 'safety' : flag === 'privacy_stop' ? 'privacy' : 'routes'
  return {
    ...emptyAnswer(kind),
    notices: isCard(flag) ? [flag] : [],
    lines: lineFlags.filter((line) => line === flag),
    topics: [id],
    role: topic.first_role,
    partnerTypes: topic.partners,
    level: topic.level as Answer['level'],
  }
}

/** The card of a flag by itself. */
export const answerOfCard = (flag: CardFlag): Answer => ({ ...emptyAnswer('safety'), notices: [flag] })

/** May this page name anybody of the school? Not where a colleague may be the one it is about. */
export const namesNobody = (answer: Pick<Answer, 'notices'>) => answer.notices.includes('meldplicht_bestuur')

/** Everything that may be about a child carries the fixed safety line; we never say that we saw nothing. */
export const carriesSafetyLine = ({ answer, level, notices }: Pick<Answer, 'answer' | 'level' | 'notices'>) =>
  notices.length > 0 ||
  (answer !== 'presence' && answer !== 'contact' && (level.length === 0 || level.includes('pupil')))

/**
 * A topic about somebody's data is not an ordinary route, however it was found. Nor is a doubt about a colleague: who is
 * not sure enough for its card is asked what she means, and is never sent to anybody of the school for it.
 */
export function asShown(answer: Answer): Answer {
  if (answer.answer !== 'routes') return answer
  if (answer.lines.includes('privacy_stop')) return { ...answer, answer: 'privacy' }
  const isOfColleague = knownTopics(answer.topics.slice(0, 1))[0]?.safety_flag === 'meldplicht_bestuur'
  if (!isOfColleague || namesNobody(answer)) return answer
  const clarify = answer.topics.slice(0, 4).map((topic) => ({ kind: 'topic', topic }) as const)
  return { ...answer, answer: 'clarify', clarify, level: ['pupil'] }
}

/** The box is filled again only where nothing in it may point at a person, and where safety did not speak. */
export const echoOf = (question: string, { warnings, notices }: Pick<Answer, 'warnings' | 'notices'>) =>
  warnings.length || notices.length ? '' : question

const worksHere = ({ from, until }: Colleague, today: Day) => (!from || from <= today) && (!until || until >= today)
export const worksOn = ({ days }: Pick<Colleague, 'days'>, today: Day) => days.includes(weekdayOf(today))

/** Who holds a role: whoever works today first, then by name as the list came. */
export const holdersOf = (role: string, colleagues: readonly Colleague[], today: Day): Colleague[] =>
  colleagues
    .filter((one) => one.roles.includes(role) && worksHere(one, today))
    .sort((a, b) => Number(worksOn(b, today)) - Number(worksOn(a, today)))

/** A role and who holds it. `asked` is the role we looked for; another one means that somebody answers in its place. */
export type Contact = { asked: string; role: string; people: Colleague[] }

/** The first of these roles, with their fallbacks, that somebody here holds. */
export function contactFor(
  asked: string,
  colleagues: readonly Colleague[],
  today: Day,
  others: readonly string[] = [],
): Contact {
  for (const role of [...roleAndFallbacks(asked), ...others]) {
    const people = holdersOf(role, colleagues, today)
    if (people.length) return { asked, role, people }
  }
  return { asked, role: asked, people: [] }
}

/** More than this many colleagues hold the role: then it is the role that is named, as in “the child’s own teacher”. */
export const isCrowd = ({ people }: Contact) => people.length > 3

type Asked = {
  topic: Topic | undefined
  answer: Pick<Answer, 'role' | 'parentRole'>
  route: Pick<Route, 'role'> | undefined
}
/** Which role is asked first: the parent's, this school's own choice, or the usual one. */
export const firstRoleOf = ({ topic, answer, route }: Asked): string =>
  answer.parentRole ?? route?.role ?? topic?.first_role ?? answer.role ?? 'directeur'

/** Colleague first; where she is one of many, or a parent asks, who comes after her too. */
export function contactsFor(asked: Asked, colleagues: readonly Colleague[], today: Day): Contact[] {
  const first = firstRoleOf(asked)
  const contact = contactFor(first, colleagues, today, asked.topic?.also_roles)
  if (!isCrowd(contact) && !asked.answer.parentRole) return [contact]
  const next = [asked.topic?.first_role, ...(asked.topic?.also_roles ?? [])].find(
    (role) => role && role !== contact.role,
  )
  return next ? [contact, contactFor(next, colleagues, today)] : [contact]
}

/** Types the answer speaks of that this school has no line to. */
export const missingTypes = (types: readonly string[], lines: readonly PartnerLine[]) =>
  types.filter((type) => partnerTypeOf(type) && !lines.some((line) => line.type === type))

const sectorsOfCare = ['jeugdhulp', 'gezondheidszorg']
/** Help that parents apply for themselves: the school advises, it does not refer. */
export const parentsApply = ({ hints, level, partnerTypes }: Pick<Answer, 'hints' | 'level' | 'partnerTypes'>) =>
  hints.includes('parents-apply') ||
  (level.includes('pupil') && partnerTypes.some((type) => sectorsOfCare.includes(partnerTypeOf(type)?.sector ?? '')))

/** “Intern begeleider of kwaliteitscoördinator” is read out as “intern begeleider”. */
export function shortly(name: string): string {
  const short = name.split(/ (?:of|or) |\s*\(|, /)[0] ?? name
  // “Veilig Thuis” and “Centrum voor Jeugd en Gezin” are names.
  return /^\p{Lu}\p{Ll}/u.test(short) && !/\s\p{Lu}\p{Ll}/u.test(short)
    ? short.charAt(0).toLowerCase() + short.slice(1)
    : short
}

export const firstName = (name: string) => name.split(' ')[0] ?? name
export const telOf = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`

export type Subject = { topic: Topic; contact: Contact; own: boolean }

/** Subject → role → person, for every topic; those without anybody first. */
export function subjectsOf(
  all: readonly Topic[],
  routes: readonly Pick<Route, 'topic' | 'role'>[],
  colleagues: readonly Colleague[],
  today: Day,
): Subject[] {
  const subjects = all.map((topic) => {
    const route = routes.find((one) => one.topic === topic.id)
    const contact = contactFor(route?.role ?? topic.first_role, colleagues, today)
    return { topic, contact, own: Boolean(route) }
  })
  return subjects.sort((a, b) => gapOf(a.contact) - gapOf(b.contact))
}

/** 0: nobody at all; 1: somebody in her place; 2: as it should be. */
export const gapOf = (contact: Contact) => {
  if (isTheBoards(contact)) return 2
  return contact.people.length === 0 ? 0 : contact.role === contact.asked ? 2 : 1
}

/** The board is first, and nobody of the school is the board: no gap that a school can fill. */
export const isTheBoards = ({ asked, role, people }: Contact) =>
  asked === 'bestuurder' && (people.length === 0 || role !== asked)

const most = 10
/** The partners somebody needs most: lines she holds, then those she stands in for, then those of her roles' topics. */
export function tenOf(
  lines: readonly PartnerLine[],
  me: { personId: string; roles: readonly string[] },
  all: readonly Topic[],
): PartnerLine[] {
  const types = (mine: (topic: Topic) => boolean) => new Set(all.filter(mine).flatMap((topic) => topic.partners))
  const first = types((topic) => me.roles.includes(topic.first_role))
  const also = types((topic) => topic.also_roles.some((role) => me.roles.includes(role)))
  const rank = (line: PartnerLine) => {
    if (line.ownerId === me.personId) return 0
    if (line.deputyId === me.personId) return 1
    if (line.type && first.has(line.type)) return 2
    return line.type && also.has(line.type) ? 3 : 4
  }
  return lines
    .filter((line) => rank(line) < 4)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most)
}

export const knownTopics = (ids: readonly string[]): Topic[] => ids.flatMap((id) => topicOf(id) ?? [])

export type GroupToday = { name: string; today: string[]; away: string[] }
/** Who teaches a group today, and who is off. Of whom we know no days, we take it that she is there. */
export function groupToday({ name, teachers }: Pick<GroupRow, 'name' | 'teachers'>, today: Day): GroupToday {
  const isThere = ({ days }: { days: number[] }) => days.length === 0 || worksOn({ days }, today)
  const named = (there: boolean) => teachers.filter((one) => isThere(one) === there).map((one) => one.name)
  return { name, today: named(true), away: named(false) }
}

export type SessionToday = { from: string; minutes: number; partner: string; space: string | null }
export type GroupSessions = { group: string; sessions: SessionToday[] }
/** Who of the partners takes pupils out of which group today, by group. */
export const sessionsByGroup = (
  groups: readonly { id: string; name: string }[],
  today: readonly (SessionToday & { groupIds: string[] })[],
): GroupSessions[] =>
  groups
    .map(({ id, name }) => ({ group: name, sessions: today.filter(({ groupIds }) => groupIds.includes(id)) }))
    .filter(({ sessions }) => sessions.length > 0)

type Otherwise = { groupId: string; from: string; until: string; title: string; kind: 'lesson' | 'protected' | 'out' }
export type GroupOtherwise = Omit<Otherwise, 'groupId'> & { group: string }
/** Which groups have something else today than every week, in the order of the clock. */
export const otherwiseToday = (
  groups: readonly { id: string; name: string }[],
  today: readonly Otherwise[],
): GroupOtherwise[] =>
  today.flatMap(({ groupId, ...one }) => {
    const group = groups.find(({ id }) => id === groupId)?.name
    return group ? [{ ...one, group }] : []
  })

/** The hour at which what begins then is over. */
export function endOf({ from, minutes }: { from: string; minutes: number }): string {
  const end = Number(from.slice(0, 2)) * 60 + Number(from.slice(3, 5)) + minutes
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

export type Held = { colleague: Colleague; roles: string[] }
/** Who holds each of these roles, once, with all of them she holds: at a small school one colleague has several. */
export function oneOfEach(roles: readonly string[], colleagues: readonly Colleague[], today: Day): Held[] {
  const chosen: Held[] = []
  for (const role of roles) {
    const colleague = holdersOf(role, colleagues, today)[0]
    const known = chosen.find((one) => one.colleague.personId === colleague?.personId)
    if (known) known.roles.push(role)
    else if (colleague) chosen.push({ colleague, roles: [role] })
  }
  return chosen
}

/** Those who are in today first; the order of the roles stays. */
export const inFirst = (held: readonly Held[], today: Day): Held[] =>
  [...held].sort((a, b) => Number(worksOn(b.colleague, today)) - Number(worksOn(a.colleague, today)))

/** True when it is known of all of them that they are elsewhere today: at the weekend, or on their days off. */
export const allAway = (held: readonly Held[], today: Day) =>
  held.length > 0 && held.every(({ colleague }) => colleague.days.length > 0 && !worksOn(colleague, today))

/** Whom to go to when the officer is off today: head teacher or IB, whoever of them is not the officer herself. */
export function inHerPlace({ officer, heads }: { officer: Contact | undefined; heads: Held[] }, today: Day): Held[] {
  const people = officer?.people ?? []
  const isOff = people.length > 0 && people.every((one) => one.days.length > 0 && !worksOn(one, today))
  return isOff ? heads.filter(({ colleague }) => !people.some((one) => one.personId === colleague.personId)) : []
}

/** The day itself; at the weekend the Monday to come. */
export const schoolDay = (today: Day): Day => (weekdayOf(today) > 5 ? dayPlus(today, 8 - weekdayOf(today)) : today)

/** Of several who answer: one after the first that nobody turned to lately, so that it is thought of again. */
export const quietOne = <Line extends Pick<PartnerAnswer, 'used'>>(
  lines: readonly Line[],
  today: Day,
): Line | undefined =>
  lines.slice(1).find(({ used }) => isSilent(used, { today, settledBy: dayPlus(today, -daysToSettle) }))
