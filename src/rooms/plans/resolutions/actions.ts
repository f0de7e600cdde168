import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { namesAnother } from '#rooms/agreements/door.ts'
import { colleaguesOf, isColleague, spacesOf } from '#rooms/people/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { findChoice, openLines } from '../queries.ts'
import { visionOf } from '../vision/queries.ts'
import { mayInvolve, mayTendResolution } from './access.ts'
import type { InvolvementSaid, ResolutionSaid } from './forms.ts'
import { findResolution, knownLines } from './queries.ts'
import { asksInTime } from './rules.ts'
import { involvements, resolutions } from './tables.ts'

export type Refused = { ok: false; because: 'not-found' | 'not-yours' }
export type Wrong = { ok: false; because: 'wrong'; field: string; error: string }
export type Done = { ok: true; id: string } | Refused | Wrong

const wrong = (field: string, error: string): Wrong => ({ ok: false, because: 'wrong', field, error })
const no = (because: Refused['because']): Refused => ({ ok: false, because })
const itIs = (me: Actor, id: string) => and(eq(resolutions.schoolId, me.organisationId), eq(resolutions.id, id))

/** Records what is going to be decided, and when. Whom it touches is worked out from what is said here. */
export async function record(tx: Tx, me: Actor, said: ResolutionSaid, today: Day): Promise<Done> {
  if (!isColleague(me)) return no('not-yours')
  if (said.decidesOn < today) return wrong('decidesOn', 'error.decidesOn.past')
  const unsound = await unsoundIn(tx, me, said, today)
  if (unsound) return unsound
  const id = crypto.randomUUID()
  await tx
    .insert(resolutions)
    .values({ schoolId: me.organisationId, id, ...said, recordedBy: me.personId, recordedOn: today })
  return { ok: true, id }
}

export async function changeResolution(tx: Tx, me: Actor, id: string, said: ResolutionSaid, today: Day): Promise<Done> {
  const found = await mine(tx, me, id)
  if (!found.ok) return found
  const { lineId, choiceId, decidesOn } = found.resolution
  if (said.decidesOn < today && said.decidesOn !== decidesOn) return wrong('decidesOn', 'error.decidesOn.past')
  const unsound = await unsoundIn(tx, me, { ...said, lineId: null, choiceId: null }, today)
  if (unsound) return unsound
  await tx
    .update(resolutions)
    .set({ ...said, lineId, choiceId })
    .where(itIs(me, id))
  return { ok: true, id }
}

export async function withdrawResolution(tx: Tx, me: Actor, id: string): Promise<Done> {
  const found = await mine(tx, me, id)
  if (!found.ok) return found
  await tx.delete(resolutions).where(itIs(me, id))
  return { ok: true, id }
}

/** A partner takes part, hears it, or on purpose not. A second word takes the place of the first. */
export async function involve(
  tx: Tx,
  me: Actor,
  at: { id: string; relationId: string },
  { today, ...told }: InvolvementSaid & { today: Day },
): Promise<Done> {
  const found = await itsPartner(tx, me, at, today)
  if (!found.ok) return found
  // A reason belongs with leaving out, a day to ask with taking part.
  const [why, askUntil] = [told.way === 'not' ? told.why : null, told.way === 'involved' ? told.askUntil : null]
  const said = { ...told, why, askUntil }
  if (said.way === 'not' && !said.why) return wrong('why', 'error.why')
  if (!asksInTime(said.askUntil, found.decidesOn)) return wrong('askUntil', 'error.askUntil')
  const about = { schoolId: me.organisationId, relationId: at.relationId, name: found.name }
  for (const field of ['why', 'said'] as const)
    if (said[field] && (await namesAnother(tx, about, said[field]))) return wrong(field, 'error.names')
  const set = { ...said, saidOn: said.said ? today : null, setBy: me.personId, setOn: today }
  await tx
    .insert(involvements)
    .values({ schoolId: me.organisationId, resolutionId: at.id, relationId: at.relationId, ...set })
    .onConflictDoUpdate({
      target: [involvements.schoolId, involvements.resolutionId, involvements.relationId],
      set,
    })
  return { ok: true, id: at.id }
}

/** Not ticked after all: proposed again, when it is touched. */
export async function untick(tx: Tx, me: Actor, at: { id: string; relationId: string }, today: Day): Promise<Done> {
  const found = await itsPartner(tx, me, at, today)
  if (!found.ok) return found
  await tx
    .delete(involvements)
    .where(
      and(
        eq(involvements.schoolId, me.organisationId),
        eq(involvements.resolutionId, at.id),
        eq(involvements.relationId, at.relationId),
      ),
    )
  return { ok: true, id: at.id }
}

/** What is going to be decided, when I may tend it; else why not. */
async function mine(tx: Tx, me: Actor, id: string) {
  const found = await findResolution(tx, me.organisationId, id)
  if (!found || !isColleague(me)) return no('not-found')
  return mayTendResolution(me, found.resolution) ? ({ ok: true, ...found } as const) : no('not-yours')
}

/** The partner in the address, when I may say how it takes part. */
async function itsPartner(tx: Tx, me: Actor, at: { id: string; relationId: string }, today: Day) {
  const found = await findResolution(tx, me.organisationId, at.id)
  const lines = found ? await knownLines(tx, me.organisationId, today) : []
  const line = lines.find(({ id }) => id === at.relationId)
  if (!found || !line || !isColleague(me)) return no('not-found')
  if (!mayInvolve(me, found.resolution, line)) return no('not-yours')
  return { ok: true, name: line.name, decidesOn: found.resolution.decidesOn } as const
}

/** What is said must be of this school, and never about a child. */
async function unsoundIn(tx: Tx, me: Actor, said: ResolutionSaid, today: Day): Promise<Wrong | undefined> {
  const here = me.organisationId
  for (const field of ['title', 'about'] as const)
    if (said[field] && namesAChild(said[field])) return wrong(field, 'error.child')
  const has = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id)
  if (said.visionId && !has(await visionOf(tx, here), said.visionId)) return wrong('visionId', 'error.choice')
  if (said.spaceId && !has(await spacesOf(tx, here), said.spaceId)) return wrong('spaceId', 'error.choice')
  if (said.lineId && !has(await openLines(tx, here, today), said.lineId)) return wrong('title', 'error.line')
  // Of a choice that is still open nothing follows yet, and it may be withdrawn.
  if (said.choiceId && !(await findChoice(tx, here, said.choiceId))?.decided.length)
    return wrong('title', 'error.choice')
  const staff = said.ownerId ? await colleaguesOf(tx, here, today) : []
  if (said.ownerId && !staff.some(({ personId }) => personId === said.ownerId)) return wrong('ownerId', 'error.choice')
  return undefined
}
