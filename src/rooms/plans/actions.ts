import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { decideAbout } from '#rooms/agreements/door.ts'
import { isColleague, memberships } from '#rooms/people/door.ts'
import { addRelation } from '#rooms/relations/door.ts'
import { type Asking, askTheTeam } from '#rooms/surveys/door.ts'
import { cleared, namesAChild } from '#rooms/trade/door.ts'
import { mayTendChoice } from './access.ts'
import { becameChoice } from './desk/actions.ts'
import type { ChoiceSaid, DecisionSaid } from './forms.ts'
import { boundsOf, type ChoiceShown, findChoice, loadsOf, openLines } from './queries.ts'
import { makesRoom, mayBecomeLine, mayBeDecided, through } from './rules.ts'
import { type Choice, choices, decisions, type Outcome } from './tables.ts'
import { mayDecide } from './vision/access.ts'
import { visionOf } from './vision/queries.ts'

type Field =
  | 'why'
  | 'name'
  | 'visionId'
  | 'forWhom'
  | 'better'
  | 'stops'
  | 'ownerId'
  | 'room'
  | 'roomLineId'
  | 'roomNote'
export type Refused = { ok: false; because: 'not-found' | 'not-yours' | 'not-now' }
/** What is not right about one field: a key of the words. */
export type Wrong = { ok: false; because: 'wrong'; field: Field; error: string }
export type Done = { ok: true; id: string } | Refused | Wrong

const wrong = (field: Field, error: string): Wrong => ({ ok: false, because: 'wrong', field, error })
const noPoint = (visionId: string | null, vision: Awaited<ReturnType<typeof visionOf>>) =>
  visionId ? !vision.some(({ id }) => id === visionId) : vision.some(({ retiredOn }) => !retiredOn)

/** What the form itself cannot know: a name, unless it is about a line of ours, and a point when there are any. */
export async function lacking(
  tx: Tx,
  me: Actor,
  said: { lineId: string | null; name: string; visionId: string | null },
): Promise<{ name?: string; visionId?: string }> {
  const vision = await visionOf(tx, me.organisationId)
  return {
    ...(!said.lineId && !said.name && { name: 'error.name' }),
    ...(noPoint(said.visionId, vision) && { visionId: 'error.vision' }),
  }
}

/** One deed at a time for each choice: two who decide at once do not both decide, and the team is asked once. */
const oneAtATime = (tx: Tx, id: string) => rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7245))`)
const choiceIs = (me: Actor, id: string) => and(eq(choices.schoolId, me.organisationId), eq(choices.id, id))

/** Proposes a partner, new or known, in the short form. */
export async function proposeChoice(tx: Tx, me: Actor, said: ChoiceSaid, today: Day): Promise<Done> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  const sound = await soundly(tx, me, said, today)
  if (!sound.ok) return sound
  const id = crypto.randomUUID()
  await tx
    .insert(choices)
    .values({ schoolId: me.organisationId, id, ...sound.facts, askedBy: me.personId, askedOn: today })
  if (said.proposalId) await becameChoice(tx, me, said.proposalId, { choiceId: id, today })
  return { ok: true, id }
}

/** Until it has been decided it can be put in other words. */
export async function changeChoice(tx: Tx, me: Actor, id: string, said: ChoiceSaid, today: Day): Promise<Done> {
  const found = await mine(tx, me, id)
  if (!found.ok) return found
  if (found.shown.decided.length && !mayBeDecided(lastOf(found.shown))) return { ok: false, because: 'not-now' }
  const sound = await soundly(tx, me, { ...said, lineId: found.shown.choice.lineId }, today)
  if (!sound.ok) return sound
  await tx.update(choices).set(sound.facts).where(choiceIs(me, id))
  return { ok: true, id }
}

export async function withdrawChoice(tx: Tx, me: Actor, id: string): Promise<Done> {
  const found = await mine(tx, me, id)
  if (!found.ok) return found
  if (found.shown.decided.length) return { ok: false, because: 'not-now' }
  await tx.delete(choices).where(choiceIs(me, id))
  return { ok: true, id }
}

/** Yes, no or a trial, with a reason. Above a ceiling a yes first says what makes room. */
export async function decide(tx: Tx, me: Actor, id: string, said: DecisionSaid, today: Day): Promise<Done> {
  await oneAtATime(tx, id)
  const shown = await findChoice(tx, me.organisationId, id)
  if (!shown) return { ok: false, because: 'not-found' }
  if (!isColleague(me) || !mayDecide(me)) return { ok: false, because: 'not-yours' }
  if (!mayBeDecided(lastOf(shown))) return { ok: false, because: 'not-now' }
  if (namesAChild(said.why)) return wrong('why', 'error.child')
  const { choice } = shown
  if (said.outcome !== 'no' && choice.lineId === null && !makesRoom(choice)) {
    const full = await fullFor(tx, me, choice.ownerId, today)
    if (full.length) return wrong('room', `error.room.${full[0]}`)
  }
  await tx
    .insert(decisions)
    .values({ schoolId: me.organisationId, choiceId: id, ...said, decidedOn: today, decidedBy: me.personId })
  await makeRoom(tx, me, choice, { outcome: said.outcome, today })
  return { ok: true, id }
}

/** The line that makes room ends or sleeps by a click of who holds it; decided otherwise, that is asked no more. */
async function makeRoom(
  tx: Tx,
  me: Actor,
  { id, room, roomLineId }: Choice,
  { outcome, today }: { outcome: Outcome; today: Day },
) {
  const step = outcome !== 'no' && (room === 'ends' || room === 'sleeps') ? room : null
  if (roomLineId) await decideAbout(tx, me, { relationId: roomLineId, step, path: `/keuzes/${id}`, today })
}

export type Consulted = { ok: true; id: string } | Refused | { ok: false; because: 'day' | 'few' | 'asked' }

/** Asks the team what it thinks of this choice, once. */
export async function consult(
  tx: Tx,
  me: Actor,
  id: string,
  said: Pick<Asking, 'kind' | 'closesOn'>,
  house: { today: Day; baseUrl: string },
): Promise<Consulted> {
  const found = await mine(tx, me, id)
  if (!found.ok) return found
  if (found.shown.choice.pollId) return { ok: false, because: 'asked' }
  if (!mayBeDecided(lastOf(found.shown))) return { ok: false, because: 'not-now' }
  const asking = { ...said, question: found.shown.choice.name, path: `/keuzes/${id}` }
  const asked = await askTheTeam(tx, me, asking, house)
  if (!asked.ok) return asked
  await tx.update(choices).set({ pollId: asked.id }).where(choiceIs(me, id))
  return { ok: true, id }
}

export type Line = { ok: true; id: string; lineId: string } | Refused | { ok: false; because: 'exists' }

/** The candidate becomes a line of the school, with what the choice already says. */
export async function becomeLine(tx: Tx, me: Actor, id: string, today: Day): Promise<Line> {
  const found = await mine(tx, me, id)
  if (!found.ok) return found
  const { choice } = found.shown
  if (!mayBecomeLine(choice, lastOf(found.shown))) return { ok: false, because: 'not-now' }
  const added = await addRelation(tx, me, {
    ...{ name: choice.name, form: 'organisation', type: choice.type, levels: [], scale: null, since: today },
    ...{ place: null, postcode: null, website: null, phone: null, ownerId: choice.ownerId, deputyId: null },
    ...{ obligation: null, legalNote: null, motives: ['visie_profiel'], about: choice.better, faces: [] },
  })
  if (!added.ok) return { ok: false, because: added.because === 'exists' ? 'exists' : 'not-yours' }
  await tx.update(choices).set({ lineId: added.id }).where(choiceIs(me, id))
  return { ok: true, id, lineId: added.id }
}

export const lastOf = ({ decided }: Pick<ChoiceShown, 'decided'>) => decided.at(-1)?.outcome ?? null

/** The choice when I may tend it, else why not. Until this is done nobody else does something with it. */
async function mine(tx: Tx, me: Actor, id: string): Promise<{ ok: true; shown: ChoiceShown } | Refused> {
  await oneAtATime(tx, id)
  const shown = await findChoice(tx, me.organisationId, id)
  if (!shown) return { ok: false, because: 'not-found' }
  return mayTendChoice(me, shown.choice) ? { ok: true, shown } : { ok: false, because: 'not-yours' }
}

/** Which ceilings one more line would go through. */
async function fullFor(tx: Tx, me: Actor, ownerId: string | null, today: Day) {
  const bounds = await boundsOf(tx, me.organisationId)
  if (bounds.mostLines === null && bounds.mostPerOwner === null) return []
  const lines = await openLines(tx, me.organisationId, today)
  const loads = ownerId ? await loadsOf(tx, me.organisationId, today) : []
  const load = loads.find(({ personId }) => personId === ownerId)
  return through(bounds, { lines: lines.length, ofOwner: load?.lines ?? null })
}

async function soundly(tx: Tx, me: Actor, said: ChoiceSaid, today: Day) {
  const { proposalId: _, ...facts } = said
  const lines = await openLines(tx, me.organisationId, today)
  const line = lines.find(({ id }) => id === facts.lineId)
  if (facts.lineId && !line) return wrong('name', 'error.choice')
  const name = line?.name ?? facts.name
  if (!name) return wrong('name', 'error.name')
  for (const field of ['forWhom', 'better', 'stops', 'roomNote'] as const)
    if (facts[field] && namesAChild(facts[field])) return wrong(field, 'error.child')
  // Which pupils is a description: here not even a first name.
  if (cleared(facts.forWhom).warnings.length) return wrong('forWhom', 'error.child')
  const vision = await visionOf(tx, me.organisationId)
  if (noPoint(facts.visionId, vision)) return wrong('visionId', 'error.vision')
  if (facts.ownerId && !(await isHere(tx, me, facts.ownerId))) return wrong('ownerId', 'error.owner')
  if (facts.roomLineId && !lines.some(({ id }) => id === facts.roomLineId)) return wrong('roomLineId', 'error.choice')
  const full = line || makesRoom(facts) ? [] : await fullFor(tx, me, facts.ownerId, today)
  if (full.length) return wrong('room', `error.room.${full[0]}`)
  return { ok: true, facts: { ...facts, name, type: line?.type ?? facts.type } } as const
}

async function isHere(tx: Tx, me: Actor, personId: string) {
  const found = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.organisationId, me.organisationId), eq(memberships.personId, personId)))
  return found.length > 0
}
