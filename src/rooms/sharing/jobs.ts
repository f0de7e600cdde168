import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetFacesGiven } from './actions.ts'

/** Who left a partner goes from what is offered. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'sharing.forget': async () => {
    await asKeeper((tx) => forgetFacesGiven(tx, dayOf(new Date())))
  },
})
