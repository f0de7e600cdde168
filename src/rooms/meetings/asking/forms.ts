import * as z from 'zod'
import { type Body, form, maybe, needed, text, ticked } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { anyRoom } from '../fixing/rules.ts'
import { meetingKinds, repeats } from '../tables.ts'

export const durations = ['15', '30', '45', '60', '90', '120'] as const
export const longestTitle = 80
export const longestPlace = 80
const ids = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.uuid('error.people')).max(200, 'error.people'),
)

export type Outsider = { name: string; mail: string }

/** One on a line: a name and a mail address, with anything between. */
function readOutsiders(said: string): Outsider[] | undefined {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const found = lines.flatMap((line) => {
    const mail = /[^\s<>,;()]+@[^\s<>,;()]+/.exec(line)?.[0] ?? ''
    const name = line
      .replace(mail, '')
      .replace(/[<>,;()\t]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return z.email().max(254).safeParse(mail).success && name && name.length <= 120 ? [{ name, mail }] : []
  })
  return found.length === lines.length ? found : undefined
}

/** Who is invited: colleagues, faces at partners, and others by name and mail address. */
const whom = {
  colleagues: ids,
  faces: ids,
  outsiders: text(6000, 'error.outsiders').transform((said, context) => {
    const read = readOutsiders(said)
    if (read) return read
    context.addIssue({ code: 'custom', message: 'error.outsiders' })
    return z.NEVER
  }),
}
export const inviteForm = form({ ...whom, required: ticked })
export type InviteSaid = z.infer<typeof inviteForm.schema>

export const makeForm = form({
  title: needed(longestTitle, { missing: 'error.title', tooLong: 'error.title.long' }),
  kind: z.enum(meetingKinds, 'error.kind'),
  minutes: z.enum(durations, 'error.minutes').transform(Number),
  ...whom,
})
export type MakeSaid = z.infer<typeof makeForm.schema>

const time = /^([01]\d|2[0-3]):[0-5]\d$/
const localMoment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/
export const isLocalMoment = (at: string) => localMoment.test(at) && isDay(at.slice(0, 10))
/** In an address: a moment she typed herself. */
export const ownMoment = 'eigen'
export const ownRows = [1, 2, 3, 4] as const

export const askForm = form({
  moment: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().refine(isLocalMoment, 'error.moment')).max(20),
  ),
  answerBy: z.string('error.answerBy').refine(isDay, 'error.answerBy'),
  required: ids,
  quorum: maybe(z.coerce.number('error.quorum').int('error.quorum').min(0, 'error.quorum').max(60, 'error.quorum')),
  showsAnswers: ticked,
  showsMails: ticked,
  takesOptions: ticked,
})
export type AskSaid = z.infer<typeof askForm.schema>

/** Minutes of travelling that one can choose: there, and as many back. */
export const travels = [10, 15, 20, 30, 45, 60, 90, 120] as const
export const travelField = (inviteeId: string) => `travel-${inviteeId}`

/** Of each who is invited how long she travels; who is not in the form keeps what she has. */
export function readTravels(
  invitees: readonly { id: string; travel: number }[],
  body: Body,
): { ok: true; travels: Map<string, number> } | { ok: false; field: string } {
  const said = new Map<string, number>()
  for (const { id, travel } of invitees) {
    const text = [body[travelField(id)] ?? String(travel)].flat()[0]?.trim() || '0'
    const minutes = [0, travel, ...travels].find((known) => String(known) === text)
    if (minutes === undefined) return { ok: false, field: travelField(id) }
    said.set(id, minutes)
  }
  return { ok: true, travels: said }
}

/** The rows in which she typed a day and a time herself; 'half' when one of the two is missing. */
export function ownMoments(body: Body): { ok: true; moments: string[] } | { ok: false; field: string } {
  const moments: string[] = []
  for (const row of ownRows) {
    const [day, at] = [`day${row}`, `time${row}`].map((name) => [body[name] ?? ''].flat()[0]?.trim() ?? '')
    if (!day && !at) continue
    if (!isDay(day!) || !time.test(at!)) return { ok: false, field: `day${row}` }
    moments.push(`${day}T${at}`)
  }
  return { ok: true, moments }
}

export const momentForm = form({
  day: z.string('error.moment').refine(isDay, 'error.moment'),
  time: z.string('error.moment').regex(time, 'error.moment'),
})

const where = {
  spaceId: maybe(z.union([z.literal(anyRoom), z.uuid()], 'error.space')),
  place: text(longestPlace, 'error.place'),
}
/** Not at all, or how; until a day or so many times. */
const repeating = {
  repeat: maybe(z.enum(repeats, 'error.repeat')),
  until: maybe(z.string('error.until').refine(isDay, 'error.until')),
  times: maybe(z.coerce.number('error.times').int('error.times').min(2, 'error.times').max(52, 'error.times')),
}
const onDay = {
  day: z.string('error.moment').refine(isDay, 'error.moment'),
  time: z.string('error.moment').regex(time, 'error.moment'),
}
/** A moment that was offered, or one that is known already: both may be repeated. */
export const chooseForm = form({ option: z.uuid('error.option'), ...where, ...repeating })
export const atOnceForm = form({ ...onDay, ...where, ...repeating })
/** Another day, time or room: of a meeting, or of one date of a series. */
export const fixForm = form({ ...onDay, ...where })
