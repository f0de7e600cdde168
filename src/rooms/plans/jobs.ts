import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetProposals } from './desk/actions.ts'

/** Offers are removed a year after their answer. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'plans.forget': async () => {
    await asKeeper((tx) => forgetProposals(tx, dayOf(new Date())))
  },
})
