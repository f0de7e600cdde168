import { and, eq, exists, isNotNull, isNull, lte, notExists, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { isColleague, memberships } from '#rooms/people/door.ts'
import { mayTend, mayTendNetwork } from './access.ts'
import { fitsInWhole } from './desks/queries.ts'
import type { FaceSaid, RelationSaid } from './forms.ts'
import { areHere, facesOf, findLine, namedLike } from './queries.ts'
import { fillIn, sameName, sooner } from './rules.ts'
import { type Face, faces, reasons, relations } from './tables.ts'

export type Done<Because extends string> = { ok: true; id: string } | { ok: false; because: Because }
export type NewFace = Omit<FaceSaid, 'leftOn'> & { source: string; leftOn?: Day | null }
/** What a line can do without when it is written down by the house itself. */
type Later = Pick<RelationSaid, 'partOfId' | 'reply'>
export type NewRelation = Omit<RelationSaid, keyof Later> &
  Partial<Later> & {
    until?: Day | null
    assuredOn?: Day | null
    faces: readonly NewFace[]
  }

/** A new short line. Whoever adds it holds it, unless she names another who does. */
export async function addRelation(
  tx: Tx,
  me: Actor,
  said: NewRelation,
): Promise<Done<'not-yours' | 'no-such-colleague' | 'no-such-whole' | 'exists'>> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  if (!(await areHere(tx, me.organisationId, [said.ownerId, said.deputyId])))
    return { ok: false, because: 'no-such-colleague' }
  const alike = await namedLike(tx, me.organisationId, said.name)
  if (alike.some(({ place }) => sameName(place ?? '', said.place ?? ''))) return { ok: false, because: 'exists' }
  const id = crypto.randomUUID()
  if (!(await fitsInWhole(tx, me.organisationId, id, said))) return { ok: false, because: 'no-such-whole' }
  // I hold it while I write it down, because only a holder may give reasons and faces; then it goes to whom I named.
  const holder = mayTendNetwork(me) ? said.ownerId : me.personId
  const { until = null, assuredOn = null } = said
  await tx
    .insert(relations)
    .values({ schoolId: me.organisationId, id, ...factsOf(said), ownerId: holder, until, assuredOn })
  await putReasons(tx, me, id, said)
  for (const [rank, face] of said.faces.entries()) await putFace(tx, me, id, rank, face)
  const owner = said.ownerId ?? holder
  if (owner !== holder) await tx.update(relations).set({ ownerId: owner }).where(lineIs(me, id))
  return { ok: true, id }
}

type Facts = Omit<RelationSaid, keyof typeof blankReasons>
const factsOf = (said: Omit<Facts, keyof Later> & Partial<Later>): Facts => ({
  partOfId: said.partOfId ?? null,
  reply: said.reply ?? null,
  ...{ name: said.name, form: said.form, type: said.type, levels: said.levels, scale: said.scale, since: said.since },
  ...{ place: said.place, postcode: said.postcode, website: said.website, phone: said.phone },
  ...{ ownerId: said.ownerId, deputyId: said.deputyId },
})
const reasonsOf = ({ obligation, legalNote, motives, about }: Pick<RelationSaid, keyof typeof blankReasons>) => ({
  ...{ obligation, legalNote, motives, about },
})
const lineIs = (me: Actor, id: string) => and(eq(relations.schoolId, me.organisationId), eq(relations.id, id))

/** Why we keep this line: obligation, at most three motives, and what it is about. */
async function putReasons(tx: Tx, me: Actor, relationId: string, said: Pick<RelationSaid, keyof typeof blankReasons>) {
  const why = reasonsOf(said)
  await tx
    .insert(reasons)
    .values({ schoolId: me.organisationId, relationId, ...why })
    .onConflictDoUpdate({ target: [reasons.schoolId, reasons.relationId], set: why })
}

const putFace = (tx: Tx, me: Actor, relationId: string, rank: number, face: NewFace) =>
  tx.insert(faces).values({ schoolId: me.organisationId, relationId, rank, ...face })

type Refused = { ok: false; because: 'not-found' | 'not-yours' }

/** The line when I may tend it, else why not. */
async function mine(tx: Tx, me: Actor, id: string) {
  const line = await findLine(tx, me.organisationId, id)
  if (!line) return { ok: false, because: 'not-found' } as const
  if (!mayTend(me, line.relation)) return { ok: false, because: 'not-yours' } as const
  return { ok: true, ...line } as const
}

export async function changeRelation(
  tx: Tx,
  me: Actor,
  id: string,
  said: RelationSaid,
): Promise<Refused | Done<'no-such-colleague' | 'no-such-whole'>> {
  const line = await mine(tx, me, id)
  if (!line.ok) return line
  if (!(await areHere(tx, me.organisationId, [said.ownerId, said.deputyId])))
    return { ok: false, because: 'no-such-colleague' }
  if (!(await fitsInWhole(tx, me.organisationId, id, said))) return { ok: false, because: 'no-such-whole' }
  // Reasons first: with the line handed over to another, they may no longer be mine to give.
  await putReasons(tx, me, id, said)
  await tx.update(relations).set(factsOf(said)).where(lineIs(me, id))
  return { ok: true, id }
}

/** Fills what was empty and adds faces that were not known; writes over nothing. */
export async function completeRelation(
  tx: Tx,
  me: Actor,
  id: string,
  said: NewRelation,
): Promise<Refused | Done<'no-such-colleague'>> {
  const line = await mine(tx, me, id)
  if (!line.ok) return line
  if (!(await areHere(tx, me.organisationId, [said.ownerId, said.deputyId])))
    return { ok: false, because: 'no-such-colleague' }
  const { relation, reason } = line
  await putReasons(tx, me, id, { ...said, ...reason, ...fillIn(reason ?? blankReasons, reasonsOf(said)) })
  await completeFaces(tx, me, id, said.faces)
  const fresh = { ...factsOf(said), until: said.until ?? null }
  if (!(await fitsInWhole(tx, me.organisationId, id, { form: relation.form, partOfId: fresh.partOfId })))
    fresh.partOfId = null
  const gaps = fillIn({ ...factsOf(relation), until: relation.until }, fresh)
  if (Object.keys(gaps).length) await tx.update(relations).set(gaps).where(lineIs(me, id))
  return { ok: true, id }
}

const blankReasons = { obligation: null, legalNote: null, motives: [], about: null }

async function completeFaces(tx: Tx, me: Actor, relationId: string, found: readonly NewFace[]) {
  const known = await facesOf(tx, me.organisationId, relationId)
  let rank = known.length
  for (const face of found) {
    const same = known.find(({ name }) => sameName(name, face.name))
    const gaps = same && fillIn(contactOf(same), contactOf(face))
    if (!same) await putFace(tx, me, relationId, rank++, face)
    else if (gaps && Object.keys(gaps).length)
      await tx
        .update(faces)
        .set(gaps)
        .where(faceIs(me, relationId, same.id))
  }
}

type Contact = Pick<Face, 'work' | 'phone' | 'mail' | 'days' | 'moment'>
const contactOf = ({ work, phone, mail, days, moment }: Contact): Contact => ({ work, phone, mail, days, moment })
const faceIs = (me: Actor, relationId: string, id: string) =>
  and(eq(faces.schoolId, me.organisationId), eq(faces.relationId, relationId), eq(faces.id, id))

/** From this day on the line is history. Nothing is thrown away; it can be taken up again. */
export async function endRelation(tx: Tx, me: Actor, id: string, until: Day): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, id)
  if (!line.ok) return line
  await tx.update(relations).set({ until }).where(lineIs(me, id))
  return { ok: true, id }
}

export async function resumeRelation(tx: Tx, me: Actor, id: string): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, id)
  if (!line.ok) return line
  await tx.update(relations).set({ until: null }).where(lineIs(me, id))
  return { ok: true, id }
}

/** “Ja, dit klopt nog.” */
export async function assure(tx: Tx, me: Actor, id: string, today: Day): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, id)
  if (!line.ok) return line
  await tx.update(relations).set({ assuredOn: today, assuredBy: me.personId }).where(lineIs(me, id))
  return { ok: true, id }
}

export async function addFace(tx: Tx, me: Actor, relationId: string, face: NewFace): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, relationId)
  if (!line.ok) return line
  const known = await facesOf(tx, me.organisationId, relationId)
  await putFace(tx, me, relationId, known.length, face)
  return { ok: true, id: relationId }
}

export async function changeFace(
  tx: Tx,
  me: Actor,
  relationId: string,
  id: string,
  said: FaceSaid,
): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, relationId)
  if (!line.ok) return line
  const changed = await tx
    .update(faces)
    .set(said)
    .where(faceIs(me, relationId, id))
    .returning()
  return changed.length ? { ok: true, id: relationId } : { ok: false, because: 'not-found' }
}

export async function removeFace(tx: Tx, me: Actor, relationId: string, id: string): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, relationId)
  if (!line.ok) return line
  const gone = await tx
    .delete(faces)
    .where(faceIs(me, relationId, id))
    .returning()
  if (!gone.length) return { ok: false, because: 'not-found' }
  await rankFaces(tx, me, relationId, (ids) => ids)
  return { ok: true, id: relationId }
}

/** This face is rung one place sooner: the deputy becomes the first, the first the deputy. */
export async function ringSooner(tx: Tx, me: Actor, relationId: string, id: string): Promise<Refused | Done<never>> {
  const line = await mine(tx, me, relationId)
  if (!line.ok) return line
  const faces = await facesOf(tx, me.organisationId, relationId)
  if (!faces.some((face) => face.id === id)) return { ok: false, because: 'not-found' }
  await rankFaces(tx, me, relationId, (ids) => sooner(ids, id))
  return { ok: true, id: relationId }
}

async function rankFaces(tx: Tx, me: Actor, relationId: string, order: (ids: string[]) => string[]) {
  const known = await facesOf(tx, me.organisationId, relationId)
  const ranks = new Map(known.map(({ id, rank }) => [id, rank]))
  for (const [rank, id] of order(known.map(({ id }) => id)).entries())
    if (ranks.get(id) !== rank)
      await tx
        .update(faces)
        .set({ rank })
        .where(faceIs(me, relationId, id))
}

/** As the keeper: the partner behind this line has claimed its organisation. Once; a second claim changes nothing. */
export async function linkOrganisation(
  tx: Tx,
  line: { schoolId: string; relationId: string; organisationId: string },
): Promise<boolean> {
  const { schoolId, relationId, organisationId } = line
  const linked = await tx
    .update(relations)
    .set({ organisationId })
    .where(
      and(
        eq(relations.schoolId, schoolId),
        eq(relations.id, relationId),
        or(isNull(relations.organisationId), eq(relations.organisationId, organisationId)),
      ),
    )
    .returning()
  return linked.length > 0
}

/** As the keeper: removes faces that left, or whose line ended, a year ago or longer. Says how many. */
export async function forgetFaces(tx: Tx, today: Day): Promise<number> {
  const aYearAgo = sql`(${today}::date - interval '1 year')::date`
  // By school as well: two schools may have lines of the same id, and one may not end the other's.
  const ended = tx
    .select({ id: relations.id })
    .from(relations)
    .where(
      and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId), lte(relations.until, aYearAgo)),
    )
  const gone = await tx
    .delete(faces)
    .where(or(lte(faces.leftOn, aYearAgo), exists(ended)))
    .returning({ id: faces.id })
  await eraseContents(
    tx,
    'faces',
    gone.map(({ id }) => id),
  )
  return gone.length
}

/** As the keeper: who belongs to a school no longer holds or stands in for none of its lines. Says how many changed. */
export async function letGoOfLines(tx: Tx): Promise<number> {
  let changed = 0
  for (const column of ['ownerId', 'deputyId'] as const) {
    const here = tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.organisationId, relations.schoolId), eq(memberships.personId, relations[column])))
    const dropped = await tx
      .update(relations)
      .set({ [column]: null })
      .where(and(isNotNull(relations[column]), notExists(here)))
      .returning({ id: relations.id })
    changed += dropped.length
  }
  return changed
}
