import { readFileSync } from 'node:fs'
import type { Holiday, Region } from '../rules.ts'

// Read once, when the house starts: 219 short lines (data/holidays/PROVENANCE.md).
const linesOf = (file: string) =>
  readFileSync(new URL(`../../../../data/holidays/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

export const holidays: readonly Holiday[] = [
  ...linesOf('school.tsv').map(([from = '', until = '', regions = '', nl = '', en = '']) => ({
    ...{ from, until, nl, en, regions: regions.split(' ') as Region[], kind: 'holiday' as const },
  })),
  ...linesOf('public.tsv').map(([from = '', until = '', nl = '', en = '']) => ({
    ...{ from, until, nl, en, regions: undefined, kind: 'public' as const },
  })),
]
