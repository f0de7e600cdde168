import type { Mapping } from '#kit/sheet/columns.ts'

export type LeftOut = { line: number; because: 'column-left-out' | 'column-headless'; value: string }

/** The columns of which nothing comes in, called by their heads, or by what stands in them. Said, so that nobody counts on them. */
export function columnsLeftOut<Field>({ header, columns }: Mapping<Field>, unused: readonly Field[] = []): LeftOut[] {
  const line = (header?.row ?? 0) + 1
  return columns
    .filter(({ field, examples }) => examples.length > 0 && (!field || unused.includes(field)))
    .map(({ head, examples: [example = ''] }) =>
      head.trim()
        ? { line, because: 'column-left-out', value: head.trim().slice(0, 60) }
        : { line, because: 'column-headless', value: example.slice(0, 60) },
    )
}
