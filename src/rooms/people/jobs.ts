import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetPeople } from './actions.ts'

/** Who left a year ago is removed. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'people.forget': async () => {
    await asKeeper((tx) => forgetPeople(tx, dayOf(new Date())))
  },
})
