import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { dashed, nth } from '#kit/text/dashed.ts'
import { dayOf } from '#kit/time/day.ts'
import { findOrganisation } from '#rooms/organisations/door.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { mayArrange } from './access.ts'
import type { OfferSaid, PageSaid, TopicSaid } from './forms.ts'
import { findPage, gaveHerName } from './queries.ts'
import { isPageTopic, namesColleague } from './rules.ts'
import { parentAddresses, parentNames, parentOffers, parentPages, parentTopics } from './tables.ts'

export type Done<Because extends string = never> =
  | { ok: true }
  | { ok: false; because: 'not-yours' | Because; field?: string }

type Unfit = 'child' | 'colleague'
const notYours = { ok: false, because: 'not-yours' } as const

/** Opens the page for everybody, at an address that stays the same from the first time on. */
export async function openPage(tx: Tx, me: Actor, now: Date): Promise<Done> {
  if (!(await atOurSchool(tx, me))) return notYours
  await giveAddress(tx, me)
  await tx
    .insert(parentPages)
    .values({ schoolId: me.organisationId, openedAt: now })
    .onConflictDoUpdate({ target: parentPages.schoolId, set: { openedAt: now } })
  return { ok: true }
}

export async function closePage(tx: Tx, me: Actor): Promise<Done> {
  if (!mayArrange(me)) return notYours
  await tx.update(parentPages).set({ openedAt: null }).where(eq(parentPages.schoolId, me.organisationId))
  return { ok: true }
}

async function giveAddress(tx: Tx, me: Actor) {
  if ((await findPage(tx, me.organisationId))?.address) return
  const school = await findOrganisation(tx, me.organisationId)
  const wish = dashed(school?.name ?? '', school?.place ?? null, 'school')
  for (let count = 1; count < 100; count += 1) {
    // No RETURNING: somebody else's address may not be seen, only bumped into.
    await tx
      .insert(parentAddresses)
      .values({ address: nth(wish, count), organisationId: me.organisationId })
      .onConflictDoNothing()
    const [given] = await tx
      .select({ address: parentAddresses.address })
      .from(parentAddresses)
      .where(eq(parentAddresses.organisationId, me.organisationId))
    if (given) return
  }
  throw new Error('a hundred schools of one name in one place')
}

export async function writePage(tx: Tx, me: Actor, said: PageSaid): Promise<Done<Unfit>> {
  if (!(await atOurSchool(tx, me))) return notYours
  const unfit = await unfitIn(tx, me, { greeting: said.greeting })
  if (unfit) return unfit
  await tx
    .insert(parentPages)
    .values({ schoolId: me.organisationId, ...said })
    .onConflictDoUpdate({ target: parentPages.schoolId, set: said })
  return { ok: true }
}

export async function writeTopic(
  tx: Tx,
  me: Actor,
  topic: string,
  said: TopicSaid,
): Promise<Done<Unfit | 'no-such-topic'>> {
  if (!isPageTopic(topic)) return { ok: false, because: 'no-such-topic' }
  if (!(await atOurSchool(tx, me))) return notYours
  const unfit = await unfitIn(tx, me, { sentence: said.sentence })
  if (unfit) return unfit
  await tx
    .insert(parentTopics)
    .values({ schoolId: me.organisationId, topic, ...said })
    .onConflictDoUpdate({ target: [parentTopics.schoolId, parentTopics.topic], set: said })
  return { ok: true }
}

/** Something for families in the building. */
export async function addOffer(tx: Tx, me: Actor, said: OfferSaid): Promise<Done<Unfit>> {
  if (!(await atOurSchool(tx, me))) return notYours
  const unfit = await unfitIn(tx, me, said)
  if (unfit) return unfit
  await tx.insert(parentOffers).values({ schoolId: me.organisationId, ...said })
  return { ok: true }
}

export async function removeOffer(tx: Tx, me: Actor, id: string): Promise<Done<'not-found'>> {
  if (!mayArrange(me)) return notYours
  const gone = await tx
    .delete(parentOffers)
    .where(and(eq(parentOffers.schoolId, me.organisationId), eq(parentOffers.id, id)))
    .returning({ id: parentOffers.id })
  return gone.length ? { ok: true } : { ok: false, because: 'not-found' }
}

/** My own name may stand on the page. Nobody says this for somebody else. */
export async function giveName(tx: Tx, me: Actor): Promise<Done> {
  if (!isColleague(me)) return notYours
  await tx.insert(parentNames).values({ schoolId: me.organisationId, personId: me.personId }).onConflictDoNothing()
  return { ok: true }
}

export async function withdrawName(tx: Tx, me: Actor): Promise<Done> {
  if (!isColleague(me)) return notYours
  await tx
    .delete(parentNames)
    .where(and(eq(parentNames.schoolId, me.organisationId), eq(parentNames.personId, me.personId)))
  return { ok: true }
}

/** Everybody reads it: no child, and no colleague but who said herself that her name may stand here. */
async function unfitIn(tx: Tx, me: Actor, said: Record<string, string | null>) {
  const told = Object.entries(said).flatMap(([field, text]) => (text ? [{ field, text }] : []))
  const child = told.find(({ text }) => namesAChild(text))
  if (child) return { ok: false, because: 'child', field: child.field } as const
  for (const { personId, name } of await colleaguesOf(tx, me.organisationId, dayOf(new Date()))) {
    const named = told.find(({ text }) => namesColleague(text, name))
    if (named && !(await gaveHerName(tx, me.organisationId, personId)))
      return { ok: false, because: 'colleague', field: named.field } as const
  }
  return undefined
}

const atOurSchool = async (tx: Tx, me: Actor) =>
  mayArrange(me) && (await findOrganisation(tx, me.organisationId))?.kind === 'school'
