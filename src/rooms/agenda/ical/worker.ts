import { parentPort, workerData } from 'node:worker_threads'
import { hoursIn } from '../own/rules.ts'

// What somebody brings may keep a process busy for ever: it is read beside it.
const { bytes, kind, now } = workerData
parentPort?.postMessage(hoursIn(bytes, kind, now))
