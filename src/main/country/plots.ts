import { chanceOf } from '#kit/chance/chance.ts'
import type { Plot, Site, Stretch, Thing } from '#kit/chance/country.ts'

const mostPerStretch = 25

/** What stands as the source of everybody in the country, so that it is known for what it is: invented, from this seed. */
export const sourceOf = (seed: number) => `verzonnen land (zaad ${seed})`

/** The sites in stretches: next to one another in one area, so few that each is quickly done. */
export function stretchesOf(sites: readonly Site[]): Site[][] {
  const byArea = Map.groupBy(sites, ({ area }) => area.code)
  return [...byArea.values()].flatMap((there) =>
    Array.from({ length: Math.ceil(there.length / mostPerStretch) }, (_, place) =>
      there.slice(place * mostPerStretch, (place + 1) * mostPerStretch),
    ),
  )
}

/** A stretch ready for the rooms to fill. What one remembers, the next recalls. */
export function prepare(
  sites: readonly Site[],
  { seed, ...given }: { seed: number } & Pick<Stretch, 'tx' | 'today'>,
): Stretch {
  const { area } = sites[0]!
  return {
    ...given,
    source: sourceOf(seed),
    plots: sites.map((site): Plot => ({ ...site, ...memoryOf(`${seed} ${site.code}`) })),
    around: { area, ...memoryOf(`${seed} area ${area.code}`) },
  }
}

function memoryOf(name: string): Pick<Plot, 'chance' | 'remember' | 'recall'> {
  const things = new Map<string, readonly Thing[]>()
  return {
    chance: (purpose) => chanceOf(`${name} ${purpose}`),
    remember: (what, made) => void things.set(what, made),
    recall: (what) => things.get(what) ?? [],
  }
}
