import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetFaces, letGoOfLines } from './actions.ts'

/** Who left a partner is removed a year later. The daily round (welcome's `retention`) puts this work ready. */
export const workers = ({ asKeeper }: HouseForWorkers): Workers => ({
  'relations.forget': async () => {
    await asKeeper(async (tx) => {
      await forgetFaces(tx, dayOf(new Date()))
      await letGoOfLines(tx)
    })
  },
})
