import { createHash } from 'node:crypto'
import type { Day } from '#kit/time/day.ts'

export const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
export const isToken = (text: string) => /^[\w-]{43}$/.test(text)

type Seen = {
  confirmedOn: Day | null
  successorId: string | null
  settledAt: Date | null
}
export type PartingState = 'said' | 'named' | 'followed' | 'asked' | 'open'

/** How far it is. What the partner named after somebody was chosen is looked at again. */
export function stateOf(parting: Seen, more: { answers: number; asked: number }): PartingState {
  if (!parting.confirmedOn) return 'said'
  if (parting.successorId) return 'followed'
  if (more.answers > 0) return 'named'
  return more.asked > 0 ? 'asked' : 'open'
}

/** Somebody at the school has to do something: take over what was said, or find who follows. */
export const waitsOnUs = (state: PartingState) => state === 'said' || state === 'named' || state === 'open'

const month = 30 * 86_400_000
/** Her own link ends on her last day; a colleague of hers has a month more to say who follows. */
export const linkEnds = (now: Date, stopsOn: Day, toHerself: boolean) => {
  const lastDay = new Date(`${stopsOn}T22:00:00Z`).getTime()
  return new Date(toHerself ? lastDay : Math.max(lastDay, now.getTime()) + month)
}

/** In the night before the day itself, so that nothing opens on it; when it has begun, at once. */
export const settlesAt = (stopsOn: Day, now: Date) =>
  new Date(Math.max(new Date(`${stopsOn}T02:00:00Z`).getTime(), now.getTime()))

/** `face:<id>`, `ask:<id>`, `new` or `later`: what was chosen, taken apart. */
export function chosenIn(follows: string): { way: 'face' | 'ask'; id: string } | { way: 'new' | 'later' } | undefined {
  if (follows === 'new' || follows === 'later') return { way: follows }
  const [, way, id] = /^(face|ask):([0-9a-f-]{36})$/.exec(follows) ?? []
  return way && id ? { way: way as 'face' | 'ask', id } : undefined
}
