import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { dayPlus, isDay } from '#kit/time/day.ts'
import { sayKey } from '#kit/words/words.ts'
import { addDay, removeDay } from './actions.ts'
import { holidays } from './content/holidays.ts'
import { dayForm, isTooLong } from './forms.ts'
import { closedBetween, findDay, yearOf } from './queries.ts'
import { kindsOfDay, linesOfYear, regions, schoolYearOf, spanOf } from './rules.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const day = z.iso.date()

const YearPlan = z
  .object({
    year: z.int().meta({ description: 'The year in which the school year begins.' }),
    region: z.enum(regions).nullable().meta({ description: 'In which holidays are, when it is known.' }),
    items: z.array(
      z.object({
        id: z.uuid().nullable().meta({ description: 'Null for what the country says.' }),
        kind: z.enum([...kindsOfDay, 'holiday', 'public']),
        from: day,
        until: day,
        nl: z.string(),
        en: z.string(),
        shut: z.boolean().meta({ description: 'It falls on a day on which the school is closed.' }),
      }),
    ),
  })
  .meta({ id: 'YearPlan', description: 'A school year from top to bottom.' })
const ClosedDays = z.object({
  items: z.array(
    z.object({ day, kind: z.enum(['holiday', 'public', 'study', 'free']), nl: z.string(), en: z.string() }),
  ),
})
const SchoolDay = z
  .object({ id: z.uuid(), kind: z.enum(kindsOfDay), title: z.string(), from: day, until: day })
  .meta({ id: 'SchoolDay', description: 'What the school itself puts in its year.' })
const SchoolDaySent = sentAs(dayForm.shape, {
  needed: ['kind', 'title', 'from'],
  instead: { until: day },
}).meta({ id: 'SchoolDaySent' })

const gone = [404, 'There is no such day in this year plan.'] as const
const notYours = [403, 'Whoever made this token may not tend the year plan.'] as const
const aWeek = 7
const longest = 400
const someDay = day.refine(isDay, 'is no day that somebody could mean')

function said(body: Readonly<Record<string, unknown>>) {
  const sent = held(dayForm, body, say)
  const span = { from: sent.from, until: sent.until ?? sent.from }
  const error = span.until < span.from ? 'error.order' : isTooLong(span) ? 'error.span' : undefined
  if (!error) return sent
  throw new Problem(422, say(error), { errors: [{ field: 'until', why: say(error) }] })
}

const read = { tag: 'Days', scopes: ['days:read'] }
const write = { tag: 'Days', scopes: ['days:read', 'days:write'], say }

export const api = [
  operation({
    id: 'getYearPlan',
    method: 'get',
    path: '/year-plan',
    ...read,
    says: { en: 'A school year from top to bottom', nl: 'Een schooljaar van boven naar beneden' },
    query: { year: z.coerce.number().int().min(2020).max(2040).optional() },
    answer: { status: 200, schema: YearPlan },
    run: async ({ tx, me, today, query }) => {
      const year = query.year ?? schoolYearOf(today)
      const found = await yearOf(tx, me.organisationId, spanOf(year))
      const items = linesOfYear(holidays, found, spanOf(year)).map((line) => ({ ...line, id: line.id ?? null }))
      return { year, region: found.region ?? null, items }
    },
  }),
  operation({
    id: 'listClosedDays',
    method: 'get',
    path: '/closed-days',
    ...read,
    says: { en: 'Weekdays on which the school is closed', nl: 'Weekdagen waarop de school dicht is' },
    more: 'From `from` (today) until `until` (a week later), a year at most.',
    query: { from: someDay.optional(), until: someDay.optional() },
    answer: { status: 200, schema: ClosedDays },
    run: async ({ tx, me, today, query }) => {
      const from = query.from ?? today
      const until = query.until ?? dayPlus(from, aWeek)
      if (until < from || until > dayPlus(from, longest))
        throw new Problem(400, 'Ask a year at most, the first day first.', {
          errors: [{ field: 'until', why: 'lies before the first day, or more than a year after it' }],
        })
      return { items: await closedBetween(tx, me.organisationId, { from, until }) }
    },
  }),
  operation({
    id: 'addSchoolDay',
    method: 'post',
    path: '/school-days',
    ...write,
    says: { en: 'Something in the year plan', nl: 'Iets in het jaarplan' },
    more: 'Without `until` it is one day. A study day and a day off close the school.',
    body: SchoolDaySent,
    answer: { status: 201, schema: SchoolDay },
    run: async ({ tx, me, body }) => {
      const { id } = unless(await addDay(tx, me, said(body)), { 'not-yours': notYours, 'not-found': gone })
      return dayAt(await findDay(tx, me.organisationId, id))
    },
  }),
  operation({
    id: 'getSchoolDay',
    method: 'get',
    path: '/school-days/{id}',
    ...read,
    params: { id: z.uuid() },
    says: { en: 'One of the school’s own days', nl: 'Eén eigen dag van de school' },
    answer: { status: 200, schema: SchoolDay },
    run: async ({ tx, me, params }) => dayAt(await findDay(tx, me.organisationId, params.id)),
  }),
  operation({
    id: 'removeSchoolDay',
    method: 'delete',
    path: '/school-days/{id}',
    ...write,
    params: { id: z.uuid() },
    says: { en: 'Out of the year plan', nl: 'Uit het jaarplan' },
    answer: { status: 204 },
    run: async ({ tx, me, params }) =>
      void unless(await removeDay(tx, me, params.id), { 'not-yours': notYours, 'not-found': gone }),
  }),
]

function dayAt<D>(found: D | undefined): D {
  if (!found) throw new Problem(...gone)
  return found
}
