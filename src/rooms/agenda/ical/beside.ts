import { Worker } from 'node:worker_threads'
import type { Read } from '../own/rules.ts'

/** A calendar that asks for more than this to be read is no calendar of somebody who works at a school. */
const [mostMilliseconds, mostMegabytes] = [20_000, 256]
const tooMuch: Read = { busy: [], trouble: 'too-large' }

export type Brought = { bytes: Uint8Array; kind: 'address' | 'file'; now: number }
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads beside this process, one calendar at a time: whatever stands in it, everybody else goes on. What takes too long or
 * too much room is let go of, and that is told.
 */
export function hoursBeside(brought: Brought, within = mostMilliseconds): Promise<Read> {
  const read = last.then(() => readBeside(brought, within))
  last = read
  return read
}

function readBeside(brought: Brought, within: number): Promise<Read> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: brought,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  return new Promise((resolve) => {
    const done = (read: Read) => {
      clearTimeout(patience)
      resolve(read)
      void worker.terminate()
    }
    const patience = setTimeout(() => done(tooMuch), within)
    worker.on('message', done)
    worker.on('error', () => done(tooMuch))
    worker.on('exit', () => done(tooMuch))
  })
}
