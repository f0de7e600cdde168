import type { Day } from '#kit/time/day.ts'

/** Quiet until a day, why, and by whom it was said. */
export type Rest = { until: Day; why: string; by: string | null }
export type Level = 'pupil' | 'group' | 'organisation'

/** One thing that wants somebody's eye: about a line or an agreement, never about how somebody works. */
export type Signal = {
  /** Which kind, and of that which thing. */
  kind: string
  thing: string
  group: string
  title: string
  said: string
  day: Day | null
  /** The next step, and where it is taken. */
  step: string
  href: string
  /** Who would have to act; nobody in particular when null. */
  who: { id: string; name: string } | null
  line: { id: string; name: string; levels: Level[]; ownerId: string | null; deputyId: string | null } | null
  rest: Rest | null
}

export type Filter = { wie?: string | undefined; niveau?: Level | undefined }
/** As the reader wants them: those of one colleague, of nobody yet, or of one level. */
export const wanted = (signals: readonly Signal[], { wie, niveau }: Filter): Signal[] =>
  signals.filter(
    ({ who, line }) =>
      (!wie || (wie === 'niemand' ? who === null : who?.id === wie)) && (!niveau || line?.levels.includes(niveau)),
  )

export type Group = { kind: string; name: string; signals: Signal[] }
/** By kind, what presses first; what is longest ago on top, what has no day by name at the end. */
export function grouped(signals: readonly Signal[]): Group[] {
  const byKind = Map.groupBy(signals, ({ kind }) => kind)
  return [...byKind].map(([kind, same]) => ({
    kind,
    name: same[0]?.group ?? kind,
    signals: [...same].sort(longestAgo),
  }))
}
const longestAgo = (a: Signal, b: Signal) =>
  (a.day ?? '9999').localeCompare(b.day ?? '9999') || a.title.localeCompare(b.title, 'nl')

/** Everybody who would have to act, by name: to choose among. */
export function actors(signals: readonly Signal[]): { id: string; name: string }[] {
  const known = new Map(signals.flatMap(({ who }) => (who ? [[who.id, who] as const] : [])))
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** Who leads, and who holds the line or stands in for it. */
export const mayRest = (reader: { personId: string; all: boolean }, { line }: Pick<Signal, 'line'>) =>
  reader.all || (line !== null && [line.ownerId, line.deputyId].includes(reader.personId))
