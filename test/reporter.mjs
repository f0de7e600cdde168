// Says little while all is well: a line per file, everything about a failure, and the totals for test/check.ts.
import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'

export default async function* reporter(events) {
  let passed = 0
  let failed = 0
  const took = new Map()
  for await (const { type, data } of events) {
    if (type === 'test:complete' && data.nesting === 0 && data.file)
      took.set(data.file, (took.get(data.file) ?? 0) + (data.details?.duration_ms ?? 0))
    const isFile = data?.nesting === 0 && data?.details?.type === 'suite' && data?.name === data?.file
    if (type === 'test:pass' && data.details?.type !== 'suite' && !data.skip && !data.todo && !isFile) passed += 1
    if (type === 'test:fail' && data.details?.type !== 'suite') {
      failed += 1
      const { error } = data.details
      const cause = error?.cause ?? error
      yield `\n✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n  ${String(cause?.stack ?? cause)
        .split('\n')
        .slice(0, 14)
        .join('\n  ')}\n`
    }
    if (type === 'test:stderr' && process.env.TEST_LOUD) yield data.message
  }
  appendFileSync(process.env.TEST_TOTALS, `${passed} ${failed}\n`)
  const slowest = [...took].sort(([, x], [, y]) => y - x).slice(0, 5)
  if (took.size > 5)
    yield `  longest: ${slowest.map(([file, ms]) => `${relative(process.cwd(), file)} ${Math.round(ms / 1000)} s`).join(', ')}\n`
  yield `  ${passed} passed, ${failed} failed\n`
}
