import { and, eq, inArray, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { type Tx, unlessReferred } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { isLeading, mayGive, mayLead, mayManage } from './access.ts'
import type { BellsSaid, ColleagueSaid, GroupSaid, SpaceSaid } from './forms.ts'
import { type Colleague, findColleague } from './queries.ts'
import { bellPartsOf } from './rules.ts'
import type { MyselfSaid } from './self/forms.ts'
import { bellTimes, groups, groupTeachers, memberships, people, spaces } from './tables.ts'

export type Done<Because extends string> = { ok: true; id: string } | { ok: false; because: Because }

/** As an account: from now on letters to her are in this language. */
export const rememberLanguage = (tx: Tx, accountId: string, language: string) =>
  tx.update(people).set({ language }).where(eq(people.accountId, accountId))

/** Notes a new colleague. She has no account yet; an invitation is a letter of its own (`welcome`). */
export async function addColleague(
  tx: Tx,
  me: Actor,
  said: ColleagueSaid & { source: string },
): Promise<Done<'not-yours' | 'not-to-give' | 'no-such-deputy'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  if (!mayGive(me, said.roles)) return { ok: false, because: 'not-to-give' }
  if (!(await isHere(tx, me, said.deputyId))) return { ok: false, because: 'no-such-deputy' }
  const { name, mail, phone, source } = said
  const id = crypto.randomUUID()
  // No RETURNING: until the membership below exists, the policy does not show her to everyone who may note her.
  await tx.insert(people).values({ id, name, mail, phone, source, notedBy: me.organisationId })
  await tx.insert(memberships).values({ organisationId: me.organisationId, personId: id, ...membershipOf(said) })
  return { ok: true, id }
}

const membershipOf = ({ roles, days, deputyId, from, until }: ColleagueSaid) => ({
  roles,
  days,
  deputyId,
  from,
  until,
})

const isHere = async (tx: Tx, me: Actor, personId: string | null) =>
  personId === null || (await findColleague(tx, me.organisationId, personId)) !== undefined

export async function changeColleague(
  tx: Tx,
  me: Actor,
  personId: string,
  said: ColleagueSaid,
): Promise<Done<'not-found' | 'not-yours' | 'not-to-give' | 'no-such-deputy'>> {
  const colleague = await findColleague(tx, me.organisationId, personId)
  if (!colleague) return { ok: false, because: 'not-found' }
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  if (!mayChange(me, colleague, said)) return { ok: false, because: 'not-to-give' }
  if (!(await isHere(tx, me, said.deputyId))) return { ok: false, because: 'no-such-deputy' }
  await tx.update(memberships).set(membershipOf(said)).where(membershipIs(me, personId))
  // With an account of her own she tends her name and numbers herself; the policy leaves her row alone then.
  const { name, mail, phone } = said
  await tx.update(people).set({ name, mail, phone }).where(eq(people.id, personId))
  return { ok: true, id: personId }
}

/** Of who leads, only who leads changes until when she does so, or where an invitation to lead is sent. */
function mayChange(me: Actor, before: Colleague, said: ColleagueSaid): boolean {
  if (!mayGive(me, said.roles, before.roles)) return false
  const isSame = before.from === said.from && before.until === said.until
  return mayLead(me) || !isLeading(before.roles) || (isSame && (before.hasAccount || before.mail === said.mail))
}

const membershipIs = (me: Actor, personId: string) =>
  and(eq(memberships.organisationId, me.organisationId), eq(memberships.personId, personId))

/** One tends one's own name and number; the mail address is how one signs in, and stays. */
export async function changeMyself(tx: Tx, me: Actor, { name, phone }: MyselfSaid): Promise<boolean> {
  const changed = await tx.update(people).set({ name, phone }).where(eq(people.id, me.personId)).returning()
  return changed.length > 0
}

export async function addGroup(tx: Tx, me: Actor, said: GroupSaid): Promise<Done<'not-yours' | 'exists'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const { name, years, pupils, teachers } = said
  const [group] = await tx
    .insert(groups)
    .values({ schoolId: me.organisationId, name, years, pupils })
    .onConflictDoNothing()
    .returning()
  if (!group) return { ok: false, because: 'exists' }
  await setTeachers(tx, me, group.id, teachers)
  return { ok: true, id: group.id }
}

export async function changeGroup(
  tx: Tx,
  me: Actor,
  id: string,
  said: GroupSaid,
): Promise<Done<'not-found' | 'not-yours' | 'exists'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const { name, years, pupils, teachers } = said
  const same = await tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.schoolId, me.organisationId), eq(groups.name, name)))
  if (same.some((other) => other.id !== id)) return { ok: false, because: 'exists' }
  const changed = await tx.update(groups).set({ name, years, pupils }).where(groupIs(me, id)).returning()
  if (!changed.length) return { ok: false, because: 'not-found' }
  await setTeachers(tx, me, id, teachers)
  return { ok: true, id }
}

const groupIs = (me: Actor, id: string) => and(eq(groups.schoolId, me.organisationId), eq(groups.id, id))

export async function removeGroup(tx: Tx, me: Actor, id: string): Promise<Done<'not-found' | 'not-yours'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const gone = await tx.delete(groups).where(groupIs(me, id)).returning()
  return gone.length ? { ok: true, id } : { ok: false, because: 'not-found' }
}

async function setTeachers(tx: Tx, me: Actor, groupId: string, personIds: readonly string[]) {
  await tx
    .delete(groupTeachers)
    .where(and(eq(groupTeachers.schoolId, me.organisationId), eq(groupTeachers.groupId, groupId)))
  if (!personIds.length) return
  const here = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.organisationId, me.organisationId), inArray(memberships.personId, [...personIds])))
  if (here.length)
    await tx
      .insert(groupTeachers)
      .values(here.map(({ personId, days }) => ({ schoolId: me.organisationId, groupId, personId, days })))
}

export async function addSpace(tx: Tx, me: Actor, { name, note }: SpaceSaid): Promise<Done<'not-yours' | 'exists'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const [space] = await tx
    .insert(spaces)
    .values({ schoolId: me.organisationId, name, note: note || null })
    .onConflictDoNothing()
    .returning()
  return space ? { ok: true, id: space.id } : { ok: false, because: 'exists' }
}

/** A room that a partner still uses stays. Who uses it is known in a room above us; the foreign key speaks for it. */
export async function removeSpace(tx: Tx, me: Actor, id: string): Promise<Done<'not-found' | 'not-yours' | 'in-use'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  const remove = (inner: Tx) =>
    inner
      .delete(spaces)
      .where(and(eq(spaces.schoolId, me.organisationId), eq(spaces.id, id)))
      .returning()
  const gone = await unlessReferred(() => tx.transaction((inner) => remove(inner as unknown as Tx)))
  if (gone === 'referred') return { ok: false, because: 'in-use' }
  return gone.length ? { ok: true, id } : { ok: false, because: 'not-found' }
}

export async function setBellTimes(tx: Tx, me: Actor, said: BellsSaid): Promise<Done<'not-yours'>> {
  if (!mayManage(me)) return { ok: false, because: 'not-yours' }
  await tx.delete(bellTimes).where(eq(bellTimes.schoolId, me.organisationId))
  const parts = bellPartsOf(said).map((part) => ({ schoolId: me.organisationId, ...part }))
  if (parts.length) await tx.insert(bellTimes).values(parts)
  return { ok: true, id: me.organisationId }
}

export type Forgotten = { memberships: number; people: number }

/**
 * As the keeper: who left an organisation a year ago is removed there; and who then belongs nowhere and has no account,
 * altogether. What she held or stood in for says nobody from then on.
 */
export async function forgetPeople(tx: Tx, today: Day): Promise<Forgotten> {
  const left = await tx
    .delete(memberships)
    .where(lte(memberships.until, sql`(${today}::date - interval '1 year')::date`))
    .returning({ id: memberships.id, personId: memberships.personId, organisationId: memberships.organisationId })
  await stopTeaching(tx, left)
  await eraseContents(
    tx,
    'memberships',
    left.map(({ id }) => id),
  )
  const gone = await removeStrangers(
    tx,
    left.map(({ personId }) => personId),
  )
  return { memberships: left.length, people: gone }
}

async function stopTeaching(tx: Tx, left: readonly { personId: string; organisationId: string }[]) {
  for (const { personId, organisationId } of left)
    await tx
      .delete(groupTeachers)
      .where(and(eq(groupTeachers.schoolId, organisationId), eq(groupTeachers.personId, personId)))
}

export type Left = { personId: string; accountId: string }

/** As the keeper: who has an account and belongs nowhere any more. What sign-in knows of her goes first, then she. */
export async function leftEverywhere(tx: Tx): Promise<Left[]> {
  const belongs = tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.personId, people.id))
  const rows = await tx
    .select({ personId: people.id, accountId: people.accountId })
    .from(people)
    .where(and(isNotNull(people.accountId), notExists(belongs)))
  return rows.flatMap(({ personId, accountId }) => (accountId ? [{ personId, accountId }] : []))
}

/** As the keeper: her row too, unless she came in somewhere this very moment. */
export async function forgetWhoLeft(tx: Tx, { personId }: Left): Promise<boolean> {
  await tx.update(people).set({ accountId: null }).where(eq(people.id, personId))
  return (await removeStrangers(tx, [personId])) > 0
}

async function removeStrangers(tx: Tx, personIds: readonly string[]): Promise<number> {
  if (!personIds.length) return 0
  const belongs = tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.personId, people.id))
  const gone = await tx
    .delete(people)
    .where(and(inArray(people.id, [...personIds]), isNull(people.accountId), notExists(belongs)))
    .returning({ id: people.id })
  return gone.length
}
