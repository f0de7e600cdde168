import type { Day } from '#kit/time/day.ts'

/** A year after somebody last said that the card is right, or when nobody ever did: ask again. */
export const isDue = (assuredOn: Day | null, today: Day) => assuredOn === null || aYearAfter(assuredOn) <= today

/** A line that has not ended. On its last day it still is one. */
export const isOpen = ({ until }: { until: Day | null }, today: Day) => until === null || until >= today

/** Someone who left the partner stays on the card until that day, and in our files for one more year. */
export const hasLeft = ({ leftOn }: { leftOn: Day | null }, today: Day) => leftOn !== null && leftOn <= today

const aYearAfter = (day: Day): Day => `${Number(day.slice(0, 4)) + 1}${day.endsWith('02-29') ? '-03-01' : day.slice(4)}`

/** The same list with one of them a place earlier. */
export function sooner(ids: readonly string[], id: string): string[] {
  const at = ids.indexOf(id)
  if (at < 1) return [...ids]
  return [...ids.slice(0, at - 1), id, ids[at - 1]!, ...ids.slice(at + 1)]
}

/** Only what is new fills what was empty: nothing that somebody noted is written over. */
export function fillIn<T extends object>(known: T, fresh: T): Partial<T> {
  const gaps = Object.entries(fresh).filter(([field, value]) => isBlank(known[field as keyof T]) && !isBlank(value))
  return Object.fromEntries(gaps) as Partial<T>
}

const isBlank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Two names that somebody would call the same. */
export const sameName = (one: string, other: string) => plain(one) === plain(other)
const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

type Holders = { ownerId: string | null; deputyId: string | null }
export const standsInForHerself = ({ ownerId, deputyId }: Holders) => ownerId !== null && ownerId === deputyId

type FirstFace = {
  name: string
  faceName: string | null
  faceWork: string | null
  facePhone: string | null
  faceMail: string | null
  faceDays: number[]
  faceMoment: string | null
}

/** The face told together with a new partner. When only the numbers were told, the partner itself is the face. */
export function firstFaceOf({
  name,
  faceName,
  faceWork: work,
  facePhone: phone,
  faceMail: mail,
  faceDays: days,
  faceMoment: moment,
}: FirstFace) {
  const isToldOf = faceName || work || phone || mail || moment || days.length > 0
  return isToldOf ? [{ name: faceName ?? name, work, phone, mail, days, moment }] : []
}
