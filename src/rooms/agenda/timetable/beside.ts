import { Worker } from 'node:worker_threads'
import type { Instance } from './instance.ts'
import type { Plan } from './plan.ts'
import type { Progress } from './solve.ts'

/** Plans in a worker: this process goes on. Stopped by the signal, it gives the best it has found by then. */
export function planBeside(instance: Instance, stop: AbortSignal, tell: (progress: Progress) => void): Promise<Plan> {
  const flag = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { instance, flag } })
  const raise = () => void Atomics.store(new Int32Array(flag), 0, 1)
  if (stop.aborted) raise()
  stop.addEventListener('abort', raise, { once: true })
  return new Promise((resolve, reject) => {
    worker.on('message', ({ progress, found }: { progress?: Progress; found?: Plan }) => {
      if (progress) tell(progress)
      if (found) resolve(found)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`The planner ended with ${code}.`)))
  })
}
