/** A day read from a notation; `exact` tells what was really said ("2019" became 1 January). */
export type ReadDay = { day: string; exact: 'day' | 'month' | 'year' }

/** Every usual Dutch notation, ISO and the serial number of a spreadsheet. No clock: two digits are 1950-2049. */
export function readDay(text: string, seasonStarts = '01-01'): ReadDay | undefined {
  const tidy = plainDay(text)
  return ISO(tidy) ?? numeric(tidy) ?? named(tidy) ?? span(tidy, seasonStarts) ?? serial(tidy)
}

function plainDay(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(sinds|vanaf|per|ca\.?|circa|ong\.?|start|begin)\s+/, '')
    .replace(/^(ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[.,]?\s+(?=\d)/, '')
    .replace(/\s+/g, ' ')
}

function ISO(text: string): ReadDay | undefined {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[t ]\d{2}:\d{2}.*)?$/.exec(text)
  if (!found) return undefined
  return day(found[1], found[2], found[3] ?? '01', found[3] ? 'day' : 'month')
}

function numeric(text: string): ReadDay | undefined {
  const full = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?'?(\d{4}|\d{2})( 0:00)?$/.exec(text)
  if (full) return day(full[3], full[2], full[1], 'day')
  const month = /^(\d{1,2}) ?[-/] ?(\d{4})$/.exec(text)
  return month ? day(month[2], month[1], '1', 'month') : undefined
}

function named(text: string): ReadDay | undefined {
  const found = /^(?:(\d{1,2})[ -]?)?([a-z]+)\.?[ -]?'?(\d{4}|\d{2})$/.exec(text)
  if (!found) return undefined
  const month = monthNumber(found[2] ?? '')
  return month ? day(found[3], String(month), found[1] ?? '1', found[1] ? 'day' : 'month') : undefined
}

/** "2019/20" and "seizoensjaar 2019" begin when the season does; a bare year on 1 January. */
function span(text: string, seasonStarts: string): ReadDay | undefined {
  const found = /^(\p{L}*jaar |sj )?((?:19|20)\d{2})(?: ?[-/] ?(?:20)?(\d{2}))?$/u.exec(text)
  if (!found) return undefined
  const [, word, year = '', next] = found
  if (next !== undefined && Number(next) !== (Number(year) + 1) % 100) return undefined
  const [month, date] = next !== undefined || word ? seasonStarts.split('-') : ['1', '1']
  return day(year, month, date, 'year')
}

function serial(text: string): ReadDay | undefined {
  if (!/^\d{5}(\.0+)?$/.test(text)) return undefined
  const number = Number.parseInt(text, 10)
  if (number < 18_264 || number > 54_788) return undefined
  return { day: new Date((number - 25_569) * 86_400_000).toISOString().slice(0, 10), exact: 'day' }
}

function day(year = '', month = '', date = '', exact: ReadDay['exact']): ReadDay | undefined {
  const full = year.length === 2 ? (Number(year) < 50 ? `20${year}` : `19${year}`) : year
  const iso = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const moment = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? { day: iso, exact } : undefined
}

/** "mrt", "maart", "mar" → 3; 0 when it is no month. */
export function monthNumber(word: string): number {
  const tidy = word.toLowerCase().replace(/\.$/, '')
  if (tidy.length < 3) return 0
  return (
    MONTHS.findIndex((names) => names.some((name) => name === tidy || (name.length > 4 && name.slice(0, 3) === tidy))) +
    1
  )
}

/** A spreadsheet takes "12-5" for 12 May and "3-19" for March 2019; this gives back what was typed. */
export function undoDay(text: string): string | undefined {
  const short = /^(\d{1,2})[ -]([a-z]{3,9})\.?$/i.exec(text.trim())
  if (short) return monthNumber(short[2] ?? '') ? `${Number(short[1])}-${monthNumber(short[2] ?? '')}` : undefined
  const late = /^([a-z]{3,9})\.?[ -]'?(\d{2}(\d{2})?)$/i.exec(text.trim())
  if (late) return monthNumber(late[1] ?? '') ? `${monthNumber(late[1] ?? '')}-${Number(late[2])}` : undefined
  const iso = /^\d{4}-(\d{2})-(\d{2})( 00:00)?$/.exec(text.trim())
  const full = iso ? [iso[2], iso[1]] : /^(\d{1,2})[-/](\d{1,2})[-/]\d{4}$/.exec(text.trim())?.slice(1)
  return full && Number(full[1]) <= 12 ? `${Number(full[0])}-${Number(full[1])}` : undefined
}

const MONTHS = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'mrt', 'mar', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august'],
  ['september', 'sept'],
  ['oktober', 'october', 'oct', 'okt'],
  ['november'],
  ['december'],
]
