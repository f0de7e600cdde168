import type { Config } from '#kit/config/read.ts'
import { actingAsKeeper, type Database } from '#kit/db/database.ts'
import { openGate } from '#kit/gate/gate.ts'
import type { HouseForWorkers } from '#kit/http/types.ts'
import { type Workers, workOnce } from '#kit/jobs/work.ts'
import { asWhoAsked } from '../src/main/hall.ts'
import { hangings } from '../src/main/rooms.ts'

const config = { mode: 'real', baseUrl: 'http://localhost' } as Config

/** What background work is lent, as in the house itself. */
export const atWork = (db: Database): HouseForWorkers => ({
  config,
  hangings,
  // Not as `open.ts` does it: that also changes what seals the work which waits already.
  gate: openGate({ db, config, secret: 'a secret of the tests, long enough to sign with', sendMail: async () => {} }),
  asKeeper: (work) => actingAsKeeper(db, work),
  as: asWhoAsked(db),
})

/** Does all work that waits. Says how many jobs it took. */
export async function workAll(db: Database, workers: Workers): Promise<number> {
  let did = 0
  while (await workOnce(db, workers)) did += 1
  return did
}
