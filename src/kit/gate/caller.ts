import { isIPv4, isIPv6 } from 'node:net'

/** Whoever knocks: what the browser sent along, and from where. The address serves to slow down guessing; it is never stored. */
export type Caller = { headers: Headers; address: string }
/** Where it does not matter from where. */
export type Asker = Pick<Caller, 'headers'>

/** `socketAddress` is the other end of the connection; behind a trusted proxy that is the proxy, and the proxy's word counts. */
export const callerOf = (
  headers: Headers,
  socketAddress: string | undefined,
  config: { trustProxy: boolean },
): Caller => ({
  headers,
  address: networkOf((config.trustProxy && lastForwarded(headers)) || socketAddress || ''),
})

// Only the last entry was written by our own proxy; everything before it is what the caller says about himself.
const lastForwarded = (headers: Headers) => headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()

/** An IPv4 address as it is; of an IPv6 address the network, because one subscriber has all addresses in it. */
function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return 'unknown'
  const [head = '', tail] = (bare.split('%')[0] as string).toLowerCase().split('::')
  const front = head ? head.split(':') : []
  const back = tail ? tail.split(':') : []
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}
