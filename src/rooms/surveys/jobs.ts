import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { closePoll, remindVoters } from './actions.ts'

const one = z.object({ schoolId: z.uuid(), id: z.uuid() })

/** A reminder before a poll closes, and closing it. */
export const workers = ({ config, asKeeper }: HouseForWorkers): Workers => ({
  'surveys.remind': async (payload) => {
    await asKeeper((tx) => remindVoters(tx, config.baseUrl, one.parse(payload), dayOf(new Date())))
  },
  'surveys.close': async (payload) => asKeeper((tx) => closePoll(tx, one.parse(payload), dayOf(new Date()))),
})
