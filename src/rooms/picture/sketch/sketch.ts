import { nameOf, sectorOfType, sectors } from '#rooms/trade/door.ts'
import type { Kind, Shape, Sketch } from '#ui/drawing/sketch.ts'
import { type Network, type Weight, weightOf } from '../map/rules.ts'

/** Each sector has its own pair of outline and colour: nothing is told by colour alone. */
const outlines: readonly Shape[] = ['round', 'square', 'diamond', 'triangle', 'hexagon', 'pentagon']

export type SketchWords = Record<'person' | 'holds' | 'heldBy' | 'standsIn' | 'standsInHere' | 'other', string>
type Drawn = { weight: Weight; language: string; words: SketchWords }

/** What the drawing is made from: the same facts as the list. Colleagues first, all of one size. */
export function sketchOf({ colleagues, partners, edges }: Network, { weight, language, words }: Drawn): Sketch {
  const sectorsHere = sectorsIn(partners, language)
  const places = new Map(sectorsHere.map(({ id }, at) => [id, at + 1]))
  const other = sectorsHere.length + 1
  const point = new Map([...colleagues, ...partners].map(({ id }, at) => [id, at]))
  return {
    kinds: [
      personKind(words.person),
      ...sectorsHere.map(({ kind }): Kind => ({ ...kind, open: '/netwerk/' })),
      { name: words.other, hue: 0, shape: 'round', open: '/netwerk/' },
    ],
    styles: [
      { ahead: words.holds, back: words.heldBy, dotted: false },
      { ahead: words.standsIn, back: words.standsInHere, dotted: true },
    ],
    points: [
      ...colleagues.map(({ id, name }): Sketch['points'][number] => [id, name, 0, 1]),
      ...partners.map((one): Sketch['points'][number] => [
        one.id,
        one.name,
        places.get(sectorOfType(one.type)?.id ?? '') ?? other,
        weightOf(one, weight),
      ]),
    ],
    lines: edges.map(({ personId, relationId, as }) => [
      point.get(personId)!,
      point.get(relationId)!,
      as === 'owner' ? 0 : 1,
    ]),
  }
}

export const personKind = (name: string): Kind => ({ name, hue: 0, shape: 'ring', fixed: true })

/** The sectors of these partners, each with its outline and colour. */
export function sectorsIn(
  partners: readonly { type: string | null }[],
  language: string,
): { id: string; kind: Kind }[] {
  const here = new Set(partners.map(({ type }) => sectorOfType(type)?.id))
  return sectors.flatMap(({ id, hue }, at) =>
    here.has(id)
      ? [{ id, kind: { name: nameOf('sector', id, language), hue, shape: outlines[at % outlines.length]! } }]
      : [],
  )
}
