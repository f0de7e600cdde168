/** What a drawing is made from, in short rows so that thousands of them are light. */
export type Sketch = {
  kinds: Kind[]
  /** What a line means from its one end and from its other. */
  styles: { ahead: string; back: string; dotted: boolean }[]
  /** [id, name, place in `kinds`, weight] */
  points: [id: string, name: string, kind: number, weight: number][]
  /** [place in `points`, place in `points`, place in `styles`] */
  lines: [from: number, to: number, style: number][]
}

export type Kind = {
  name: string
  /** One of the ten hues; 0 is ink. */
  hue: number
  shape: Shape
  /** Where a point of this kind can be opened: this, and its id. */
  open?: string
  /** Drawn at one size, whatever its weight. */
  fixed?: boolean
}

/** Outlines that are told apart without colour; the ring stays open inside. */
export const shapes = ['round', 'square', 'diamond', 'triangle', 'hexagon', 'pentagon', 'ring'] as const
export type Shape = (typeof shapes)[number]

const corners: Record<Shape, { many: number; turn: number }> = {
  round: { many: 0, turn: 0 },
  ring: { many: 0, turn: 0 },
  square: { many: 4, turn: Math.PI / 4 },
  diamond: { many: 4, turn: 0 },
  triangle: { many: 3, turn: -Math.PI / 2 },
  hexagon: { many: 6, turn: 0 },
  pentagon: { many: 5, turn: -Math.PI / 2 },
}

/** The corners of a shape within a circle of one; none for what is round. */
export const cornersOf = (shape: Shape): [number, number][] => {
  const { many, turn } = corners[shape]
  return Array.from({ length: many }, (_, at) => {
    const angle = turn + (2 * Math.PI * at) / many
    return [Math.cos(angle), Math.sin(angle)]
  })
}
