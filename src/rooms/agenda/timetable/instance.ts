import * as z from 'zod'
import { plainly } from '#kit/commands/plainly.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:30')
const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const id = z.string().min(1).max(200)
const hoursOf = { weekday: z.int().min(1).max(7), from: clock, to: clock }
const read = <T extends { from: string; to: string }>({ from, to, ...rest }: T) => ({
  ...rest,
  from: minutes(from),
  until: minutes(to),
})
const hours = z.object(hoursOf).transform(read)
const lesson = z
  .object({
    ...hoursOf,
    subject: z.string().max(100).default(''),
    core: z.boolean().default(false),
    protected: z.boolean().default(false),
  })
  .transform(read)
const placed = z
  .object({ weekday: z.int().min(1).max(7), from: clock, room: id.nullable().default(null) })
  .transform(({ weekday, from, room }) => ({ weekday, from: minutes(from), room }))
const out = z.int().min(0).max(1000)
const weight = z.int().min(0).max(1000)

/** A week to be planned, as `agenda timetable --json` takes it (docs/timetable.md). */
export const instanceForm = z.object({
  step: z.int().min(5).max(120).default(15),
  seconds: z.number().min(0.1).max(600).default(10),
  outAtOnce: out.default(4),
  weights: z.object({ core: weight.default(3), again: weight.default(5), moved: weight.default(2) }).prefault({}),
  externals: z.array(z.object({ id, presence: z.array(hours).max(100) })).max(200),
  rooms: z
    .array(z.object({ id, open: z.array(hours).max(100).optional() }))
    .max(100)
    .default([]),
  groups: z.array(z.object({ id, outAtOnce: out.optional(), lessons: z.array(lesson).max(500) })).max(200),
  sessions: z
    .array(
      z.object({
        ...{ id, external: id, minutes: z.int().min(5).max(480), times: z.int().min(1).max(5).default(1) },
        groups: z
          .array(z.object({ id, pupils: z.union([z.int().min(1).max(200), z.literal('all')]) }))
          .min(1)
          .max(40),
        rooms: z.array(id).optional(),
        placed: z.array(placed).max(5).default([]),
        last: z.array(placed).max(5).default([]),
        missed: z.record(z.string(), z.int().min(0)).default({}),
      }),
    )
    .max(500),
})
export type Instance = z.infer<typeof instanceForm>
export type Session = Instance['sessions'][number]
export type Hours = { weekday: number; from: number; until: number }

type Read = { ok: true; instance: Instance } | { ok: false; because: string }

export function readInstance(text: string): Read {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return { ok: false, because: 'This is not JSON.' }
  }
  const form = instanceForm.safeParse(said, { error: plainly })
  if (!form.success) {
    const [first] = form.error.issues
    return { ok: false, because: `${first?.path.join('.') || 'The instance'}: ${first?.message}` }
  }
  const unknown = strangers(form.data)
  if (unknown) return { ok: false, because: unknown }
  return isTooMuch(form.data)
    ? { ok: false, because: 'step: this is too much for one week. Take larger steps, or fewer sessions or groups.' }
    : { ok: true, instance: form.data }
}

/** A week of a school has some ten thousand moments; far beyond that, making the model alone takes minutes. */
const most = { moments: 150_000, looks: 30_000_000, entries: 5_000_000 }

function isTooMuch({ step, externals, groups, sessions }: Instance): boolean {
  const presenceOf = new Map(externals.map(({ id, presence }) => [id, presence]))
  const lessonsOf = new Map(groups.map(({ id, lessons }) => [id, lessons.length]))
  const sum = { moments: 0, looks: 0, entries: 0 }
  for (const session of sessions) {
    const presence = presenceOf.get(session.external) ?? []
    const long = presence.map(({ from, until }) => Math.max(0, Math.floor((until - from - session.minutes) / step) + 1))
    const here = long.reduce((total, one) => total + one, 0)
    const lessons = session.groups.reduce((total, { id }) => total + (lessonsOf.get(id) ?? 0), 0)
    sum.moments += here
    sum.looks += here * lessons + (new Set(presence.map(({ weekday }) => weekday)).size * presence.length * 1440) / step
    sum.entries += here * session.groups.length * Math.ceil(session.minutes / step)
  }
  return sum.moments > most.moments || sum.looks > most.looks || sum.entries > most.entries
}

/** Names that point nowhere, and names given twice. */
function strangers({ externals, rooms, groups, sessions }: Instance): string | undefined {
  for (const [what, all] of Object.entries({ externals, rooms, groups, sessions })) {
    const ids = all.map((one) => one.id)
    const twice = ids.find((one, place) => ids.indexOf(one) !== place)
    if (twice) return `${what}: ${twice} is there twice.`
  }
  const known = { external: names(externals), room: names(rooms), group: names(groups) }
  for (const session of sessions) {
    if (!known.external.has(session.external))
      return `sessions: ${session.id} names an external ${session.external} that is not there.`
    const group = session.groups.find((one) => !known.group.has(one.id))
    if (group) return `sessions: ${session.id} names a group ${group.id} that is not there.`
    const held = [...session.placed, ...session.last].flatMap(({ room }) => room ?? [])
    const room = [...(session.rooms ?? []), ...held].find((one) => !known.room.has(one))
    if (room) return `sessions: ${session.id} names a room ${room} that is not there.`
    if (session.placed.length > session.times) return `sessions: ${session.id} is placed more often than it is held.`
  }
  return undefined
}

const names = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id))
