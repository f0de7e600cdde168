import { rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'

/**
 * The embedded database belongs to one process. A command that needs it while the server runs therefore goes through
 * the server: by a socket in its data directory, which only the owner of that directory can reach.
 */
/** `input` is what came on standard input, as base64: the server cannot read another's. */
export type Order = { args: string[]; cwd: string; input?: string | undefined }
export type Line = { say: string } | { warn: string } | { done: number }

export const socketOf = (dataDir: string) => join(dataDir, 'control.sock')

/** Listens for commands; each order is answered with lines of JSON, the last of which says how it ended. */
export function listenForCommands(dataDir: string, obey: Obey) {
  const path = socketOf(dataDir)
  rmSync(path, { force: true })
  const server = createServer(async (incoming, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const tell = (line: Line) => answer.write(`${JSON.stringify(line)}\n`)
    // Whoever gave the order and goes away before it is done wants no more of it.
    const gone = new AbortController()
    answer.on('close', () => gone.abort())
    // Whatever comes in here, the house stays up: what is no order is answered, not thrown.
    const done = await understood(chunks, obey, tell, gone.signal).catch((error: Error) => {
      tell({ warn: error.message.split('\n')[0] ?? 'failed' })
      return 1
    })
    tell({ done })
    answer.end()
  })
  server.listen(path)
  server.on('error', () => {})
  return { stop: () => server.close() }
}

type Obey = (order: Order, tell: (line: Line) => void, stop: AbortSignal) => Promise<number>
async function understood(
  chunks: Buffer[],
  obey: Obey,
  tell: (line: Line) => void,
  stop: AbortSignal,
): Promise<number> {
  const { args, cwd, input } = JSON.parse(Buffer.concat(chunks).toString()) as Partial<Order>
  if (!Array.isArray(args) || typeof cwd !== 'string' || (input && typeof input !== 'string'))
    throw new Error('This is not a command.')
  return obey({ args, cwd, input }, tell, stop)
}

/** Hands an order to the running server. Undefined when none is running. */
export function handOver(dataDir: string, order: Order, hear: (line: Line) => void): Promise<number | undefined> {
  return new Promise((resolve) => {
    const knock = request({ socketPath: socketOf(dataDir), method: 'POST', path: '/' }, (answer) => {
      let rest = ''
      let ended = 1
      answer.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines.map((l) => JSON.parse(l) as Line)) {
          if ('done' in line) ended = line.done
          else hear(line)
        }
      })
      answer.on('end', () => resolve(ended))
    })
    knock.on('error', () => resolve(undefined))
    knock.end(JSON.stringify(order))
  })
}
