import type { Plot, Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { faces, reasons, relations } from '../tables.ts'
import { type InventedLine, inventLines } from './rules.ts'

/** Some thirty lines of each school, with faces and reasons. */
export async function fill({ tx, plots, around, source, today }: Stretch): Promise<number> {
  const partners = around.recall('partners')
  const lines = plots.flatMap((plot) => linesOf(plot, { partners, today }))
  const rows = [
    await insertMany(tx, relations, lines.map(relationOf)),
    await insertMany(
      tx,
      reasons,
      lines.map(({ schoolId, id, reason }) => ({ schoolId, relationId: id, ...reason })),
    ),
    await insertMany(
      tx,
      faces,
      lines.flatMap(({ schoolId, id, faces: there }) =>
        there.map((face) => ({ schoolId, relationId: id, ...face, source })),
      ),
    ),
  ]
  return rows.reduce((sum, many) => sum + many, 0)
}

function linesOf(plot: Plot, given: { partners: ReturnType<Plot['recall']>; today: string }) {
  const { id: schoolId, place, postcode } = plot
  const lines = inventLines(plot.chance('lines'), { ...given, staff: plot.recall('staff'), place, postcode })
  plot.remember(
    'lines',
    lines.map(({ id, type, ownerId }) => ({ id, as: [type, ownerId ?? ''] })),
  )
  plot.remember(
    'faces',
    lines.flatMap((line) => line.faces.map(({ id, name, mail }) => ({ id, as: [line.id, name, mail] }))),
  )
  return lines.map((line) => ({ schoolId, ...line }))
}

const relationOf = ({ reason: _, faces: __, ...line }: InventedLine & { schoolId: string }) => ({
  ...line,
  assuredBy: line.assuredOn ? line.ownerId : null,
})
