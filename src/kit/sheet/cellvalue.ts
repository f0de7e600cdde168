/** How a stored number is shown: a day, a month, a time, digits with their leading zeros, or plain. */
export function showNumber(value: number, format: string, since1904: boolean): string {
  const code = format.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, '').toLowerCase()
  if (/[dy]|mmm|h:|:mm|mm:ss/.test(code) && !/^general/.test(code)) return showMoment(value, code, since1904)
  if (/^0{2,}$/.test(code) && Number.isInteger(value)) return String(value).padStart(code.length, '0')
  return String(Number(value.toPrecision(15)))
}

function showMoment(value: number, code: string, since1904: boolean): string {
  const serial = since1904 ? value + 1462 : value
  if (serial < 0 || serial > 2_958_466) return String(value)
  const minutes = Math.round((serial - Math.floor(serial)) * 1440)
  // Excel believes in 29 February 1900, so days before 1 March 1900 are one off; no table of ours goes back so far.
  const moment = new Date((Math.floor(serial) - 25_569) * 86_400_000 + minutes * 60_000)
  const day = moment.toISOString().slice(0, 10)
  const time = moment.toISOString().slice(11, 16)
  const month = MONTHS[moment.getUTCMonth()] ?? ''
  if (!/[dy]|mmm/.test(code)) return time
  if (!/[dm]/.test(code)) return day.slice(0, 4)
  if (!code.includes('y')) return `${moment.getUTCDate()}-${month}`
  if (!code.includes('d')) return `${month}-${day.slice(2, 4)}`
  return code.includes('h') && minutes > 0 ? `${day} ${time}` : day
}

/** The formats that every workbook has without naming them. */
export const BUILT_IN: Record<number, string> = {
  14: 'd-m-yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd-m-yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

// As the Dutch Excel writes them, which is also how they look in files saved as CSV.
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
