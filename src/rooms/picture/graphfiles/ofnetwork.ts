import { sectorOfType } from '#rooms/trade/door.ts'
import { type Network, type Weight, weightOf } from '../map/rules.ts'
import type { Column, Drawing, Facts } from './drawing.ts'

const text = (id: string): Column => ({ id, title: id, type: 'string' })
const nodeColumns: readonly Column[] = [
  ...['kind', 'sector', 'type', 'form', 'scale', 'levels', 'obligation', 'motives'].map(text),
  { id: 'topics', title: 'topics', type: 'integer' },
  { id: 'faces', title: 'faces', type: 'integer' },
  { id: 'hours', title: 'hours', type: 'double' },
]
const edgeColumns: readonly Column[] = [text('as')]

/** The network with all its facts, in the ids of the trade, for programs that draw. Of a colleague only her name. */
export function drawingOf({ colleagues, partners, edges }: Network, weight: Weight, day: string): Drawing {
  const weights = new Map(partners.map((partner) => [partner.id, weightOf(partner, weight)]))
  return {
    ...{ title: 'Korte Lijnen', day, directed: false, nodeColumns, edgeColumns },
    nodes: [
      ...colleagues.map(({ id, name }) => ({ id, label: name, facts: { kind: 'colleague' } as Facts })),
      ...partners.map((partner) => ({
        id: partner.id,
        label: partner.name,
        facts: {
          ...{ kind: 'partner', sector: sectorOfType(partner.type)?.id ?? null, type: partner.type },
          ...{ form: partner.form, scale: partner.scale, obligation: partner.obligation },
          ...{ levels: listed(partner.levels), motives: listed(partner.motives) },
          ...{ topics: partner.topics, faces: partner.faces, hours: partner.minutes / 60 },
        },
      })),
    ],
    edges: edges.map(({ personId, relationId, as }) => ({
      ...{ id: `${as}-${relationId}`, source: personId, target: relationId, facts: { as } },
      weight: weights.get(relationId) ?? 0,
    })),
  }
}

const listed = (values: readonly string[]) => (values.length ? values.join(' ') : null)
