import type { Day } from '#kit/time/day.ts'
import { type Candidate, staysAfter, successorFor } from '../rules.ts'

/** Who could stand in: who stands in for her, who has the same task, who leads; who holds it herself cannot. */
export function standInFor(
  line: { ownerId: string | null },
  staff: readonly Candidate[],
  today: Day,
): Candidate | undefined {
  const owner = staff.find(({ personId }) => personId === line.ownerId)
  // Who is about to leave herself is not asked to stay for somebody.
  const staying = staysAfter(staff, today).filter(({ until }) => until === null)
  const id = owner && successorFor({}, owner, staying)
  return staff.find(({ personId }) => personId === id)
}
