import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'

export const regions = ['noord', 'midden', 'zuid'] as const
export type Region = (typeof regions)[number]
/** A study day and a day off close the school; `open` opens it on a day on which the country says closed. */
export const kindsOfDay = ['study', 'free', 'open', 'event', 'programme'] as const
export type KindOfDay = (typeof kindsOfDay)[number]

export type Span = { from: Day; until: Day }
/** Without regions it holds in the whole country. */
export type Holiday = Span & {
  kind: 'holiday' | 'public'
  regions: readonly Region[] | undefined
  nl: string
  en: string
}
/** `href`: where more of it stands; what has one and no id is another room’s, and is not removed here. */
export type Kept = Span & { id?: string; kind: KindOfDay; title: string; href?: string }
export type Year = { region: Region | undefined; kept: readonly Kept[] }
export type Closed = { day: Day; kind: 'holiday' | 'public' | 'study' | 'free'; nl: string; en: string }

export const regionOf = (said: string | null | undefined) => regions.find((one) => one === said?.toLowerCase())
export const covers = ({ from, until }: Span, day: Day) => from <= day && day <= until
export const touches = (a: Span, b: Span) => a.from <= b.until && b.from <= a.until
const isFor = (holiday: Holiday, region: Region | undefined) =>
  holiday.regions === undefined || (region !== undefined && holiday.regions.includes(region))

/** In which regions the country has the day off; `all` when it is everywhere, also where no region is known. */
export const offIn = (holidays: readonly Holiday[], day: Day): readonly Region[] | 'all' => {
  const off = holidays.filter((one) => covers(one, day))
  return off.some((one) => one.regions === undefined) ? 'all' : [...new Set(off.flatMap((one) => one.regions ?? []))]
}

/** Why the school is closed on this day; undefined when it is open. What the school says goes before what the country says. */
export function closedOn(holidays: readonly Holiday[], { region, kept }: Year, day: Day): Closed | undefined {
  const own = kept.filter((one) => covers(one, day))
  const shut = own.find(({ kind }) => kind === 'study' || kind === 'free')
  if (shut) return { day, kind: shut.kind as 'study' | 'free', nl: shut.title, en: shut.title }
  if (own.some(({ kind }) => kind === 'open')) return undefined
  const off = holidays.find((one) => covers(one, day) && isFor(one, region))
  return off && { day, kind: off.kind, nl: off.nl, en: off.en }
}

/** Every weekday on which the school is closed, at most some years on end. */
export function closedIn(holidays: readonly Holiday[], year: Year, { from, until }: Span): Closed[] {
  const near = holidays.filter((one) => touches(one, { from, until }))
  const found: Closed[] = []
  for (let day = from; day && day <= until; day = dayPlus(day, 1)) {
    const closed = weekdayOf(day) < 6 ? closedOn(near, year, day) : undefined
    if (closed) found.push(closed)
  }
  return found
}

/** A school year is called after the year in which it begins, and goes from August until July. */
export const schoolYearOf = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0)
export const spanOf = (year: number): Span => ({ from: `${year}-08-01`, until: `${year + 1}-07-31` })

export type Line = Span & {
  id?: string
  href?: string
  kind: KindOfDay | 'holiday' | 'public'
  nl: string
  en: string
  shut: boolean
}

/** The year from top to bottom: what the country says, and what the school holds; `shut` when that falls where it is closed. */
export function linesOfYear(holidays: readonly Holiday[], year: Year, span: Span): Line[] {
  const country = holidays
    .filter((one) => touches(one, span) && isFor(one, year.region))
    // A public holiday in a weekend or in a school holiday changes nothing.
    .filter((one) => one.kind === 'holiday' || (weekdayOf(one.from) < 6 && !inHoliday(holidays, year, one.from)))
    .map(({ from, until, kind, nl, en }) => ({ from, until, kind, nl, en, shut: false }))
  const own = year.kept
    .filter((one) => touches(one, span))
    .map(({ id, href, from, until, kind, title }) => {
      const holds = kind === 'event' || (kind === 'programme' && from === until)
      return {
        ...{ ...(id && { id }), ...(href && { href }), from, until, kind, nl: title, en: title },
        shut: holds && isShut(holidays, year, { from, until }),
      }
    })
  return [...country, ...own].sort((a, b) => (a.from === b.from ? a.nl.localeCompare(b.nl) : a.from < b.from ? -1 : 1))
}

/** What other rooms say of the year among what the school put in it; what it put in by that name already gets the way there. */
export function withOthers(
  kept: readonly Kept[],
  others: readonly { day: Day; title: string; href: string }[],
): Kept[] {
  const isSame = (one: Kept, other: { day: Day; title: string }) =>
    one.kind === 'event' && covers(one, other.day) && one.title.toLowerCase() === other.title.toLowerCase()
  const known = kept.map((one) => {
    const href = others.find((other) => isSame(one, other))?.href
    return href ? { ...one, href } : one
  })
  const fresh = others.filter((other) => !kept.some((one) => isSame(one, other)))
  const asKept = ({ day, title, href }: (typeof others)[number]): Kept => ({
    ...{ from: day, until: day, kind: 'event', title, href },
  })
  return [...known, ...fresh.map(asKept)]
}

const inHoliday = (holidays: readonly Holiday[], { region }: Year, day: Day) =>
  holidays.some((one) => one.kind === 'holiday' && covers(one, day) && isFor(one, region))

function isShut(holidays: readonly Holiday[], year: Year, { from, until }: Span): boolean {
  for (let day = from; day && day <= until; day = dayPlus(day, 1)) if (closedOn(holidays, year, day)) return true
  return false
}

export const mondayOf = (day: Day) => dayPlus(day, 1 - weekdayOf(day))
/** From so many things in one week it is busy. */
export const busyFrom = 3
export type BusyWeek = { monday: Day; titles: string[] }

/** Weeks in which three or more things of the school's own come together. */
export function busyWeeks(kept: readonly Kept[], span: Span): BusyWeek[] {
  const weeks = new Map<Day, string[]>()
  for (const { from, until, kind, title } of kept.filter((one) => one.kind !== 'open' && touches(one, span))) {
    // A long programme is there all the time: it counts where it begins and where it ends.
    const mondays = kind === 'programme' ? new Set([mondayOf(from), mondayOf(until)]) : mondaysOf({ from, until })
    for (const monday of mondays) weeks.set(monday, [...(weeks.get(monday) ?? []), title])
  }
  return [...weeks]
    .filter(([, titles]) => titles.length >= busyFrom)
    .map(([monday, titles]) => ({ monday, titles }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1))
}

function mondaysOf({ from, until }: Span): Set<Day> {
  const mondays = new Set<Day>()
  for (let day = mondayOf(from); day && day <= until; day = dayPlus(day, 7)) mondays.add(day)
  return mondays
}
