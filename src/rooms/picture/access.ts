import type { Actor } from '#kit/db/actor.ts'
import { isColleague, mayManage } from '#rooms/people/door.ts'

/**
 * Who sees at a glance how lines are divided over colleagues: who arranges the school, to help and to share out. The
 * works council reads it in docs/handbook/papieren/mr.md.
 */
export const mayShareOut = (actor: Actor) => isColleague(actor) && mayManage(actor)
