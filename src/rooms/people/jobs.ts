import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { takeoverWorker } from '#rooms/takeovers/door.ts'
import { forgetPeople, forgetWhoLeft, leftEverywhere } from './actions.ts'
import { staffTaker } from './lists/actions.ts'

/** Who left a year ago is removed. The daily round (welcome's `retention`) puts this work ready. */
export const workers = (house: HouseForWorkers): Workers => ({
  ...takeoverWorker(house, staffTaker),
  'people.forget': async () => {
    await house.asKeeper((tx) => forgetPeople(tx, dayOf(new Date())))
    // Sign-in keeps its own books, which no transaction of ours reaches. Stopped half-way, this is done again tomorrow.
    for (const left of await house.asKeeper(leftEverywhere)) {
      await house.gate.removeAccount(left.accountId)
      await house.asKeeper((tx) => forgetWhoLeft(tx, left))
    }
  },
})
