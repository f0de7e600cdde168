import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { forgetIntegrations, warnMaker } from './actions.ts'

export const workers = ({ asKeeper, config }: HouseForWorkers): Workers => ({
  'integrations.warn': (payload) => asKeeper((tx) => warnMaker(tx, payload, config.baseUrl)),
  'integrations.forget': async () => {
    await asKeeper((tx) => forgetIntegrations(tx, new Date()))
  },
})
