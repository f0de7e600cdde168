import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { isDay } from '#kit/time/day.ts'
import { noteCopy } from './contacts/actions.ts'
import { sendTableLink } from './sides/actions.ts'

const copied = z.object({ key: z.string(), id: z.uuid(), from: z.string(), day: z.string().refine(isDay) })

const table = z.object({ schoolId: z.uuid(), relationId: z.uuid() })

/** Notes that there was a letter, when it came from somebody of either side; sends a link to a table. */
export const workers = ({ config, asKeeper }: HouseForWorkers): Workers => ({
  'agreements.copied': async (payload) => {
    await asKeeper((tx) => noteCopy(tx, copied.parse(payload)))
  },
  'agreements.table': async (payload) => {
    await asKeeper((tx) => sendTableLink(tx, config, table.parse(payload), new Date()))
  },
})
