import { Worker } from 'node:worker_threads'

const queues = new Map<string, Promise<unknown>>()

/**
 * Lets the worker in this file do its work beside this thread, one piece of work at a time: for what strangers bring.
 * Whatever stands in it, everybody else goes on. Undefined when it took too long or went wrong. (No limit of its own to its
 * memory: a worker that runs into one takes the whole process along.)
 */
export function beside<T>(file: URL, given: unknown, milliseconds: number): Promise<T | undefined> {
  // A worker that cannot even begin is no reason for all after it not to.
  const done = (queues.get(file.href) ?? Promise.resolve())
    .then(() => atWork<T>(file, given, milliseconds))
    .catch(() => undefined)
  queues.set(file.href, done)
  return done
}

function atWork<T>(file: URL, workerData: unknown, milliseconds: number): Promise<T | undefined> {
  const worker = new Worker(file, { workerData })
  return new Promise((resolve) => {
    const end = (found?: T) => {
      clearTimeout(patience)
      resolve(found)
      void worker.terminate()
    }
    const patience = setTimeout(() => end(), milliseconds)
    worker.on('message', end)
    worker.on('error', () => end())
    worker.on('exit', () => end())
  })
}
