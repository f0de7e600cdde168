import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { atOnce, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { type InBuilding, whoIsIn } from '#rooms/agenda/door.ts'
import { type PartnerAnswer, partnersFor, stillMissing, type TipOnLine } from '#rooms/network/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { type Colleague, colleaguesOf, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { mayTendRoute } from './access.ts'
import type { Answer } from './answer/answer.ts'
import {
  type Contact,
  contactFor,
  contactsFor,
  type Held,
  inFirst,
  knownTopics,
  missingTypes,
  namesNobody,
  oneOfEach,
  quietOne,
  type Topic,
} from './rules.ts'
import { type Route, routes } from './tables.ts'

export type FaceOnLine = {
  name: string
  work: string | null
  phone: string | null
  mail: string | null
  days: number[]
  moment: string | null
}

/** A partner as an answer shows it: who holds the line here, and who picks up there. */
export type PartnerLine = {
  id: string
  name: string
  type: string | null
  phone: string | null
  /** How soon one usually hears back, in words. */
  reply?: string | null
  ownerId: string | null
  owner: string | null
  deputyId: string | null
  deputy: string | null
  faces: FaceOnLine[]
  /** What colleagues say of it, where a question was asked. */
  tips?: TipOnLine[]
  /** Nobody took this road lately: another beginning perhaps. At most one in an answer. */
  isQuiet?: boolean
}

const owners = alias(people, 'owners')
const deputies = alias(people, 'deputies')

/** Every open line of a school with its faces, the first to ring first. */
export const linesOf = (tx: Tx, schoolId: string, today: Day): Promise<PartnerLine[]> =>
  tx
    .select({
      id: relations.id,
      name: relations.name,
      type: relations.type,
      phone: relations.phone,
      reply: relations.reply,
      ownerId: relations.ownerId,
      owner: owners.name,
      deputyId: relations.deputyId,
      deputy: deputies.name,
      faces: sql<
        FaceOnLine[]
      >`coalesce((select json_agg(json_build_object('name', ${faces.name}, 'work', ${faces.work}, 'phone', ${faces.phone},
        'mail', ${faces.mail}, 'days', ${faces.days}, 'moment', ${faces.moment}) order by ${faces.rank}, ${faces.name})
        from ${faces} where ${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id}
          and (${faces.leftOn} is null or ${faces.leftOn} > ${today})), '[]'::json)`,
    })
    .from(relations)
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(deputies, eq(deputies.id, relations.deputyId))
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

/** The same, of what the network answers for a topic. */
export const lineOf = ({
  id,
  name,
  type,
  phone,
  reply,
  owner,
  deputy,
  faces: there,
  tips,
}: PartnerAnswer): PartnerLine => ({
  id,
  name,
  type,
  phone,
  reply,
  faces: there,
  tips,
  ownerId: owner?.id ?? null,
  owner: owner?.name ?? null,
  deputyId: deputy?.id ?? null,
  deputy: deputy?.name ?? null,
})

const routeOwners = alias(people, 'route_owners')
export type OwnedRoute = Route & { owner: string | null }

/** “Zo doen wij het hier” for one topic, with who keeps it. */
export async function findRoute(tx: Tx, schoolId: string, topic: string): Promise<OwnedRoute | undefined> {
  const [found] = await tx
    .select({ route: routes, owner: routeOwners.name })
    .from(routes)
    .leftJoin(routeOwners, eq(routeOwners.id, routes.ownerId))
    .where(and(eq(routes.schoolId, schoolId), eq(routes.topic, topic)))
  return found && { ...found.route, owner: found.owner }
}

export const routesOf = (tx: Tx, schoolId: string): Promise<Route[]> =>
  tx.select().from(routes).where(eq(routes.schoolId, schoolId)).orderBy(asc(routes.topic))

export type Board = { name: string; phone: string | null }

/** The board of a school, by its public facts only: never by a person. */
export async function boardOf(tx: Tx, schoolId: string): Promise<Board | undefined> {
  const boards = alias(organisations, 'boards')
  const [board] = await tx
    .select({ name: boards.name, phone: boards.phone })
    .from(organisations)
    .innerJoin(boards, eq(boards.id, organisations.boardId))
    .where(eq(organisations.id, schoolId))
  return board
}

/** Somebody nearby who could be asked: a school of the national list, or a partner that made itself known. */
export type Near = {
  id: string
  name: string
  type?: string | null
  place: string | null
  phone: string | null
  km: number | undefined
}

/** Whom a safety card may name. Empty where a colleague may be the one it is about. */
export type SafetyPeople = {
  officer: Contact | undefined
  heads: Held[]
  board: Board | undefined
}

/** What this school knows about the topic of an answer. */
export type Found = {
  /** Who asks: she may be the answer herself. */
  askedBy: string | undefined
  topic: Topic | undefined
  contacts: Contact[]
  lines: PartnerLine[]
  missing: string[]
  near: Near[]
  present: InBuilding[]
  colleagues: Colleague[]
  route: OwnedRoute | undefined
  mayTend: boolean
}
export type Around = { people: SafetyPeople; found: Found; head: Contact }

const nothing: Found = {
  askedBy: undefined,
  topic: undefined,
  contacts: [],
  lines: [],
  missing: [],
  near: [],
  present: [],
  colleagues: [],
  route: undefined,
  mayTend: false,
}

/** Everything an answer needs of this school. Where nobody may be named, nobody is read. */
export async function aroundOf(tx: Tx, me: Actor, answer: Answer, today: Day): Promise<Around> {
  const named = !namesNobody(answer)
  const { board, colleagues, part } = await atOnce({
    board: answer.notices.includes('meldplicht_bestuur') ? boardOf(tx, me.organisationId) : undefined,
    colleagues: named ? colleaguesOf(tx, me.organisationId, today) : [],
    part: named ? partsOf[answer.answer](tx, me, answer, today) : {},
  })
  const found = named
    ? { ...nothing, ...part, colleagues, contacts: contactsIn(answer, part, colleagues, today) }
    : nothing
  return {
    people: { ...(named ? safetyPeopleOf(colleagues, today) : { officer: undefined, heads: [] }), board },
    found,
    head: contactFor('directeur', colleagues, today),
  }
}

/** Who may stand on a safety card: the officer, and who of head teacher and IB can be fetched, in today first. */
export const safetyPeopleOf = (colleagues: readonly Colleague[], today: Day) => ({
  officer: contactFor('aandachtsfunctionaris', colleagues, today),
  heads: inFirst(oneOfEach(['directeur', 'ib', 'teamleider'], colleagues, today), today),
})

type PartOf = (tx: Tx, me: Actor, answer: Answer, today: Day) => Promise<Partial<Found>>

const aboutTopic: PartOf = async (tx, me, answer, today) => {
  const [topic] = knownTopics(answer.topics)
  const usualTypes =
    topic?.id === answer.topics[0] && answer.partnerTypes.length === 0 ? (topic?.partners ?? []) : answer.partnerTypes
  const { route, there, present } = await atOnce({
    route: topic && findRoute(tx, me.organisationId, topic.id),
    there: linesAndGaps(tx, me.organisationId, { topic: topic?.id ?? '', usualTypes, today }),
    present: whoIsIn(tx, me.organisationId, today),
  })
  return { topic, route, ...there, askedBy: me.personId, present, mayTend: mayTendRoute(me, route) }
}

type Wanted = { topic: string; usualTypes: readonly string[]; today: Day }
/** Who is there for it, and of the usual kinds of partner those nobody of ours is. */
async function linesAndGaps(tx: Tx, schoolId: string, wanted: Wanted) {
  const found = await partnersFor(tx, schoolId, wanted)
  const quiet = quietOne(found, wanted.today)
  const lines = found.map((one) => ({ ...lineOf(one), ...(one === quiet ? { isQuiet: true } : {}) }))
  return { lines, ...(await stillMissing(tx, schoolId, missingTypes(wanted.usualTypes, lines))) }
}

const aboutContact: PartOf = async (tx, me, { contactType = '', role }, today) => {
  if (role) return {}
  const { all, present } = await atOnce({
    all: linesOf(tx, me.organisationId, today),
    present: whoIsIn(tx, me.organisationId, today),
  })
  return { lines: all.filter(({ type }) => type === contactType), present }
}

const aboutPrivacy: PartOf = async (_tx, _me, { topics }) => ({ topic: knownTopics(topics)[0] })

/** The colleagues to go to. */
function contactsIn(answer: Answer, { topic, route }: Partial<Found>, colleagues: Colleague[], today: Day): Contact[] {
  if (answer.answer === 'contact') return answer.role ? [contactFor(answer.role, colleagues, today)] : []
  if (answer.answer === 'routes' || (answer.answer === 'privacy' && topic))
    return contactsFor({ topic, answer, route }, colleagues, today)
  return []
}

const nothingMore: PartOf = async () => ({})

const partsOf: Record<Answer['answer'], PartOf> = {
  routes: aboutTopic,
  contact: aboutContact,
  privacy: aboutPrivacy,
  presence: async (tx, me, _answer, today) => ({ present: await whoIsIn(tx, me.organisationId, today) }),
  safety: nothingMore,
  clarify: nothingMore,
  none: nothingMore,
}
