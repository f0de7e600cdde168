import { request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pinned, type Resolve, type Unfit, unfit } from './outside.ts'

export type Trouble = Unfit | 'too-large' | 'slow' | 'away' | 'refused' | 'too-often'
export type Fetched = { ok: true; bytes: Uint8Array } | { ok: false; because: Trouble }
export type Asking = {
  address: string
  accept?: string
  mostBytes?: number
  mostRedirects?: number
  /** Milliseconds for all of it, redirects included. */
  within?: number
  /** Lets this machine in too: for tests. */
  near?: boolean
  resolve?: Resolve
}

/**
 * Reads what stands at an address somebody gave. Every step is looked at anew, also where it is sent on to: only named
 * places on the open internet, over https, at the very address that was looked up and checked.
 */
export async function fetchOutside(asking: Asking): Promise<Fetched> {
  const { mostRedirects = 3, within = 10_000 } = asking
  const signal = AbortSignal.timeout(within)
  let { address } = asking
  for (let steps = 0; steps <= mostRedirects; steps++) {
    const because = unfit(address, asking)
    if (because) return { ok: false, because }
    const answer = await once({ ...asking, address }, signal)
    if (!('onTo' in answer)) return answer
    if (!URL.canParse(answer.onTo, address)) return { ok: false, because: 'no-address' }
    address = new URL(answer.onTo, address).href
  }
  return { ok: false, because: 'too-often' }
}

function once({ address, accept = '*/*', mostBytes = 5_000_000, near = false, resolve }: Asking, signal: AbortSignal) {
  const url = new URL(address)
  const lookup: LookupFunction = pinned(near && url.hostname === 'localhost', resolve)
  const headers = { Accept: accept, 'Accept-Encoding': 'identity', 'User-Agent': 'Korte Lijnen' }
  return new Promise<Fetched | { onTo: string }>((done) => {
    const refuse = (because: Trouble) => done({ ok: false, because })
    const asking = (url.protocol === 'https:' ? securely : plainly)(
      url,
      { agent: false, lookup, signal, headers },
      (answer) => {
        const status = answer.statusCode ?? 0
        const onTo = status >= 300 && status < 400 ? answer.headers.location : undefined
        if (onTo !== undefined || status !== 200) {
          answer.destroy()
          return onTo === undefined ? refuse('refused') : done({ onTo })
        }
        const parts: Buffer[] = []
        let long = 0
        answer.on('data', (part: Buffer) => {
          long += part.length
          parts.push(part)
          if (long <= mostBytes) return
          answer.destroy()
          refuse('too-large')
        })
        answer.on('end', () => done({ ok: true, bytes: Buffer.concat(parts) }))
        answer.on('error', () => refuse(signal.aborted ? 'slow' : 'away'))
      },
    )
    asking.on('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'EINSIDE' ? 'inside' : signal.aborted ? 'slow' : 'away'),
    )
    asking.end()
  })
}
