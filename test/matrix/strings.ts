/** What somebody, or something, could put in a field one day. Each by the name it is reported with. */
const script = '<script data-merk>alert(1)</script>'

export const nasty: Record<string, string | readonly string[]> = {
  'a script': `Vrolijk ${script}`,
  'an attribute': `"><img src=x data-merk onerror=alert(1)>`,
  'a NUL': 'Vro\u0000lijk',
  'lone surrogates': '\ud800 Vrolijk \udfff',
  'text turned round': '\u202eknufer\u202d \u2066Vrolijk\u2069 \u200f',
  'invisible signs': '\u200b\u200c\u200d\ufeff\u00ad',
  SQL: `'; drop table people; --`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant to look like one
  'template braces': '{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {naam} %s %n',
  'ten thousand emoji': '👩🏽‍🏫'.repeat(10_000),
  'a megabyte': 'a'.repeat(1_000_000),
  'a megabyte of lines': '\r\n'.repeat(500_000),
  'blanks only': ' \t\u00a0\u2003 ',
  'a huge number': '99999999999999999999999999',
  'a negative number': '-1',
  'no number': 'NaN',
  'an exponent': '1e309',
  'no id': 'not-a-uuid',
  'an unknown id': '00000000-0000-4000-8000-000000000000',
  'day nought': '0000-00-00',
  'day ninety-nine': '9999-99-99',
  'the last day': '9999-12-31',
  'a day of another calendar': '-200000-01-01',
  'half past twenty-five': '25:30',
  'another site': 'https://elders.example/\\@huis',
  'a path up': '../../../../etc/passwd',
  'a formula': `=HYPERLINK("http://x.example";"klik")`,
  'marks on marks': `Z${'\u0301'.repeat(5000)}`,
  several: ['Vrolijk', 'Vrolijk', script],
  'a known word of JavaScript': '__proto__',
}

const always = ['a script', 'a NUL', 'blanks only', 'several']
const numbers = ['a huge number', 'a negative number', 'an exponent']
const days = ['day nought', 'day ninety-nine', 'the last day', 'a day of another calendar']

/** What one field alone is tried with while the others are as they should be: what its type and column stumble over. */
export function perField({ kind, type }: { kind: string; type: string }): string[] {
  if (type === 'date') return [...always, ...days]
  if (type === 'time') return [...always, 'half past twenty-five']
  if (type === 'number') return [...always, ...numbers]
  if (kind === 'text') return [...always, 'lone surrogates', ...numbers.slice(0, 1)]
  return [...always, 'an unknown id', 'no id']
}

/** For forms that mostly are a button. */
export const someOf = ['a script', 'a NUL', 'an unknown id', 'day ninety-nine', 'the last day', 'several', 'a megabyte']

/** Costly to carry: put in one field of a form, the longest-winded one. */
export const heavy = ['ten thousand emoji', 'a megabyte', 'a megabyte of lines', 'marks on marks']

/** In an answer the marks of our strings may stand as text, never as a mark of the page. */
export const rawMark = /<(script|img)\b[^>]*data-merk/i
