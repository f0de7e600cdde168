import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { forgetMeetings, tellMaker, writeAppointment, writeAsk, writeDate, writeLeftOut } from './letters/actions.ts'
import { endLinks } from './outside/actions.ts'

const one = z.object({ schoolId: z.uuid(), id: z.uuid() })
const numbered = one.extend({ sequence: z.int() })
const newcomers = one.extend({ only: z.array(z.uuid()).optional() })
const leftOut = numbered.extend({
  ...{ name: z.string(), mail: z.string(), required: z.boolean(), hadIt: z.boolean() },
  personId: z.string().nullable(),
  language: z.string().nullish(),
})
const dated = numbered.extend({ day: z.string() })

/** Letters about meetings: the question, a reminder, that all have answered, and the appointment itself. */
export const workers = ({ config, asKeeper }: HouseForWorkers): Workers => ({
  'meetings.ask': async (payload) => {
    await asKeeper((tx) => writeAsk(tx, config, newcomers.parse(payload), false))
  },
  'meetings.remind': async (payload) => {
    await asKeeper((tx) => writeAsk(tx, config, one.parse(payload), true))
  },
  'meetings.answered': async (payload) => {
    await asKeeper((tx) => tellMaker(tx, config, one.parse(payload), 'complete', new Date()))
  },
  'meetings.due': async (payload) => {
    await asKeeper((tx) => tellMaker(tx, config, one.parse(payload), 'due', new Date()))
  },
  'meetings.invite': async (payload) => {
    await asKeeper((tx) => writeAppointment(tx, config, numbered.parse(payload), new Date()))
  },
  'meetings.left-out': async (payload) => {
    await asKeeper((tx) => writeLeftOut(tx, config, leftOut.parse(payload), new Date()))
  },
  'meetings.date': async (payload) => {
    await asKeeper((tx) => writeDate(tx, config, dated.parse(payload), new Date()))
  },
  'meetings.forget': async () => {
    await asKeeper((tx) => endLinks(tx, dayOf(new Date())))
    await asKeeper((tx) => forgetMeetings(tx, new Date()))
  },
})
