import { parentPort, workerData } from 'node:worker_threads'
import { readLetter } from './letterin.ts'

// Anybody may send us a letter, and one full of line ends keeps whoever reads it busy: that is done beside the house.
readLetter(workerData).then((letter) => parentPort?.postMessage(letter))
