import { and, eq, inArray, lte, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { dashed, nth } from '#kit/text/dashed.ts'
import type { Day } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { findOrganisation } from '#rooms/organisations/door.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { mayDecide } from '../vision/access.ts'
import { setDesk } from '../vision/actions.ts'
import { mayRead } from './access.ts'
import type { ProposalSaid } from './forms.ts'
import { noLetter } from './mails/letters.ts'
import { deskOf, findProposal, type OpenDesk } from './queries.ts'
import { canBeReopened, isWaiting, type Laid } from './rules.ts'
import { deskAddresses, proposals } from './tables.ts'

export type Done<Because extends string = never> =
  | { ok: true; id: string }
  | { ok: false; because: 'not-yours' | 'not-found' | 'not-now' | Because }

// Two who answer at once: the first has answered, and one letter goes.
const waitsStill = (me: Actor, id: string) =>
  and(
    ...[eq(proposals.schoolId, me.organisationId), eq(proposals.id, id)],
    inArray(proposals.stage, ['new', 'kept', 'passed']),
  )

/** Typed by the school from a letter or a telephone call. */
export async function typeProposal(tx: Tx, me: Actor, said: ProposalSaid & { today: Day }): Promise<Done<'child'>> {
  if (!isColleague(me) || !mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const { today, ...told } = said
  if (namesAChild(told.what)) return { ok: false, because: 'child' }
  const id = crypto.randomUUID()
  await tx.insert(proposals).values({ schoolId: me.organisationId, id, kind: 'typed', ...told, arrivedOn: today })
  return { ok: true, id }
}

/**
 * As a passer-by at an open desk. A theme the school stays away from is answered at once: then nothing of it is kept. No
 * letter goes out either: an address typed here by somebody else would get mail it never asked for.
 */
export async function layOnDesk(tx: Tx, desk: OpenDesk, said: ProposalSaid & { today: Day }): Promise<Laid> {
  const { today, ...told } = said
  if (told.topic && desk.restrained.includes(told.topic)) return 'at-once'
  await tx.insert(proposals).values({ schoolId: desk.schoolId, kind: 'form', ...told, arrivedOn: today })
  return 'laid'
}

/** A proposal I may answer and that waits for an answer, else why not. */
async function waiting(tx: Tx, me: Actor, id: string) {
  const shown = await findProposal(tx, me.organisationId, id)
  if (!shown || !mayRead(me, shown.proposal)) return { ok: false, because: 'not-found' } as const
  return isWaiting(shown.proposal) ? ({ ok: true, shown } as const) : ({ ok: false, because: 'not-now' } as const)
}

type When = { today: Day; now: Date }
/** How long a no can be taken back before its letter goes. */
export const minutesToThink = 10

/** The polite no: marked at once, and when there is an address its letter goes in ten minutes. */
export async function decline(
  tx: Tx,
  me: Actor,
  id: string,
  { today, now }: When,
): Promise<Done & { mailed?: boolean }> {
  const found = await waiting(tx, me, id)
  if (!found.ok) return found
  const mailed = Boolean(found.shown.proposal.mail)
  const declined = await tx
    .update(proposals)
    .set({ stage: mailed ? 'declining' : 'declined', answeredOn: today, answeredBy: me.personId })
    .where(waitsStill(me, id))
    .returning({ id: proposals.id })
  if (!declined.length) return { ok: false, because: 'not-now' }
  const later = new Date(now.getTime() + minutesToThink * 60_000)
  if (mailed) await enqueue(tx, 'plans.decline', { schoolId: me.organisationId, id }, later)
  return { ok: true, id, mailed }
}

/** It waits for an answer again, as long as no letter has gone. */
export async function reopen(tx: Tx, me: Actor, id: string): Promise<Done> {
  const shown = await findProposal(tx, me.organisationId, id)
  if (!shown || !mayRead(me, shown.proposal)) return { ok: false, because: 'not-found' }
  if (!canBeReopened(shown.proposal)) return { ok: false, because: 'not-now' }
  const { stage, passedTo } = shown.proposal
  const back = await tx
    .update(proposals)
    .set({ stage: passedTo ? 'passed' : 'new', answeredOn: null, answeredBy: null })
    .where(and(proposalIs(me.organisationId, id), eq(proposals.stage, stage)))
    .returning({ id: proposals.id })
  return back.length ? { ok: true, id } : { ok: false, because: 'not-now' }
}

/** As the keeper, when the time to think is over: the letter goes, once, unless the no was taken back. */
export async function sendNo(tx: Tx, { schoolId, id }: { schoolId: string; id: string }): Promise<void> {
  const still = and(proposalIs(schoolId, id), eq(proposals.stage, 'declining'))
  const [gone] = await tx.update(proposals).set({ stage: 'declined' }).where(still).returning({ mail: proposals.mail })
  const shown = gone?.mail ? await findProposal(tx, schoolId, id) : undefined
  if (!gone?.mail || !shown) return
  const school = await findOrganisation(tx, schoolId)
  const { contact, name } = shown.proposal
  const asker = shown.answeredBy ?? ''
  await enqueueMail(
    tx,
    noLetter(gone.mail, { contact, name, school: school?.name ?? '', asker, atOnce: shown.restraint !== null }),
  )
}

const proposalIs = (schoolId: string, id: string) => and(eq(proposals.schoolId, schoolId), eq(proposals.id, id))

/** Kept for later. */
export async function keep(tx: Tx, me: Actor, id: string): Promise<Done> {
  const found = await waiting(tx, me, id)
  if (!found.ok) return found
  await tx.update(proposals).set({ stage: 'kept' }).where(waitsStill(me, id))
  return { ok: true, id }
}

/** Laid before a colleague, who then reads and answers it too. */
export async function pass(
  tx: Tx,
  me: Actor,
  id: string,
  { personId, today }: { personId: string; today: Day },
): Promise<Done<'no-such-colleague'>> {
  const found = await waiting(tx, me, id)
  if (!found.ok) return found
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-found' }
  // Whoever has left is not one of them any more, whatever id comes with the form.
  const here = await colleaguesOf(tx, me.organisationId, today)
  if (!here.some((one) => one.personId === personId)) return { ok: false, because: 'no-such-colleague' }
  await tx.update(proposals).set({ stage: 'passed', passedTo: personId }).where(waitsStill(me, id))
  return { ok: true, id }
}

/** Somebody weighs it in the short form now. */
export async function becameChoice(
  tx: Tx,
  me: Actor,
  id: string,
  { choiceId, today }: { choiceId: string; today: Day },
): Promise<void> {
  const found = await waiting(tx, me, id)
  if (!found.ok) return
  await tx
    .update(proposals)
    .set({ stage: 'chosen', choiceId, answeredOn: today, answeredBy: me.personId })
    .where(waitsStill(me, id))
}

/** Opens the desk to everybody, at an address that stays the same from the first time on. */
export async function openTheDesk(tx: Tx, me: Actor, now: Date): Promise<Done> {
  if (!isColleague(me) || !mayDecide(me)) return { ok: false, because: 'not-yours' }
  await giveAddress(tx, me)
  await setDesk(tx, me, now)
  return { ok: true, id: me.organisationId }
}

export async function closeTheDesk(tx: Tx, me: Actor): Promise<Done> {
  const closed = await setDesk(tx, me, null)
  return closed.ok ? { ok: true, id: me.organisationId } : closed
}

async function giveAddress(tx: Tx, me: Actor) {
  if (await deskOf(tx, me.organisationId)) return
  const school = await findOrganisation(tx, me.organisationId)
  const wish = dashed(school?.name ?? '', school?.place ?? null, 'school')
  for (let count = 1; count < 100; count += 1) {
    // No RETURNING: somebody else's address may not be seen, only bumped into.
    await tx
      .insert(deskAddresses)
      .values({ address: nth(wish, count), organisationId: me.organisationId })
      .onConflictDoNothing()
    if (await deskOf(tx, me.organisationId)) return
  }
  throw new Error('a hundred schools of one name in one place')
}

/** As the keeper: what was answered a year ago, and what lay there two years, is gone. Says how much. */
export async function forgetProposals(tx: Tx, today: Day): Promise<number> {
  const ago = (years: number) => sql`(${today}::date - make_interval(years => ${years}))::date`
  const gone = await tx
    .delete(proposals)
    .where(
      or(
        and(inArray(proposals.stage, ['declining', 'declined', 'chosen']), lte(proposals.answeredOn, ago(1))),
        lte(proposals.arrivedOn, ago(2)),
      ),
    )
    .returning({ id: proposals.id })
  await eraseContents(
    tx,
    'proposals',
    gone.map(({ id }) => id),
  )
  return gone.length
}
