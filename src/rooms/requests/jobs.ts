import * as z from 'zod'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { forgetRequests, sendOn } from './actions.ts'
import { remind, sendCode, sendNewLink, tell } from './letters/actions.ts'
import { leftOut, momentKinds, sides } from './tables.ts'

const one = { schoolId: z.uuid(), id: z.uuid() }
const order = z.object({
  ...one,
  about: z.enum([...momentKinds, 'left']),
  to: z.enum(sides),
  faceId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  left: z.array(z.enum(leftOut)).default([]),
})

const onward = z.object({
  ...one,
  to: z.union([z.object({ relationId: z.uuid() }), z.object({ personId: z.uuid() })]),
  faceId: z.uuid().nullable(),
  next: z.uuid(),
})

/** Letters about requests, written when the deed is kept; reminders on the day that was set; and what is forgotten. */
export const workers = ({ config, asKeeper }: HouseForWorkers): Workers => ({
  'requests.tell': async (payload) => asKeeper((tx) => tell(tx, config, order.parse(payload), new Date())),
  'requests.remind': async (payload) => {
    const given = z.object({ ...one, to: z.enum(sides) }).parse(payload)
    await asKeeper((tx) => remind(tx, config, given, new Date()))
  },
  'requests.sendOn': async (payload) => asKeeper((tx) => sendOn(tx, onward.parse(payload), new Date())),
  'requests.link': async (payload) =>
    asKeeper((tx) => sendNewLink(tx, config, z.object(one).parse(payload), new Date())),
  'requests.code': async (payload) => {
    const { keyDigest } = z.object({ keyDigest: z.string() }).parse(payload)
    await asKeeper((tx) => sendCode(tx, keyDigest, new Date()))
  },
  'requests.forget': async () => {
    await asKeeper((tx) => forgetRequests(tx, new Date()))
  },
})
