/** Of fewer, a figure would be about who made them. */
export const fewestMeetings = 5

export type Figures = { meetings: number; median: number; withinWeek: number; answers: number }

/** Days from asking to appointment, and answers that came on a page instead of by mail: of the school as a whole. */
export function figuresOf(fixed: readonly { days: number; asked: number }[]): Figures | undefined {
  if (fixed.length < fewestMeetings) return undefined
  const days = fixed.map((one) => one.days).sort((a, b) => a - b)
  const middle = Math.floor(days.length / 2)
  const median = days.length % 2 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2
  return {
    ...{ meetings: fixed.length, median: Math.round(median * 10) / 10 },
    withinWeek: days.filter((day) => day <= 7).length,
    answers: fixed.reduce((sum, { asked }) => sum + asked, 0),
  }
}
