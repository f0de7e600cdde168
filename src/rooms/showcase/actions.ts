import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { dashed, nth } from '#kit/text/dashed.ts'
import type { Day } from '#kit/time/day.ts'
import { findOrganisation } from '#rooms/organisations/door.ts'
import { cleared, namesAChild } from '#rooms/trade/door.ts'
import { mayArrange, speaksForPartner } from './access.ts'
import type { IntroSaid, LineSaid } from './forms.ts'
import { addressOf, candidatesOf, shownWithUs } from './queries.ts'
import { mayBeShown } from './rules.ts'
import { showcaseAddresses, showcaseLines, showcaseObjections, showcases } from './tables.ts'

export type Done =
  | { ok: true }
  | { ok: false; because: 'not-yours' | 'not-found' | 'may-not' }
  | { ok: false; because: 'names'; field: 'intro' | 'name' | 'why' }
const no = (because: 'not-yours' | 'not-found' | 'may-not') => ({ ok: false, because }) as const

/** Opens the page for everybody, at an address that stays the same from the first time on. */
export async function openShowcase(tx: Tx, me: Actor, now: Date): Promise<Done> {
  if (!(await atOurSchool(tx, me))) return no('not-yours')
  await giveAddress(tx, me)
  await tx
    .insert(showcases)
    .values({ schoolId: me.organisationId, openedAt: now })
    .onConflictDoUpdate({ target: showcases.schoolId, set: { openedAt: now } })
  return { ok: true }
}

export async function closeShowcase(tx: Tx, me: Actor): Promise<Done> {
  if (!mayArrange(me)) return no('not-yours')
  await tx.update(showcases).set({ openedAt: null }).where(eq(showcases.schoolId, me.organisationId))
  return { ok: true }
}

async function giveAddress(tx: Tx, me: Actor) {
  if (await addressOf(tx, me.organisationId)) return
  const school = await findOrganisation(tx, me.organisationId)
  const wish = dashed(school?.name ?? '', school?.place ?? null, 'school')
  for (let count = 1; count < 100; count += 1) {
    // No RETURNING: somebody else's address may not be seen, only bumped into.
    await tx
      .insert(showcaseAddresses)
      .values({ address: nth(wish, count), organisationId: me.organisationId })
      .onConflictDoNothing()
    if (await addressOf(tx, me.organisationId)) return
  }
  throw new Error('a hundred schools of one name in one place')
}

export async function writeIntro(tx: Tx, me: Actor, { intro }: IntroSaid): Promise<Done> {
  if (!(await atOurSchool(tx, me))) return no('not-yours')
  if (intro && namesSomebody(intro)) return { ok: false, because: 'names', field: 'intro' }
  await tx
    .insert(showcases)
    .values({ schoolId: me.organisationId, intro })
    .onConflictDoUpdate({ target: showcases.schoolId, set: { intro } })
  return { ok: true }
}

/** Puts one partner on the page: its public name, its website, and one sentence why. Never a person. */
export async function showLine(tx: Tx, me: Actor, relationId: string, said: LineSaid & { today: Day }): Promise<Done> {
  if (!(await atOurSchool(tx, me))) return no('not-yours')
  const { today, ...told } = said
  const line = (await candidatesOf(tx, me.organisationId, today)).find(({ id }) => id === relationId)
  if (!line) return no('not-found')
  if (!mayBeShown(line)) return no('may-not')
  // The partner's own name may sound like somebody's; any other name does not belong on a public page.
  if (namesSomebody(told.why.replaceAll(line.name, '').replaceAll(told.name, '')))
    return { ok: false, because: 'names', field: 'why' }
  if (namesAChild(told.name)) return { ok: false, because: 'names', field: 'name' }
  const set = { ...told, addedBy: me.personId, addedOn: today }
  await tx
    .insert(showcaseLines)
    .values({ schoolId: me.organisationId, relationId, ...set })
    .onConflictDoUpdate({ target: [showcaseLines.schoolId, showcaseLines.relationId], set })
  return { ok: true }
}

export async function hideLine(tx: Tx, me: Actor, relationId: string): Promise<Done> {
  if (!mayArrange(me)) return no('not-yours')
  const gone = await tx
    .delete(showcaseLines)
    .where(and(eq(showcaseLines.schoolId, me.organisationId), eq(showcaseLines.relationId, relationId)))
    .returning({ id: showcaseLines.relationId })
  return gone.length ? { ok: true } : no('not-found')
}

/** As a partner: off the page of this school at once, and not on it again until we say so. */
export async function object(tx: Tx, me: Actor, relationId: string, today: Day): Promise<Done> {
  const mine = await ofUs(tx, me, relationId)
  if (!mine) return no('not-found')
  const { schoolId } = mine
  await tx
    .delete(showcaseLines)
    .where(and(eq(showcaseLines.schoolId, schoolId), eq(showcaseLines.relationId, relationId)))
  await tx
    .insert(showcaseObjections)
    .values({ schoolId, relationId, personId: me.personId, objectedOn: today })
    .onConflictDoNothing()
  return { ok: true }
}

/** The school may ask again to show us. */
export async function withdrawObjection(tx: Tx, me: Actor, relationId: string): Promise<Done> {
  const mine = await ofUs(tx, me, relationId)
  if (!mine) return no('not-found')
  await tx
    .delete(showcaseObjections)
    .where(and(eq(showcaseObjections.schoolId, mine.schoolId), eq(showcaseObjections.relationId, relationId)))
  return { ok: true }
}

const ofUs = async (tx: Tx, me: Actor, relationId: string) =>
  speaksForPartner(me)
    ? (await shownWithUs(tx, me.organisationId)).find((one) => one.relationId === relationId)
    : undefined

const namesSomebody = (text: string) => cleared(text).warnings.length > 0
const atOurSchool = async (tx: Tx, me: Actor) =>
  mayArrange(me) && (await findOrganisation(tx, me.organisationId))?.kind === 'school'
