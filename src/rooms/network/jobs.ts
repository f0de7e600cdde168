import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { takeoverWorker } from '#rooms/takeovers/door.ts'
import { partnerTaker } from './lists/actions.ts'

/** A long list of partners comes in a few rows at a time. */
export const workers = (house: HouseForWorkers): Workers => takeoverWorker(house, partnerTaker)
