import * as z from 'zod'
import { plainly } from '#kit/commands/plainly.ts'
import { clockOf } from '#kit/time/clock.ts'
import type { Answer, Problem, Slot } from './finder/find.ts'

const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i,
    'must be a moment with a zone, such as 2026-11-23T09:00:00Z',
  )
  .transform((text) => Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')))
  .refine(Number.isFinite, 'is no moment that exists')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:30')
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const busy = z
  .array(z.object({ start: instant, end: instant }))
  .max(20_000)
  .default([])
  .transform((all) => all.map(({ start, end }) => ({ from: start, until: end })))
/** Of people also whether it is where they meet: then they do not travel for it. */
const herBusy = z
  .array(z.object({ start: instant, end: instant, here: z.boolean().default(false) }))
  .max(20_000)
  .default([])
  .transform((all) => all.map(({ start, end, here }) => ({ from: start, until: end, here })))
const hours = z
  .object({ weekday: z.int().min(1).max(7), from: time, to: time })
  .transform(({ weekday, from, to }) => ({ weekday, from: minutesOf(from), until: minutesOf(to) }))
const id = z.string().min(1).max(200)

/** A problem as `agenda find --json` takes it (docs/meetings.md). */
const problem = z.object({
  zone: z.string().default('Europe/Amsterdam'),
  from: instant,
  until: instant,
  minutes: z.int().min(1).max(10_080),
  step: z.int().min(1).max(1440).default(15),
  quorum: z.int().min(0).default(0),
  people: z
    .array(
      z.object({
        ...{ id, required: z.boolean().default(true), windows: z.array(hours).max(500).optional(), busy: herBusy },
        travel: z.int().min(0).max(1440).default(0),
      }),
    )
    .max(500),
  rooms: z.array(z.object({ id, busy })).max(500).default([]),
  limit: z.int().min(0).max(1_000_000).default(10),
})

const longest = 400 * 86_400_000
/** Every start is looked at for everybody and every room: more than this would take minutes. */
const mostLooks = 50_000_000
type Read = { ok: true; problem: Problem } | { ok: false; because: string }

export function readProblem(text: string): Read {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return { ok: false, because: 'This is not JSON.' }
  }
  const read = problem.safeParse(said, { error: plainly })
  if (!read.success) {
    const [first] = read.error.issues
    return { ok: false, because: `${first?.path.join('.') || 'The problem'}: ${first?.message}` }
  }
  const { zone, ...rest } = read.data
  const clock = clockOf(zone)
  if (!clock) return { ok: false, because: `zone: there is no time zone ${zone.slice(0, 60)}.` }
  if (rest.until - rest.from > longest) return { ok: false, because: 'until: look at most 400 days ahead.' }
  const starts = Math.max(0, rest.until - rest.from) / (rest.step * 60_000)
  if (starts * (rest.people.length + rest.rooms.length) > mostLooks)
    return { ok: false, because: 'step: this is too much at once. Look at fewer days, or take larger steps.' }
  return { ok: true, problem: { ...rest, clock } }
}

const said = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z')
const slotSaid = ({ start, end, room, missing }: Slot) => ({ start: said(start), end: said(end), room, missing })

export const answerFor = ({ slots, concession }: Answer) => ({
  slots: slots.map(slotSaid),
  concession: concession && {
    ...slotSaid(concession),
    ...{ minutes: concession.minutes, asks: concession.asks, roomAsks: concession.roomAsks },
  },
})
