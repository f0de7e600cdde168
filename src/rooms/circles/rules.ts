/** Short is read: so many lines of a meeting are kept, and no more. */
export const mostLines = 5
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
export const isShort = (text: string) => linesOf(text).length <= mostLines

type Member = { unit: string | null; name: string }
/** Who leads a part of the school first, part by part; then the others. */
export const byUnit = <M extends Member>(members: readonly M[]): M[] =>
  [...members].sort(
    (a, b) =>
      Number(a.unit === null) - Number(b.unit === null) ||
      (a.unit ?? '').localeCompare(b.unit ?? '', 'nl') ||
      a.name.localeCompare(b.name, 'nl'),
  )
