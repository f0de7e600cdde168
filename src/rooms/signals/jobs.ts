import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetRests } from './actions.ts'

/** What rested until a year ago is removed. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'signals.forget': async () => {
    await asKeeper((tx) => forgetRests(tx, dayOf(new Date())))
  },
})
