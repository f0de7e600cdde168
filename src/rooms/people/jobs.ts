import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { takeoverWorker } from '#rooms/takeovers/door.ts'
import { forgetPeople } from './actions.ts'
import { staffTaker } from './lists/actions.ts'

/** Who left a year ago is removed. The daily round (welcome's `retention`) puts this work ready. */
export const workers = (house: HouseForWorkers): Workers => ({
  ...takeoverWorker(house, staffTaker),
  'people.forget': async () => {
    await house.asKeeper((tx) => forgetPeople(tx, dayOf(new Date())))
  },
})
