import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { isDay } from '#kit/time/day.ts'
import { noteCopy } from './contacts/actions.ts'

const copied = z.object({ key: z.string(), id: z.uuid(), from: z.string(), day: z.string().refine(isDay) })

/** Notes that there was a letter, when it came from somebody of either side. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'agreements.copied': async (payload) => {
    await asKeeper((tx) => noteCopy(tx, copied.parse(payload)))
  },
})
