/** A unit or a competence. */
export type Named = { id: string; name: string }
export type Contribution = {
  unitId: string
  competenceId: string
  relationId: string
  partner: string
  what: string | null
  /** The line still runs today. */
  runs: boolean
}
/** Nobody feeds it, one does, or more than one: then one asks whether that is meant. */
export type State = 'gap' | 'one' | 'double'
export type Cell = { unit: Named; competence: Named; by: Contribution[]; state: State }
export type GridRow = { competence: Named; cells: Cell[] }
export type Grid = { rows: GridRow[]; gaps: Cell[]; doubles: Cell[]; filled: number; all: number }

/** The whole grid: a row for each competence, a cell for each unit. A line that ended feeds nothing. */
export function gridOf(units: readonly Named[], competences: readonly Named[], given: readonly Contribution[]): Grid {
  const rows = competences.map((competence) => ({
    competence,
    cells: units.map((unit) => cellOf(unit, competence, given)),
  }))
  const cells = rows.flatMap((row) => row.cells)
  return {
    rows,
    gaps: cells.filter(({ state }) => state === 'gap'),
    doubles: cells.filter(({ state }) => state === 'double'),
    filled: cells.filter(({ state }) => state !== 'gap').length,
    all: cells.length,
  }
}

function cellOf(unit: Named, competence: Named, given: readonly Contribution[]): Cell {
  const by = given.filter((one) => one.runs && one.unitId === unit.id && one.competenceId === competence.id)
  return { unit, competence, by, state: by.length === 0 ? 'gap' : by.length === 1 ? 'one' : 'double' }
}

/** More would be no grid that one can read. */
export const mostUnits = 8
export const mostCompetences = 24
