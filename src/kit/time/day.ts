/** A day as YYYY-MM-DD. Times of day are HH:MM. Both are what people see on a clock in the Netherlands. */
export type Day = string
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const zone = 'Europe/Amsterdam'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The way to write moments in a language. Making one takes longer than reading a page from the database: kept. */
export function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(options).join(' ')}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options)
  formats.set(key, known)
  return known
}

export const dayOf = (moment: Date): Day => formatOf('sv-SE', { timeZone: zone }).format(moment)
/** The hour on the clock here, 0 to 23. */
export const hourOf = (moment: Date): number =>
  Number(formatOf('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(moment))
/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day) => (new Date(`${day}T12:00:00Z`).getUTCDay() || 7) as Weekday
/** A day that exists, in a year that somebody could mean: a year added to 9999-12-31 is no day any more. */
export const isDay = (text: string) => /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && dayPlus(text, 0) === text

export function dayPlus(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  date.setUTCDate(date.getUTCDate() + days)
  if (Number.isNaN(date.getTime())) return ''
  return date.toISOString().slice(0, 10)
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

/** English as Europe writes its days: “Tue 24 Nov”. */
const here = (language: string) => (language === 'en' ? 'en-GB' : language)

/** “di 24 nov”, and the year only when it is another year than today's. */
export function sayDay(day: Day, language: string, today?: Day): string {
  const year = today && today.slice(0, 4) === day.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return formatOf(here(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...year,
    timeZone: 'UTC',
  }).format(noon(day))
}

/** “24 november 2026”, as it stands on a letter. */
export const sayDate = (day: Day, language: string) =>
  formatOf(here(language), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day))

export const sayLongDay = (day: Day, language: string) =>
  formatOf(here(language), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(day))

/** “november 2026”. */
export const sayMonth = (day: Day, language: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day))

export const sayWeekday = (weekday: Weekday, language: string, width: 'short' | 'long' = 'short') =>
  formatOf(here(language), { weekday: width, timeZone: 'UTC' }).format(noon(dayPlus('2026-11-22', weekday)))

/** Days that follow one another are joined: “ma t/m wo, vr”. `until` is the word between. */
export function sayWeekdays(days: readonly number[], language: string, until: string): string {
  const runs: number[][] = []
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const say = (day: number | undefined) => sayWeekday((day ?? 1) as Weekday, language)
  return runs
    .map((run) => (run.length > 2 ? `${say(run[0])} ${until} ${say(run.at(-1))}` : run.map(say).join(', ')))
    .join(', ')
}
