export const mostPoints = 15
export const longestPoint = 120

/** One point on a line; empty lines and numbers or dashes before them are left out. */
export const pointsIn = (said: string) =>
  said
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter(Boolean)

/** How many empty lines fit below each point on one A4. */
export const linesEach = (points: number) => Math.max(0, Math.min(6, Math.floor(26 / points) - 2))
