import { lookup as resolve } from 'node:dns'
import { request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Every network that is not the open internet: this machine, the building, the cloud's own, and what is set apart. */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4')
/** Of version 6 only this much is the open internet; the rest, and what wraps a version 4 address, is not. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const wrapped6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  wrapped6.addSubnet(network, bits, 'ipv6')

export function isOutside(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !inside.check(address, 'ipv4')
  return version === 6 && open6.check(address, 'ipv6') && !wrapped6.check(address, 'ipv6')
}

export type Unfit = 'no-address' | 'not-https' | 'inside'
type Near = { near?: boolean }

/** Why nothing may be sent there, as far as its address tells. `near` lets this machine in too: for tests. */
export function unfit(address: string, { near = false }: Near = {}): Unfit | undefined {
  if (!URL.canParse(address)) return 'no-address'
  const { protocol, hostname, username, password, port } = new URL(address)
  if (username || password || address.length > 500) return 'no-address'
  if (near && hostname === 'localhost' && protocol === 'http:') return undefined
  if (protocol !== 'https:' || (port !== '' && port !== '8443')) return 'not-https'
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const named =
    isIP(bare) === 0 && /\.[a-z][a-z0-9-]*$/i.test(bare) && !/\.(local|localhost|internal|lan|home|arpa)$/i.test(bare)
  return named ? undefined : 'inside'
}

// Looked up once, looked at, and then connected to as it is: a name that says something else a moment later says it in vain.
export type Resolve = typeof resolve
export const pinned =
  (near: boolean, ask: Resolve = resolve): LookupFunction =>
  (hostname, options, done) =>
    ask(hostname, { all: true, family: options.family ?? 0 }, (error, found) => {
      if (error) return done(error, [])
      const good = found.filter(({ address }) => near || isOutside(address))
      if (good.length < found.length || !good[0])
        return done(Object.assign(new Error('inside'), { code: 'EINSIDE' }), [])
      return options.all ? done(null, good) : done(null, good[0].address, good[0].family)
    })

export type Sent = { ok: boolean; status: number | undefined; because?: string }
type Post = { address: string; headers: Record<string, string>; body: string; near?: boolean; within?: number }

/** Posts to an address elsewhere. Follows no redirect, reads no answer but its status, waits a few seconds at most. */
export function postOutside({ address, headers, body, near = false, within = 5000 }: Post): Promise<Sent> {
  const because = unfit(address, { near })
  if (because) return Promise.resolve({ ok: false, status: undefined, because })
  const url = new URL(address)
  const options = {
    ...{ method: 'POST', agent: false as const, lookup: pinned(near && url.hostname === 'localhost') },
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(within),
  }
  return new Promise((done) => {
    const sending = (url.protocol === 'https:' ? securely : plainly)(url, options, (answer) => {
      const status = answer.statusCode ?? 0
      answer.destroy()
      done({ ok: status >= 200 && status < 300, status })
    })
    sending.on('error', (error: NodeJS.ErrnoException) =>
      done({ ok: false, status: undefined, because: error.code ?? error.name }),
    )
    sending.end(body)
  })
}
