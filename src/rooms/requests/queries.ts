import { and, asc, desc, eq, gt, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { isColleague, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { partyOf } from './access.ts'
import { deciding, dueBy, isOverdue, momentsWaitingOn, type Party, type State, stateOf, waitsOn } from './rules.ts'
import { type Moment, type MomentKind, requestLinks, requestMoments, requests } from './tables.ts'

const addressees = alias(people, 'addressees')

type Told = { kind: MomentKind; at: Date }
const told = sql<
  { kind: MomentKind; at: string }[]
>`coalesce((select json_agg(json_build_object('kind', ${requestMoments.kind},
  'at', ${requestMoments.at}) order by ${requestMoments.at}) from ${requestMoments}
  where ${requestMoments.schoolId} = ${requests.schoolId} and ${requestMoments.requestId} = ${requests.id}), '[]'::json)`

const fields = {
  schoolId: requests.schoolId,
  id: requests.id,
  relationId: requests.relationId,
  personId: requests.personId,
  followsId: requests.followsId,
  askedBy: requests.askedBy,
  asker: requests.askerName,
  school: requests.schoolName,
  level: requests.level,
  what: requests.what,
  forWhom: requests.forWhom,
  wishDay: requests.wishDay,
  answerBy: requests.answerBy,
  createdAt: requests.createdAt,
  partner: relations.name,
  organisationId: relations.organisationId,
  ownerId: relations.ownerId,
  deputyId: relations.deputyId,
  colleague: addressees.name,
  told,
}

const all = (tx: Tx) =>
  tx
    .select({ ...fields, count: sql<number>`count(*) over ()::int` })
    .from(requests)
    .leftJoin(relations, and(eq(relations.schoolId, requests.schoolId), eq(relations.id, requests.relationId)))
    .leftJoin(addressees, eq(addressees.id, requests.personId))
type Row = Awaited<ReturnType<typeof all>>[number]

/** A request as lists and pages show it, with its state read from what happened. */
export type RequestRow = Omit<Row, 'told'> & {
  moments: Told[]
  state: State
  /** To whom: the partner, or the colleague. */
  to: string
  party: Party | undefined
  waits: 'me' | 'other' | undefined
  overdue: boolean
}

function asRead({ told: moments_, ...row }: Row, me: Actor, today: Day): RequestRow {
  const moments = moments_.map(({ kind, at }) => ({ kind, at: new Date(at) }))
  const party = partyOf(me, row)
  return {
    ...row,
    moments,
    party,
    state: stateOf(moments),
    to: row.partner ?? row.colleague ?? '',
    waits: waitsFor(me, row, moments, party),
    answerBy: dueBy(row.answerBy, moments),
    overdue: isOverdue(row.answerBy, moments, today),
  }
}

/** What waits on the school waits on her who asked; when she has gone, on who holds the line. */
function waitsFor(
  me: Actor,
  row: Pick<Row, 'askedBy' | 'ownerId'>,
  moments: readonly Told[],
  party: Party | undefined,
) {
  if (!party) return undefined
  const waits = waitsOn({ party }, moments)
  const isHers = party === 'asked' || (row.askedBy ?? row.ownerId) === me.personId
  return waits === 'me' && !isHers ? 'other' : waits
}

const list = (kinds: readonly string[]) =>
  sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  )
/** The kind of the moment that decides; what closed a request goes before all. */
const decided = sql`(select ${requestMoments.kind} from ${requestMoments} where ${requestMoments.schoolId} = ${requests.schoolId}
  and ${requestMoments.requestId} = ${requests.id} and ${requestMoments.kind} in (${list(deciding)})
  order by ${requestMoments.kind} in (${list(momentsWaitingOn(null))}) desc, ${requestMoments.at} desc limit 1)`
const waitingOnParty = (party: Party | null) => sql`${decided} in (${list(momentsWaitingOn(party))})`

export type Part = 'me' | 'other' | 'closed' | 'open'
const isMine = (me: Actor) =>
  or(eq(requests.askedBy, me.personId), and(isNull(requests.askedBy), eq(relations.ownerId, me.personId))) as SQL
const isToMe = (me: Actor) =>
  isColleague(me) ? eq(requests.personId, me.personId) : eq(relations.organisationId, me.organisationId)
const onMe = (me: Actor) =>
  or(and(isMine(me), waitingOnParty('asking')), and(isToMe(me), waitingOnParty('asked'))) as SQL
const parts: Record<Part, (me: Actor) => SQL> = {
  me: onMe,
  other: (me) => and(sql`not ${waitingOnParty(null)}`, sql`not coalesce(${onMe(me)}, false)`) as SQL,
  closed: () => waitingOnParty(null),
  open: () => sql`not ${waitingOnParty(null)}`,
}

/** Those in which she has a part; a partner’s professional has one in all that came to her organisation. */
const hers = (me: Actor): SQL => {
  if (!isColleague(me)) return eq(relations.organisationId, me.organisationId)
  const onHerLine = or(eq(relations.ownerId, me.personId), eq(relations.deputyId, me.personId))
  return and(eq(requests.schoolId, me.organisationId), or(isMine(me), isToMe(me), onHerLine)) as SQL
}
const schools = (me: Actor): SQL =>
  isColleague(me) ? eq(requests.schoolId, me.organisationId) : eq(relations.organisationId, me.organisationId)

export const pageSize = 25
export type Wish = {
  part: Part
  today: Day
  /** All that she may see of her school, instead of those in which she has a part. */
  whole?: boolean
  relationId?: string
  page?: number
  most?: number
}

/** One page of the requests that she may see, the most pressing first. One query. */
export async function requestsOf(tx: Tx, me: Actor, wish: Wish): Promise<RequestRow[]> {
  const { part, today, whole = false, relationId, page = 1, most = pageSize } = wish
  const rows = await all(tx)
    .where(
      and(
        whole || relationId ? schools(me) : hers(me),
        relationId ? eq(requests.relationId, relationId) : undefined,
        parts[part](me),
      ),
    )
    .orderBy(...(part === 'closed' ? [desc(requests.createdAt)] : [asc(requests.answerBy)]), asc(requests.id))
    .limit(most)
    .offset((page - 1) * most)
  return rows.map((row) => asRead(row, me, today))
}

type Some = { part: 'open' | 'closed' | undefined; after: string | undefined; most: number; today: Day }
/** All that she may see of her place, some at a time in the order of their ids: for programs. */
export async function requestPage(tx: Tx, me: Actor, { part, after, most, today }: Some): Promise<RequestRow[]> {
  const rows = await all(tx)
    .where(and(schools(me), part && parts[part](me), after ? gt(requests.id, after) : undefined))
    .orderBy(asc(requests.id))
    .limit(most)
  return rows.map((row) => asRead(row, me, today))
}

/** Everything open in which she has a part, with on whom it waits: for Vandaag. One query. */
export const waitingOn = (tx: Tx, me: Actor, today: Day): Promise<RequestRow[]> =>
  requestsOf(tx, me, { part: 'open', today, most: 50 })

/** How many wait on her, on another, and how many are closed. One query. */
export async function countsOf(tx: Tx, me: Actor, whole: boolean): Promise<Record<'me' | 'other' | 'closed', number>> {
  const count = (part: Part) => sql<number>`count(*) filter (where ${parts[part](me)})::int`
  const [row] = await tx
    .select({ me: count('me'), other: count('other'), closed: count('closed') })
    .from(requests)
    .leftJoin(relations, and(eq(relations.schoolId, requests.schoolId), eq(relations.id, requests.relationId)))
    .where(whole ? schools(me) : hers(me))
  return row ?? { me: 0, other: 0, closed: 0 }
}

/** One request by its id, when she may see it. */
export async function findRequest(tx: Tx, me: Actor, id: string, today: Day): Promise<RequestRow | undefined> {
  const [row] = await all(tx).where(and(schools(me), eq(requests.id, id)))
  return row && asRead(row, me, today)
}

export const momentsOf = (tx: Tx, schoolId: string, requestId: string): Promise<Moment[]> =>
  tx
    .select()
    .from(requestMoments)
    .where(and(eq(requestMoments.schoolId, schoolId), eq(requestMoments.requestId, requestId)))
    .orderBy(asc(requestMoments.at))

/** The links of a request, newest first: to whom, and whether one of them was opened. */
export const linksOf = (tx: Tx, schoolId: string, requestId: string) =>
  tx
    .select({
      id: requestLinks.id,
      name: requestLinks.name,
      mail: requestLinks.mail,
      sentAt: requestLinks.sentAt,
      expiresAt: requestLinks.expiresAt,
      revokedAt: requestLinks.revokedAt,
    })
    .from(requestLinks)
    .where(and(eq(requestLinks.schoolId, schoolId), eq(requestLinks.requestId, requestId)))
    .orderBy(desc(requestLinks.sentAt))
export type LinkShown = Awaited<ReturnType<typeof linksOf>>[number]

/** Which request this one became when it was sent on, and to whom. */
export async function sentOnTo(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({ id: requests.id, partner: relations.name, colleague: addressees.name })
    .from(requests)
    .leftJoin(relations, and(eq(relations.schoolId, requests.schoolId), eq(relations.id, requests.relationId)))
    .leftJoin(addressees, eq(addressees.id, requests.personId))
    .where(and(eq(requests.schoolId, schoolId), eq(requests.followsId, id)))
    .limit(1)
  return found && { id: found.id, to: found.partner ?? found.colleague ?? '' }
}

/** Who can be asked on a line. Written out: a query of one table leaves the table's name off, here and within. */
const facesOn = (today: Day) => sql<
  FaceToAsk[]
>`coalesce((select json_agg(json_build_object('id', faces.id, 'name', faces.name, 'mail', faces.mail, 'phone', faces.phone)
    order by faces.rank, faces.name) from faces where faces.school_id = relations.school_id and faces.relation_id = relations.id
    and (faces.left_on is null or faces.left_on > ${today})), '[]'::json)`

export type FaceToAsk = { id: string; name: string; mail: string | null; phone: string | null }
/** A line of this school that can be asked something, with the faces there. One query. */
export async function findLineToAsk(tx: Tx, schoolId: string, id: string, today: Day) {
  const [line] = await tx
    .select({
      id: relations.id,
      name: relations.name,
      type: relations.type,
      levels: relations.levels,
      phone: relations.phone,
      until: relations.until,
      school: organisations.name,
      organisationId: relations.organisationId,
      faces: facesOn(today),
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, id)))
  return line
}
export type LineToAsk = NonNullable<Awaited<ReturnType<typeof findLineToAsk>>>

/** Where a question can be sent on to: the open lines of the school; of the one it went to, who can be asked there. */
export const linesToAsk = (tx: Tx, schoolId: string, today: Day, asked: string | null) =>
  tx
    .select({
      id: relations.id,
      name: relations.name,
      type: relations.type,
      faces: sql<FaceToAsk[]>`case when relations.id = ${asked}::uuid then ${facesOn(today)} else '[]'::json end`,
    })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

/** Her own name and that of her place, as letters say them. */
export async function namesOf(tx: Tx, me: Actor): Promise<{ name: string; place: string }> {
  const [found] = await tx
    .select({ name: people.name, place: organisations.name })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, me.organisationId))
    .where(eq(people.id, me.personId))
  return found ?? { name: '', place: '' }
}

/** One deed at a time for each request, also when two press a button at the same moment. */
export const oneAtATime = (tx: Tx, id: string) =>
  rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7243))`)
