import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { announce } from './actions.ts'

/** What happened to a request, stated in the transaction in which it happened (db/ground/facts.sql). */
export const listens = ({ asKeeper }: HouseForWorkers): Workers => ({
  'fact:request_moments': (fact) => asKeeper((tx) => announce(tx, fact)),
})
