/** “De Waterlelie” in Wilgenveen: de-waterlelie-wilgenveen. The place only once. */
export function addressOf(name: string, place: string | null): string {
  const said = dashed(name)
  const where = dashed(place ?? '')
  const whole = where && !`-${said}-`.includes(`-${where}-`) ? `${said}-${where}` : said
  return whole.slice(0, 60).replace(/-+$/, '') || 'school'
}

const dashed = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** When somebody was first: de-regenboog-utrecht, de-regenboog-utrecht-2, and so on. */
export const nthAddress = (address: string, nth: number) => (nth < 2 ? address : `${address}-${nth}`)

/** Waits for an answer of the school. */
export const isWaiting = ({ stage }: { stage: string }) => stage === 'new' || stage === 'kept' || stage === 'passed'

/** What became of an offer at the desk: it lies there, or its theme was answered at once. */
export type Laid = 'laid' | 'at-once'
