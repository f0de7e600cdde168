import type { Day } from '#kit/time/day.ts'

export type Held = { id: string; name: string; ownerId: string | null; deputyId: string | null }
export type Colleague = { personId: string; name: string; roles: readonly string[]; from: Day | null }

/** From this many lines on we ask whether somebody else can take one over. A question, not a limit. */
export const manyLines = 10

/** How lines lie over colleagues, in the order in which both were given: nobody stands first for having more. */
export function divisionOf<L extends Held, C extends Colleague>(
  lines: readonly L[],
  colleagues: readonly C[],
  { today, works }: { today: Day; works: (colleague: C) => boolean },
) {
  const here = colleagues.filter((one) => works(one) && (one.from === null || one.from <= today))
  const each = here.map((colleague) => ({
    ...colleague,
    holds: lines.filter(({ ownerId }) => ownerId === colleague.personId),
    standsIn: lines.filter(({ deputyId }) => deputyId === colleague.personId),
  }))
  return {
    each: each.filter(({ holds, standsIn }) => holds.length + standsIn.length > 0),
    /** Partners that nobody holds. */
    unheld: lines.filter(({ ownerId }) => ownerId === null),
    /** Held by one colleague, and nobody stands in. */
    alone: lines.filter(({ ownerId, deputyId }) => ownerId !== null && deputyId === null),
    full: each.filter(({ holds }) => holds.length >= manyLines),
    knowNobody: each.filter(({ holds, standsIn }) => holds.length + standsIn.length === 0),
  }
}
export type Division<L extends Held, C extends Colleague> = ReturnType<typeof divisionOf<L, C>>
