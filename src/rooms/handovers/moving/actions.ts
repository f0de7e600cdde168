import { and, eq, isNotNull, lt } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn, Hanging, Hangings } from '#kit/http/hanging.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { type Day, dayOf, dayPlus } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { writeDown } from '../actions.ts'
import { candidates, findItem, findSitting, type ItemRow, itemsOf } from '../queries.ts'
import { fallsTo, staysAfter } from '../rules.ts'
import { type Handover, handoverItems, handovers } from '../tables.ts'

type One = { schoolId: string; id: string }
type How = HandedOn['how']

/** As the keeper: who said yes has it from now on. Done again it changes nothing. */
export async function handOn(tx: Tx, one: One, { hangings, now }: { hangings: Hangings; now: Date }): Promise<boolean> {
  const item = await findItem(tx, one.schoolId, one.id)
  if (item?.state !== 'accepted' || !item.successorId || item.holderId === item.successorId) return false
  const sitting = item.handoverId ? (await findSitting(tx, one.schoolId, item.handoverId))?.sitting : undefined
  if (sitting?.returnedAt) return false
  await move(tx, item, { to: item.successorId, how: howOf(sitting), hangings, now })
  return true
}

const howOf = (sitting: Pick<Handover, 'lasting'> | undefined): How =>
  !sitting || sitting.lasting ? 'for-good' : 'for-now'

type Move = { to: string; how: How; hangings: Hangings; now: Date }

async function move(tx: Tx, item: ItemRow, { to, how, hangings, now }: Move) {
  const hanging = kindOf(hangings, item)
  const { schoolId: organisationId, thing, holderId: from, nextId: next } = item
  const came = hanging ? await hanging.handTo(tx, { organisationId, id: thing, from, to, how, next }) : 'gone'
  const became =
    came === 'gone' ? { goneAt: now } : { holderId: to, movedAt: now, shared: came === 'shared' && how !== 'back' }
  await tx.update(handoverItems).set(became).where(itemIs(item))
}

// Written down as nobody's but who arranges, it is handed on as that only.
const kindOf = ({ kinds }: Hangings, item: Pick<ItemRow, 'kind' | 'arranged'>): Hanging | undefined =>
  kinds.find(({ kind, arranged = false }) => kind === item.kind && arranged === item.arranged)
const itemIs = ({ schoolId, id }: One) => and(eq(handoverItems.schoolId, schoolId), eq(handoverItems.id, id))

/** As the keeper, when the day is there: what nobody answered for falls to who stands in, and says so. */
export async function settle(tx: Tx, one: One, { hangings, now }: { hangings: Hangings; now: Date }): Promise<boolean> {
  const found = await findSitting(tx, one.schoolId, one.id)
  const today = dayOf(now)
  if (!found || found.sitting.returnedAt || found.sitting.settledAt || found.sitting.fallsOn > today) return false
  const { sitting } = found
  await writeDown(tx, sitting, hangings.kinds, today)
  for (const personId of await letFall(tx, sitting, { hangings, now }))
    await enqueue(tx, 'handovers.tell', { schoolId: one.schoolId, to: personId, about: 'fell' })
  const from = { organisationId: one.schoolId, personId: sitting.personId, today }
  if (sitting.lasting) for (const { close } of hangings.leaving) await close?.(tx, { ...from, now })
  await tx.update(handovers).set({ settledAt: now }).where(sittingIs(one))
  return true
}

const sittingIs = ({ schoolId, id }: One) => and(eq(handovers.schoolId, schoolId), eq(handovers.id, id))

/** Says on whom something fell. What does not fall waits with who holds the sitting. */
async function letFall(tx: Tx, sitting: Handover, { hangings, now }: { hangings: Hangings; now: Date }) {
  const today = dayOf(now)
  const stay = staysAfter(
    await candidates(tx, sitting.schoolId, today),
    sitting.lasting ? sitting.lastDay : dayPlus(today, -1),
  )
  const fell = new Set<string>()
  for (const item of await itemsOf(tx, sitting.schoolId, sitting.id)) {
    if (item.goneAt || item.holderId !== sitting.personId || kindOf(hangings, item)?.falls === false) continue
    const to = item.state === 'accepted' ? item.successorId : fallsTo(item, sitting, stay)
    if (!to) continue
    await move(tx, item, { to, how: howOf(sitting), hangings, now })
    if (item.state !== 'accepted') fell.add(to)
  }
  return fell
}

/** As the keeper: she is back, and has again what was hers. What another had of her own stays there. */
export async function giveBack(
  tx: Tx,
  one: One,
  { hangings, now }: { hangings: Hangings; now: Date },
): Promise<number> {
  const found = await findSitting(tx, one.schoolId, one.id)
  if (!found?.sitting.returnedAt) return 0
  const { personId } = found.sitting
  let back = 0
  for (const item of await itemsOf(tx, one.schoolId, one.id)) {
    if (!item.goneAt && !item.shared && item.holderId !== personId) {
      await move(tx, item, { to: personId, how: 'back', hangings, now })
      back += 1
    }
    if (item.state === 'asked') await tx.update(handoverItems).set({ askedAt: null }).where(itemIs(item))
  }
  return back
}

/** As the keeper: a sitting is over a year after her last day, and forgotten. */
export async function forgetSittings(tx: Tx, today: Day): Promise<number> {
  const gone = await tx
    .delete(handovers)
    .where(lt(handovers.lastDay, dayPlus(today, -365)))
    .returning({ id: handovers.id })
  await eraseContents(
    tx,
    'handovers',
    gone.map(({ id }) => id),
  )
  await forgetAsks(tx, today)
  return gone.length
}

/** Who was asked to stand in, outside a sitting, stands on the line itself since. */
async function forgetAsks(tx: Tx, today: Day) {
  const old = and(
    isNotNull(handoverItems.askedAt),
    lt(handoverItems.askedAt, new Date(`${dayPlus(today, -365)}T00:00:00Z`)),
  )
  const asks = await tx.delete(handoverItems).where(old).returning({ id: handoverItems.id })
  await eraseContents(
    tx,
    'handover_items',
    asks.map(({ id }) => id),
  )
}
