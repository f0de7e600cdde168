import { sectorOfType } from '#rooms/trade/door.ts'

/** A line of the school, as far as it matters here. */
export type Candidate = {
  id: string
  name: string
  form: string
  type: string | null
  website: string | null
  onPage: { name: string; website: string | null; why: string } | null
  objected: boolean
}

/** An organisation or a group; never a person on her own, and never who said no. */
export const mayBeShown = ({ form, objected }: Pick<Candidate, 'form' | 'objected'>) => form !== 'person' && !objected

export type Recruiting = { lines: number; sectors: string[]; names: string[] }
/** What a vacancy may say: only what stands on the page. Sectors with most lines first. */
export function recruitingFrom(candidates: readonly Candidate[]): Recruiting {
  const shown = candidates.filter((one) => one.onPage !== null && mayBeShown(one))
  const counted = new Map<string, number>()
  for (const { type } of shown) {
    const sector = sectorOfType(type)?.id
    if (sector) counted.set(sector, (counted.get(sector) ?? 0) + 1)
  }
  return {
    lines: shown.length,
    sectors: [...counted].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([id]) => id),
    names: shown.map(({ name, onPage }) => onPage?.name ?? name),
  }
}

/** A website as one says it: without what browsers need. */
export const saidSite = (website: string) => website.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
/** Text for a vacancy says little when there is little: below this it is not offered. */
export const fewest = 3
