import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetProposals, sendNo } from './desk/actions.ts'

const one = z.object({ schoolId: z.string(), id: z.string() })

/** Offers are removed a year after their answer. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'plans.decline': async (payload) => {
    await asKeeper((tx) => sendNo(tx, one.parse(payload)))
  },
  'plans.forget': async () => {
    await asKeeper((tx) => forgetProposals(tx, dayOf(new Date())))
  },
})
