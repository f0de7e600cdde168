// Says nothing while all is well: everything about a failure, and at the end the line test/pool.ts counts by.
export default async function* reporter(events) {
  let passed = 0
  let failed = 0
  for await (const { type, data } of events) {
    const isFile = data?.nesting === 0 && data?.details?.type === 'suite' && data?.name === data?.file
    if (type === 'test:pass' && data.details?.type !== 'suite' && !data.skip && !data.todo && !isFile) passed += 1
    // An error that nobody caught, of no test in particular (see test/unhooked.mjs).
    if (type === 'test:diagnostic' && /unhandledRejection|uncaughtException/.test(data.message)) {
      failed += 1
      yield `\n✖ ${data.message}\n  ${data.file ?? ''}\n`
    }
    if (type === 'test:fail' && data.details?.type !== 'suite') {
      failed += 1
      const { error } = data.details
      const cause = error?.cause ?? error
      yield `\n✖ ${data.name}\n  ${data.file ?? ''}:${data.line ?? ''}\n  ${String(cause?.stack ?? cause)
        .split('\n')
        .slice(0, 14)
        .join('\n  ')}\n`
    }
  }
  yield `  ${passed} passed, ${failed} failed\n`
}
