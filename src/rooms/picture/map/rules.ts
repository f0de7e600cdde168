import { communities, modularity } from '../measures/communities.ts'
import { cuts } from '../measures/cuts.ts'
import { graphOf } from '../measures/graph.ts'

/** How heavy a partner is drawn, as the reader chooses. Colleagues are all the same. */
export const weights = ['gelijk', 'onderwerpen', 'gezichten', 'uren'] as const
export type Weight = (typeof weights)[number]

export type Line = {
  id: string
  name: string
  form: string
  type: string | null
  levels: readonly string[]
  scale: string | null
  obligation: string | null
  motives: readonly string[]
  ownerId: string | null
  owner: string | null
  deputyId: string | null
  deputy: string | null
  faces: number
  topics: number
  minutes: number
}

export type Filter = {
  niveau: string | null
  sector: string | null
  schaal: string | null
  motief: string | null
  collega: string | null
  bij: string | null
}

/** The lines that the reader asked for. Focus on one: hers, or that one partner's with all its colleagues' other ends left out. */
export function chosen<L extends Line>(
  lines: readonly L[],
  filter: Filter,
  sectorOf: (type: string | null) => string | undefined,
): L[] {
  const { niveau, sector, schaal, motief, collega, bij } = filter
  return lines.filter(
    (line) =>
      (!niveau || line.levels.includes(niveau)) &&
      (!sector || sectorOf(line.type) === sector) &&
      (!schaal || line.scale === schaal) &&
      (!motief || line.motives.includes(motief)) &&
      (!collega || isHeldBy(line, collega)) &&
      (!bij || line.id === bij || isHeldBy(line, bij)),
  )
}

const isHeldBy = ({ ownerId, deputyId }: Line, personId: string) => ownerId === personId || deputyId === personId

export const weightOf = ({ topics, faces, minutes }: Line, weight: Weight): number =>
  weight === 'onderwerpen' ? topics : weight === 'gezichten' ? faces : weight === 'uren' ? minutes / 60 : 1

export type Colleague = { id: string; name: string }
export type Edge = { personId: string; relationId: string; as: 'owner' | 'deputy' }
export type Network<L extends Line = Line> = { colleagues: Colleague[]; partners: readonly L[]; edges: Edge[] }

/** People and partners, and the lines between them. A colleague is on it through a line; a partner always. */
export function networkOf<L extends Line>(lines: readonly L[]): Network<L> {
  const names = new Map<string, string>()
  const edges: Edge[] = []
  const partners = lines.map(standsInForAnother)
  for (const { id, ownerId, owner, deputyId, deputy } of partners) {
    if (ownerId !== null) {
      names.set(ownerId, owner ?? '')
      edges.push({ personId: ownerId, relationId: id, as: 'owner' })
    }
    if (deputyId === null) continue
    names.set(deputyId, deputy ?? '')
    edges.push({ personId: deputyId, relationId: id, as: 'deputy' })
  }
  const colleagues = [...names].map(([id, name]) => ({ id, name }))
  return { colleagues: colleagues.sort((a, b) => a.name.localeCompare(b.name, 'nl')), partners, edges }
}

/** Who stands in for herself stands in for nobody. */
const standsInForAnother = <L extends Line>(line: L): L =>
  line.deputyId !== null && line.deputyId === line.ownerId ? { ...line, deputyId: null, deputy: null } : line

export type MapMeasures = {
  partners: number
  colleagues: number
  lines: number
  /** Partners with exactly one colleague. */
  onOne: number
  unheld: number
  /** How many partners nobody else knows would be out of reach when one colleague is away; whose is not said. */
  mostOnOne: number
  /** Pieces that hang together, partners of nobody left out. */
  pieces: number
  /** Partners by whom groups of colleagues hang together. */
  joining: string[]
  groups: number
  modularity: number | undefined
}

/**
 * What can be said of the network as it is shown. A school's own map is a star by its nature, so how central it is says
 * nothing and is left out; and nobody gets a figure of her own.
 */
export function measuresOf({ colleagues, partners, edges }: Network): MapMeasures {
  const held = new Map<string, string[]>()
  for (const { relationId, personId } of edges) held.set(relationId, [...(held.get(relationId) ?? []), personId])
  const single = new Map<string, number>()
  for (const [only, ...others] of held.values())
    if (only && !others.length) single.set(only, (single.get(only) ?? 0) + 1)
  const graph = graphOf(
    edges.map(({ personId, relationId }) => ({ source: personId, target: relationId, weight: 1 })),
    { directed: false, weighted: false },
  )
  const { components, articulationPoints } = cuts(graph)
  const group = communities(graph)
  const nameOf = new Map(partners.map(({ id, name }) => [id, name]))
  return {
    partners: partners.length,
    colleagues: colleagues.length,
    lines: edges.length,
    onOne: [...single.values()].reduce((sum, many) => sum + many, 0),
    unheld: partners.length - held.size,
    mostOnOne: Math.max(0, ...single.values()),
    pieces: components.length,
    joining: articulationPoints.flatMap((node) => nameOf.get(graph.ids[node]!) ?? []),
    groups: new Set(group).size,
    modularity: modularity(graph, group),
  }
}

/** Rows of the list on one page. */
export const pageSize = 50

type Wish = string | number | null

/** An address with these wishes, some of them changed; what was not wished for is left out. */
export function addressWith(
  path: string,
  wishes: Readonly<Record<string, Wish>>,
  changed: Record<string, Wish>,
): string {
  const said = Object.entries({ ...wishes, ...changed }).filter(
    ([name, wish]) => wish && !(name === 'gewicht' && wish === 'gelijk') && !(name === 'pagina' && wish === 1),
  )
  const query = new URLSearchParams(said.map(([name, wish]) => [name, String(wish)])).toString()
  return query ? `${path}?${query}` : path
}
