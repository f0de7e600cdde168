import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { atOnce } from './measure.ts'
import { root } from './running.ts'
import type { Statement } from './statements.ts'

/** The same statements as fast as the driver carries them, in as many processes as the house has. */
export async function driversOf(serving: string, pages: readonly (readonly Statement[])[], many: number) {
  const drivers = Array.from({ length: many }, started)
  await Promise.all(
    drivers.map((driver) => asked<string>(driver, { serving, pages: pages.map(sendable), atOnce: atOnce / many })),
  )
  return {
    perSecond: async (seconds: number) =>
      (await Promise.all(drivers.map((driver) => asked<number>(driver, { seconds })))).reduce(
        (sum, one) => sum + one,
        0,
      ),
    close: () => Promise.all(drivers.map(ended)),
  }
}

/** Without what no message between processes carries: how the house wants its values read. */
const sendable = (page: readonly Statement[]): Statement[] =>
  page.map(({ given, ...statement }) => {
    if (typeof given === 'string') return { ...statement, given }
    const { text, values, name, rowMode } = given as Record<string, unknown>
    return { ...statement, given: { text, values, name, rowMode } }
  })

const started = () =>
  fork(join(root, 'bench/house/driver.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', join(root, 'bin/lib/load.mjs')],
    serialization: 'advanced',
  })

async function asked<Answer>(driver: ChildProcess, order: object): Promise<Answer> {
  const answer = once(driver, 'message')
  driver.send(order)
  return ((await answer) as [Answer])[0]
}

async function ended(driver: ChildProcess) {
  const gone = once(driver, 'exit')
  driver.kill()
  await gone
}
