import cluster, { type Worker } from 'node:cluster'

/** A process that ends sooner than this after it began would only end again. */
const soonest = 5000

type Together = { many: number; port: number; say: (line: string) => void }

export const isOneOfMany = cluster.isWorker

/**
 * Runs the house in several processes that share its port, on one database: each takes the visitors that come to it.
 * One that dies is followed up at once, unless it could not even begin. Resolves when all are open; ends with the last.
 */
export async function runTogether({ many, port, say }: Together): Promise<void> {
  let stopping = false
  const follow = (worker: Worker, began: number) =>
    worker.once('exit', (code, signal) => {
      if (stopping) return allGone() ? process.exit() : undefined
      if (performance.now() - began < soonest) return stop(1)
      say(`A process ended (${signal ?? code}); another takes its place.`)
      begin()
    })
  const begin = () => follow(cluster.fork(), performance.now())
  const stop = (code: number) => {
    stopping = true
    process.exitCode = code
    const all = Object.values(cluster.workers ?? {})
    for (const worker of all) worker?.kill('SIGTERM')
    if (!all.length) process.exit()
  }
  const onSignal = () => stop(0)
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
  const open = new Promise<void>((resolve) => {
    let listening = 0
    cluster.on('listening', (_, at) => {
      if (at.port !== port) return
      listening += 1
      if (listening === many) resolve()
    })
  })
  for (let one = 0; one < many; one += 1) begin()
  await open
}

const allGone = () => Object.values(cluster.workers ?? {}).every((worker) => worker?.isDead())
