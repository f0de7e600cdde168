import { type Day, dayPlus } from '#kit/time/day.ts'
import { coordinatesOf, distanceKm } from '#rooms/organisations/door.ts'

type Ordered = { name: string; type: string | null; rank: number | null }

/** First those this school chose for the question, in its own order; then by the usual kinds; then by name. */
export const inOrder = <P extends Ordered>(partners: readonly P[], usualTypes: readonly string[]): P[] =>
  [...partners].sort(
    (a, b) =>
      (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
      usual(a, usualTypes) - usual(b, usualTypes) ||
      a.name.localeCompare(b.name, 'nl'),
  )

// Infinity minus Infinity is no number, and `||` then goes on to the next comparison.
const usual = ({ type }: Ordered, types: readonly string[]) => {
  const at = types.indexOf(type ?? '')
  return at < 0 ? types.length : at
}

/** The usual kinds for a question of which this school has nobody. */
export const missingTypes = (usualTypes: readonly string[], partners: readonly { type: string | null }[]): string[] =>
  usualTypes.filter((type) => !partners.some((partner) => partner.type === type))

/** From this day on or before, an assurance is a year old: the list asks “klopt dit nog?”. */
export const aYearBefore = (today: Day): Day =>
  dayPlus(`${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('02-29', '02-28')}`, 0)

/** Which page of how many, for a count and a wish. */
export function pageOf({ count, wish, size }: { count: number; wish: number; size: number }) {
  const pages = Math.max(1, Math.ceil(count / size))
  const page = Math.min(Math.max(1, wish), pages)
  return { page, pages, from: count === 0 ? 0 : (page - 1) * size + 1, until: Math.min(page * size, count) }
}

/** Puts newly chosen questions behind who answers them already. */
export const nextRank = (ranks: readonly number[]) => Math.max(-1, ...ranks) + 1

type Spot = { latitude: number | null; longitude: number | null }

/** How far it is, as well as postcodes can tell. */
export function kmBetween(
  { latitude, longitude }: Spot,
  postcode: string | null,
  place: string | null,
): number | undefined {
  const there = postcode ? coordinatesOf(postcode, place ?? '') : undefined
  if (!there || latitude === null || longitude === null) return undefined
  return distanceKm({ latitude, longitude }, there)
}

type Wish = string | number | boolean | null

/** The address of the list with these wishes; what was not wished for is left out. */
export function listAddress(wishes: Readonly<Record<string, Wish>>, page: number): string {
  const all: Record<string, Wish> = { ...wishes, pagina: page > 1 ? page : null }
  const said = Object.entries(all).filter(([name, wish]) => wish && !(name === 'volgorde' && wish === 'naam'))
  const query = new URLSearchParams(said.map(([name, wish]) => [name, wish === true ? 'yes' : String(wish)])).toString()
  return query ? `/netwerk?${query}` : '/netwerk'
}

/** With a wish the list says how many it found; without one it said so already. */
export const isNarrowed = (wishes: Readonly<Record<string, Wish>>) =>
  listAddress({ ...wishes, volgorde: 'naam' }, 1) !== '/netwerk'

/** Everything folded away that is in use now opens the fold. */
export const usesFolded = ({ sector, schaal, reden, collega, zonder, klopt, oud, volgorde }: Record<string, unknown>) =>
  Boolean(sector || schaal || reden || collega || zonder || klopt || oud) ||
  (volgorde !== 'naam' && volgorde !== undefined)

/** Whom a line waits for: its holder or her deputy; while it has neither, everyone who may tend it. */
export const holdsLine = (
  personId: string,
  { ownerId, deputyId }: { ownerId: string | null; deputyId: string | null },
) => personId === ownerId || personId === deputyId || (ownerId === null && deputyId === null)
