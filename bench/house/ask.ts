import { Agent, request } from 'node:http'
import type { Asked } from './pages.ts'

export type Reply = { status: number; bytes: number; ms: number; text: () => string }

const lines = new Agent({ keepAlive: true, maxSockets: 64 })

/** One request over a line that stays open, and how long it took until the last byte. */
export function ask(url: string, cookie: string, { method, path, body }: Asked, encoding = 'gzip'): Promise<Reply> {
  const headers = {
    ...{ cookie, 'accept-encoding': encoding, origin: url },
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
  }
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const sent = request(new URL(path, url), { method, headers, agent: lines }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const ms = performance.now() - began
        const raw = Buffer.concat(parts)
        resolve({ status: answer.statusCode ?? 0, bytes: raw.length, ms, text: () => raw.toString() })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const hangUp = () => lines.destroy()
