import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetPoints } from './actions.ts'

/** What the two settled is removed half a year later. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'tandem.forget': async () => {
    await asKeeper((tx) => forgetPoints(tx, dayOf(new Date())))
  },
})
