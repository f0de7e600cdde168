/** Six statements, the same every year: only then can years be laid side by side. */
export const statements = ['whom', 'quick', 'time', 'away', 'kept', 'doable'] as const
export type Statement = (typeof statements)[number]
/** From not at all to fully. No middle: whoever doubts leans one way. */
export const answers = ['never', 'little', 'mostly', 'fully'] as const
const size = statements.length * answers.length

/** Under ten answers nothing is ever told, and with a smaller team nothing is asked. */
export const fewestAnswers = 10

/** How many gave which answer, statement by statement. */
export type Sheet = readonly number[]
export const emptySheet: Sheet = Array.from({ length: size }, () => 0)

/** As long for every count, so that its length tells nothing. */
export const writeSheet = (sheet: Sheet): string => sheet.map((count) => String(count).padStart(5, '0')).join('')

export function readSheet(text: string | null | undefined): Sheet | undefined {
  if (!new RegExp(`^\\d{${size * 5}}$`).test(text ?? '')) return undefined
  return Array.from({ length: size }, (_, place) => Number((text ?? '').slice(place * 5, place * 5 + 5)))
}

/** One more answer to each statement; `given` is the place of the answer. */
export const withAnswers = (sheet: Sheet, given: readonly number[]): Sheet =>
  sheet.map((count, place) => {
    const statement = Math.floor(place / answers.length)
    return count + (given[statement] === place % answers.length ? 1 : 0)
  })

export const howMany = (sheet: Sheet) => sheet.slice(0, answers.length).reduce((sum, count) => sum + count, 0)
export const tellableSheet = (sheet: Sheet | undefined): Sheet | undefined =>
  sheet && howMany(sheet) >= fewestAnswers ? sheet : undefined

export const countsOf = (sheet: Sheet, statement: Statement): readonly number[] => {
  const at = statements.indexOf(statement) * answers.length
  return sheet.slice(at, at + answers.length)
}
/** How many lean towards yes, in whole percents. */
export function agreeing(sheet: Sheet, statement: Statement): number {
  const [, , mostly = 0, fully = 0] = countsOf(sheet, statement)
  return Math.round(((mostly + fully) / Math.max(howMany(sheet), 1)) * 100)
}
