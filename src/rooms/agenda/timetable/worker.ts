import { parentPort, workerData } from 'node:worker_threads'
import { plan } from './plan.ts'

// Solving keeps a process busy for seconds: it is done beside it. The flag is raised by whoever has had enough.
const { instance, flag } = workerData
const enough = new Int32Array(flag)
plan(instance, {
  tell: (progress) => parentPort?.postMessage({ progress }),
  stopped: () => Atomics.load(enough, 0) === 1,
}).then((found) => parentPort?.postMessage({ found }))
