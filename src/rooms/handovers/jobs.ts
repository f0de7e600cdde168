import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { writeTo } from './letters/actions.ts'
import { forgetSittings, giveBack, handOn, settle } from './moving/actions.ts'
import { askWhoFollows, forgetPartings, settleParting, tellWasNamed } from './partings/actions.ts'
import { duePartings } from './partings/queries.ts'
import { dueSittings } from './queries.ts'

const one = z.object({ schoolId: z.uuid(), id: z.uuid() })
const letter = z.object({ schoolId: z.uuid(), to: z.uuid(), about: z.enum(['asked', 'declined', 'fell']) })

/** What was agreed is carried out; on the day the rest falls; a year later the sitting is forgotten. */
export const workers = ({ config, asKeeper, hangings }: HouseForWorkers): Workers => {
  const given = () => ({ hangings, now: new Date() })
  return {
    'handovers.hand': async (payload) => {
      await asKeeper((tx) => handOn(tx, one.parse(payload), given()))
    },
    'handovers.day': async (payload) => {
      await asKeeper((tx) => settle(tx, one.parse(payload), given()))
    },
    'handovers.back': async (payload) => {
      await asKeeper((tx) => giveBack(tx, one.parse(payload), given()))
    },
    'handovers.tell': async (payload) => asKeeper((tx) => writeTo(tx, config, letter.parse(payload))),
    'handovers.follows': async (payload) => {
      const order = one.extend({ faceId: z.uuid() }).parse(payload)
      await asKeeper((tx) => askWhoFollows(tx, config, order, new Date()))
    },
    'handovers.named': async (payload) => {
      const named = one.extend({ answer: z.uuid().optional() }).parse(payload)
      await asKeeper((tx) => tellWasNamed(tx, config, named))
    },
    'handovers.parted': async (payload) => {
      await asKeeper((tx) => settleParting(tx, one.parse(payload), { ...given(), today: dayOf(new Date()) }))
    },
    // With the daily round: a day that was missed while the house was closed.
    'handovers.forget': async () => {
      for (const sitting of await asKeeper((tx) => dueSittings(tx, dayOf(new Date()))))
        await asKeeper((tx) => settle(tx, sitting, given()))
      await asKeeper((tx) => forgetSittings(tx, dayOf(new Date())))
      for (const parting of await asKeeper((tx) => duePartings(tx, dayOf(new Date()))))
        await asKeeper((tx) => settleParting(tx, parting, { ...given(), today: dayOf(new Date()) }))
      await asKeeper((tx) => forgetPartings(tx, dayOf(new Date())))
    },
  }
}
