import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Hangings, Outsider } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { tableLinks } from '#rooms/agreements/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { requestLinks, requests } from '#rooms/requests/door.ts'
import { type PartingState, stateOf } from './rules.ts'
import { type Parting, type PartingAnswer, partingAnswers, partingLinks, partings } from './tables.ts'

const lineOfFace = and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId))

/** Who stops, at which line, with her parting when there is one, and the others who are there. Two queries. */
export async function leaverAt(tx: Tx, schoolId: string, at: { relationId: string; faceId: string }, today: Day) {
  const [found] = await tx
    .select({ face: faces, relation: relations, parting: partings, owner: people.name })
    .from(faces)
    .innerJoin(relations, lineOfFace)
    .leftJoin(people, eq(people.id, relations.ownerId))
    .leftJoin(partings, and(eq(partings.schoolId, faces.schoolId), eq(partings.faceId, faces.id)))
    .where(and(eq(faces.schoolId, schoolId), eq(faces.id, at.faceId), eq(faces.relationId, at.relationId)))
  if (!found) return undefined
  const others = await tx
    .select({ id: faces.id, name: faces.name, mail: faces.mail, work: faces.work })
    .from(faces)
    .where(
      and(
        ...[eq(faces.schoolId, schoolId), eq(faces.relationId, at.relationId), sql`${faces.id} <> ${at.faceId}`],
        or(isNull(faces.leftOn), gt(faces.leftOn, today)),
      ),
    )
    .orderBy(asc(faces.rank), asc(faces.name))
  return { ...found, others }
}
export type LeaverAt = NonNullable<Awaited<ReturnType<typeof leaverAt>>>

/** Who is on the card of a partner. */
export const facesThere = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select({ id: faces.id, name: faces.name })
    .from(faces)
    .where(and(eq(faces.schoolId, schoolId), eq(faces.relationId, relationId)))

/** What was said and asked about one parting, the last first. One query. */
export async function saidOf(tx: Tx, schoolId: string, id: string) {
  const ofIt = (table: 'parting_answers' | 'parting_links') =>
    sql.raw(`from ${table} x where x.school_id = partings.school_id and x.parting_id = partings.id`)
  const [found] = await tx
    .select({
      answers: sql<
        Pick<PartingAnswer, 'id' | 'name' | 'work' | 'phone' | 'mail' | 'note' | 'byName'>[]
      >`coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name, 'work', x.work, 'phone', x.phone, 'mail', x.mail,
        'note', x.note, 'byName', x.by_name) order by x.at desc) ${ofIt('parting_answers')}), '[]'::json)`,
      asked: sql<
        { name: string; sentOn: Day }[]
      >`coalesce((select json_agg(json_build_object('name', x.name, 'sentOn', x.sent_at::date) order by x.sent_at desc)
        ${ofIt('parting_links')}), '[]'::json)`,
    })
    .from(partings)
    .where(and(eq(partings.schoolId, schoolId), eq(partings.id, id)))
  return found ?? { answers: [], asked: [] }
}
export type SaidOf = Awaited<ReturnType<typeof saidOf>>

export type HangingThere = { kind: string; id: string; name: string; href: string | null }
/** Everything of this school that hangs on her, as each room says. One query. */
export function hangingOn(tx: Tx, { outside }: Pick<Hangings, 'outside'>, from: Outsider): Promise<HangingThere[]> {
  const each = outside
    .flatMap(({ hangs = [] }) => hangs)
    .map(
      ({ kind, things }, place) =>
        sql`select ${kind} as kind, ${sql.raw(String(place))} as place, t.* from (${things(from)}) t`,
    )
  return rowsOf(
    tx,
    sql`select kind, id, name, href from (${sql.join(each, sql` union all `)}) hanging order by place, name, id`,
  )
}

export type PartingRow = {
  id: string
  relationId: string
  faceId: string
  stopsOn: Day
  name: string
  partner: string
  ownerId: string | null
  deputyId: string | null
  state: PartingState
}
const counted = (table: 'parting_answers' | 'parting_links') =>
  sql<number>`(select count(*)::int from ${sql.identifier(table)} x where x.school_id = ${partings.schoolId}
    and x.parting_id = ${partings.id})`

/** Who stops at partners of this school, and has not gone a while ago. One query. */
export async function partingsOf(tx: Tx, schoolId: string, today: Day): Promise<PartingRow[]> {
  const rows = await tx
    .select({
      ...{ id: partings.id, relationId: partings.relationId, faceId: partings.faceId, stopsOn: partings.stopsOn },
      ...{ confirmedOn: partings.confirmedOn, successorId: partings.successorId, settledAt: partings.settledAt },
      ...{ name: faces.name, partner: relations.name, ownerId: relations.ownerId, deputyId: relations.deputyId },
      ...{ answers: counted('parting_answers'), asked: counted('parting_links') },
    })
    .from(partings)
    .innerJoin(faces, and(eq(faces.schoolId, partings.schoolId), eq(faces.id, partings.faceId)))
    .innerJoin(relations, and(eq(relations.schoolId, partings.schoolId), eq(relations.id, partings.relationId)))
    .where(
      and(
        eq(partings.schoolId, schoolId),
        or(isNull(relations.until), sql`${relations.until} >= ${today}`),
        or(isNull(partings.settledAt), isNull(partings.successorId), sql`${partings.stopsOn} > ${today}::date - 14`),
      ),
    )
    .orderBy(asc(partings.stopsOn), asc(faces.name))
  return rows.map(({ confirmedOn, successorId, settledAt, answers, asked, ...row }) => ({
    ...row,
    state: stateOf({ confirmedOn, successorId, settledAt }, { answers, asked }),
  }))
}

/** As a partner: where I stand on a card, at each school of ours; whoever has my mail or name is me. */
export const facesOfOurs = (tx: Tx, organisationId: string, me: string, today: Day) =>
  tx
    .select({
      ...{ schoolId: faces.schoolId, relationId: faces.relationId, faceId: faces.id, name: faces.name },
      ...{ school: organisations.name, parting: partings.id, stopsOn: partings.stopsOn },
      isMe: sql<boolean>`exists (select 1 from ${people} where ${people.id} = ${me}::uuid
        and (lower(${people.mail}) = lower(${faces.mail}) or lower(${people.name}) = lower(${faces.name})))`,
    })
    .from(faces)
    .innerJoin(relations, lineOfFace)
    .innerJoin(organisations, eq(organisations.id, faces.schoolId))
    .leftJoin(partings, and(eq(partings.schoolId, faces.schoolId), eq(partings.faceId, faces.id)))
    .where(and(eq(relations.organisationId, organisationId), or(isNull(faces.leftOn), sql`${faces.leftOn} > ${today}`)))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`, asc(faces.rank))
export type FaceOfOurs = Awaited<ReturnType<typeof facesOfOurs>>[number]

export type Held = {
  schoolId: string
  relationId: string
  faceId: string | null
  partingId: string | null
  /** Who holds the link, who stops, at which school. */
  name: string
  leaver: string
  school: string
  stopsOn: Day | null
}

/** As a guest: what a link opens here; her own link for something else opens it for herself. */
export async function heldBy(tx: Tx, digest: string): Promise<Held | undefined> {
  const [asked] = await tx
    .select({ link: partingLinks, stopsOn: partings.stopsOn })
    .from(partingLinks)
    .innerJoin(partings, and(eq(partings.schoolId, partingLinks.schoolId), eq(partings.id, partingLinks.partingId)))
    .innerJoin(relations, and(eq(relations.schoolId, partingLinks.schoolId), eq(relations.id, partingLinks.relationId)))
    .where(and(eq(partingLinks.tokenDigest, digest), lineLasts))
  if (asked) {
    const { schoolId, relationId, partingId, name, leaver, schoolName: school } = asked.link
    return { schoolId, relationId, faceId: null, partingId, name, leaver, school, stopsOn: asked.stopsOn }
  }
  const own = (await tableOf(tx, digest)) ?? (await requestOf(tx, digest))
  if (!own?.faceId) return undefined
  const [parting] = await tx
    .select({ id: partings.id, stopsOn: partings.stopsOn })
    .from(partings)
    .where(and(eq(partings.schoolId, own.schoolId), eq(partings.faceId, own.faceId)))
  return { ...own, leaver: own.name, partingId: parting?.id ?? null, stopsOn: parting?.stopsOn ?? null }
}

const lineLasts = or(isNull(relations.until), sql`${relations.until} >= current_date`)
const stillThere = (of: typeof tableLinks | typeof requestLinks) =>
  sql`not exists (select 1 from ${faces} where ${faces.schoolId} = ${of.schoolId} and ${faces.id} = ${of.faceId}
    and ${faces.leftOn} <= current_date)`

async function tableOf(tx: Tx, digest: string) {
  const [found] = await tx
    .select({
      ...{ schoolId: tableLinks.schoolId, relationId: tableLinks.relationId, faceId: tableLinks.faceId },
      ...{ name: tableLinks.name, school: tableLinks.schoolName },
    })
    .from(tableLinks)
    .innerJoin(relations, and(eq(relations.schoolId, tableLinks.schoolId), eq(relations.id, tableLinks.relationId)))
    .where(and(eq(tableLinks.tokenDigest, digest), stillThere(tableLinks), lineLasts))
  return found
}

async function requestOf(tx: Tx, digest: string) {
  const [found] = await tx
    .select({
      ...{ schoolId: requestLinks.schoolId, relationId: requests.relationId, faceId: requestLinks.faceId },
      ...{ name: requestLinks.name, school: requests.schoolName },
    })
    .from(requestLinks)
    .innerJoin(requests, and(eq(requests.schoolId, requestLinks.schoolId), eq(requests.id, requestLinks.requestId)))
    .where(and(eq(requestLinks.tokenDigest, digest), isNull(requestLinks.revokedAt), stillThere(requestLinks)))
  return found?.relationId ? { ...found, relationId: found.relationId } : undefined
}

/** As the keeper: all that a letter about this parting may need. */
export async function partingForLetter(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({
      ...{ parting: partings, leaver: faces.name, partner: relations.name, school: organisations.name },
      owner: { name: people.name, mail: people.mail, language: people.language },
    })
    .from(partings)
    .innerJoin(faces, and(eq(faces.schoolId, partings.schoolId), eq(faces.id, partings.faceId)))
    .innerJoin(relations, and(eq(relations.schoolId, partings.schoolId), eq(relations.id, partings.relationId)))
    .innerJoin(organisations, eq(organisations.id, partings.schoolId))
    .leftJoin(people, eq(people.id, sql`coalesce(${relations.ownerId}, ${relations.deputyId})`))
    .where(and(eq(partings.schoolId, schoolId), eq(partings.id, id)))
  return found
}

/** As the keeper: whether something was said of the same parting in the hour before this was. */
export async function saidJustBefore(tx: Tx, schoolId: string, answer: string): Promise<boolean> {
  const found = await rowsOf(
    tx,
    sql`select 1 from ${partingAnswers} this join ${partingAnswers} other on other.school_id = this.school_id
      and other.parting_id = this.parting_id and other.id <> this.id
      where this.school_id = ${schoolId} and this.id = ${answer}
      and other.at <= this.at and other.at > this.at - interval '1 hour' limit 1`,
  )
  return found.length > 0
}

/** As the keeper: whose day has come. */
export const duePartings = (tx: Tx, today: Day): Promise<Pick<Parting, 'schoolId' | 'id'>[]> =>
  tx
    .select({ schoolId: partings.schoolId, id: partings.id })
    .from(partings)
    .where(and(isNull(partings.settledAt), lte(partings.stopsOn, today), sql`${partings.confirmedOn} is not null`))
    .orderBy(desc(partings.stopsOn))
