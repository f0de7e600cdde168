import * as z from 'zod'
import { type Body, form, maybe, needed, type Said } from '#kit/form/form.ts'

const time = needed(5, { missing: 'error.from', tooLong: 'error.from' }).pipe(
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'error.from'),
)

/** A place in the week. */
export const spotForm = form({
  weekday: z.coerce.number('error.weekdays').int().min(1, 'error.weekdays').max(5, 'error.weekdays'),
  from: time,
  spaceId: maybe(z.uuid('error.space')),
})
export type SpotSaid = z.infer<typeof spotForm.schema>

const whole = (least: number, most: number, error: string) =>
  needed(3, { missing: error, tooLong: error })
    .pipe(z.string().regex(/^\d+$/, error).transform(Number))
    .pipe(z.number().min(least, error).max(most, error))

/** What is asked of a session but its groups: of those there is a field each. */
export const sessionForm = form({
  relationId: needed(36, { missing: 'session.error.partner', tooLong: 'session.error.partner' }).pipe(
    z.uuid('session.error.partner'),
  ),
  minutes: whole(5, 240, 'session.error.minutes'),
  times: whole(1, 5, 'session.error.times'),
  place: z.union([z.enum(['any', 'own']), z.uuid()], 'session.error.place'),
})

export type Group = { id: string; pupils: number | null }
export type SessionSaid = {
  relationId: string
  minutes: number
  times: number
  place: 'any' | 'own' | 'space'
  spaceId: string | null
  groups: Group[]
}

type Typed = { ok: true; session: SessionSaid } | { ok: false; back: Said }
/** A whole session as it was typed, or what is not right about it. */
export function sessionSaid(body: Body): Typed {
  const form = sessionForm.safeParse(body)
  const known = Object.keys(body).flatMap((name) => /^groep-([0-9a-f-]{36})$/.exec(name)?.[1] ?? [])
  const groups = groupsSaid(body, known)
  if (form.success && groups?.length)
    return { ok: true, session: { ...form.data, ...whereOf(form.data.place), groups } }
  const errors = form.success ? {} : sessionForm.sayBack(form.error, body).errors
  const ofGroups = groups?.length ? {} : { groups: 'session.error.groups' }
  return { ok: false, back: { values: body, errors: { ...errors, ...ofGroups } } }
}

export const unfitSaid = (because: 'not-yours' | 'not-found' | 'no-such-space'): Record<string, string> =>
  because === 'no-such-space' ? { place: 'session.error.place' } : { relationId: 'session.error.partner' }

const whereOf = (said: string): { place: 'any' | 'own' | 'space'; spaceId: string | null } =>
  said === 'any' || said === 'own' ? { place: said, spaceId: null } : { place: 'space', spaceId: said }

/** A session as it would be typed. */
export const asTyped = (session: Omit<SessionSaid, 'spaceId'> & { spaceId: string | null }, everybody: string) => ({
  ...{ relationId: session.relationId, minutes: String(session.minutes), times: String(session.times) },
  place: session.place === 'space' ? (session.spaceId ?? 'any') : session.place,
  ...Object.fromEntries(session.groups.map(({ id, pupils }) => [`groep-${id}`, String(pupils ?? everybody)])),
})

/** Of every group how many: a number, or “allemaal”. Undefined when something else stands there. */
export function groupsSaid(body: Body, known: readonly string[]): Group[] | undefined {
  const groups: Group[] = []
  for (const id of known) {
    const said = String([body[`groep-${id}`] ?? ''].flat()[0] ?? '').trim()
    if (/^0*$/.test(said)) continue
    if (/^(allemaal|alle|iedereen|hele groep|all|everybody|everyone)$/i.test(said)) groups.push({ id, pupils: null })
    else if (/^\d{1,2}$/.test(said)) groups.push({ id, pupils: Number(said) })
    else return undefined
  }
  return groups
}

export const limitForm = form({ outAtOnce: whole(1, 40, 'limit.error') })
