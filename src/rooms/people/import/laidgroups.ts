import { plain } from '#kit/sheet/layout.ts'
import { columnsLeftOut, type LeftOut } from './columnsleftout.ts'
import type { GroupMapping, GroupNote, GroupRow, ReadGroups } from './groups.ts'

/** Who of us is meant: the whole name, or the first one when only one of us is called that. */
export function colleagueMeant<One extends { name: string }>(
  here: readonly One[],
  name: string,
): One | 'unknown' | 'several' {
  const wish = plain(name)
  const whole = here.filter((one) => plain(one.name) === wish)
  const [first, ...others] = whole.length ? whole : here.filter((one) => plain(one.name).split(' ')[0] === wish)
  if (!first) return 'unknown'
  return others.length ? 'several' : first
}

export type LaidNote =
  | GroupNote
  | LeftOut
  | { line: number; because: 'teacher-unknown' | 'teacher-several' | 'room-left-out' | 'group-exists'; value: string }

/** A list of groups as it will come in: with the teachers we know, and what becomes of the rest. */
export type LaidGroups = { good: GroupRow[]; bad: ReadGroups['bad']; notes: LaidNote[] }

export type Beside = { colleagues: readonly { name: string }[]; groups: readonly { name: string }[] }

export function layGroups({ good, bad, notes }: ReadGroups, mapping: GroupMapping, beside: Beside): LaidGroups {
  const told: LaidNote[] = [
    ...notes,
    ...columnsLeftOut(mapping),
    ...roomsLeftOut(good, mapping),
    ...good.flatMap((row) => teacherNotes(row, beside)),
    ...good
      .filter(({ name }) => beside.groups.some((one) => one.name === name))
      .map(({ line, name }) => ({ line, because: 'group-exists' as const, value: name })),
  ]
  const known = (name: string) => {
    const meant = colleagueMeant(beside.colleagues, name)
    return typeof meant === 'string' ? [] : [meant.name]
  }
  return {
    good: good.map((row) => ({ ...row, teachers: [...new Set(row.teachers.flatMap(known))] })),
    bad,
    notes: told.sort((one, other) => one.line - other.line),
  }
}

function teacherNotes({ line, teachers }: GroupRow, { colleagues }: Beside): LaidNote[] {
  return teachers.flatMap((name): LaidNote[] => {
    const meant = colleagueMeant(colleagues, name)
    return typeof meant === 'string' ? [{ line, because: `teacher-${meant}`, value: name }] : []
  })
}

/** A group has no room of its own here: its column is named once, a room in a loose line with that line. */
function roomsLeftOut(good: readonly GroupRow[], { header, columns }: GroupMapping): LaidNote[] {
  const column = columns.find(({ field, examples }) => field === 'room' && examples.length > 0)
  if (column) return [{ line: (header?.row ?? 0) + 1, because: 'room-left-out', value: column.head }]
  return good.filter(({ room }) => room).map(({ line, room }) => ({ line, because: 'room-left-out', value: room }))
}

/** The lines somebody has to do something about before all of it can come in. */
export const linesInNeed = ({ bad, notes }: LaidGroups): number =>
  new Set([...bad, ...notes.filter(({ because }) => because.startsWith('teacher-'))].map(({ line }) => line)).size
