import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetDuties } from './duties/actions.ts'
import { forgetHall } from './hall/actions.ts'
import { forgetCalendars } from './own/actions.ts'
import { workers as fetching } from './own/jobs.ts'
import { forgetPlans } from './proposals/actions.ts'
import { workers as planning } from './proposals/jobs.ts'
import { forgetSessions } from './week/actions.ts'

const aMonth = 30 * 86_400_000

/** Fetching calendars, planning a week, and once a day forgetting what has had its time. */
export const workers = (house: HouseForWorkers): Workers => ({
  ...fetching(house),
  ...planning(house),
  'agenda.forget': async () => {
    const now = new Date()
    await house.asKeeper((tx) => forgetCalendars(tx, dayOf(now)))
    await house.asKeeper((tx) => forgetDuties(tx, dayOf(now)))
    await house.asKeeper((tx) => forgetHall(tx, dayOf(now)))
    await house.asKeeper((tx) => forgetPlans(tx, new Date(now.getTime() - aMonth)))
    await house.asKeeper((tx) => forgetSessions(tx, new Date(now.getTime() - aMonth)))
  },
})
