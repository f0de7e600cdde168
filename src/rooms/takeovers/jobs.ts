import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetTakeovers, stopForGone, type Taker, takeSome } from './actions.ts'
import { findTakeover } from './queries.ts'
import { undoSome } from './undo/actions.ts'

const payloads = z.object({ school: z.uuid(), takeover: z.uuid(), from: z.number().int().min(0).default(0) })

/**
 * The worker for one kind of list. What is asked for says no more than which list: who brings it in, and what, stands
 * in rows written under her policies, and she still has to belong here and be allowed to.
 */
export const takeoverWorker = <Said>({ asKeeper, as }: HouseForWorkers, taker: Taker<Said>): Workers => ({
  [`takeovers.${taker.kind}`]: async (payload) => {
    const { school, takeover: id, from } = payloads.parse(payload)
    const takeover = await asKeeper((tx) => findTakeover(tx, school, id))
    if (!takeover) return
    const today = dayOf(new Date())
    const done = await as({ accountId: takeover.accountId, organisationId: school }, (tx, me) =>
      takeSome(tx, me, taker, { id, from, today }),
    )
    if (done === 'gone') await asKeeper((tx) => stopForGone(tx, school, id))
  },
})

export const workers = ({ asKeeper, as }: HouseForWorkers): Workers => ({
  'takeovers.undo': async (payload) => {
    const { school, takeover: id } = payloads.parse(payload)
    const takeover = await asKeeper((tx) => findTakeover(tx, school, id))
    if (takeover?.undoAccount)
      await as({ accountId: takeover.undoAccount, organisationId: school }, (tx, me) => undoSome(tx, me, id))
  },
  'takeovers.forget': async () => {
    await asKeeper(forgetTakeovers)
  },
})
