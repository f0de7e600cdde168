import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const most = 512 * 1024
const patience = 8_000

/** Thrown when a provider cannot be asked: what it is called goes to the operator, never to a visitor. */
export class NotReached extends Error {}

export type Question = {
  /** The operator said that this provider stands within the own network. */
  inside: boolean
  form?: Record<string, string>
  headers?: Record<string, string>
}

/** An address that we may ask: https, without a name and password in it; http only within the own network. */
export function addressOf(text: unknown, inside: boolean): URL {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.username || url.password) throw new NotReached('not an address')
  if (url.protocol !== 'https:' && !(inside && url.protocol === 'http:')) throw new NotReached('not https')
  if (!inside && isIP(bare(url.hostname)) && isInside(bare(url.hostname))) throw new NotReached('within a network')
  return url
}

const bare = (host: string) => host.replace(/^\[|\]$/g, '')

/**
 * Asks a provider, and nobody else: the name is resolved by us and refused when it leads into a network that is not
 * the internet, at the moment of connecting, so that a name cannot change its mind in between. No way on is followed.
 */
export async function ask(text: unknown, { inside, form, headers = {} }: Question): Promise<Record<string, unknown>> {
  const url = addressOf(text, inside)
  const body = form && new URLSearchParams(form).toString()
  const answer = await new Promise<string>((resolve, reject) => {
    const knock = (url.protocol === 'https:' ? secure : plain)(
      url,
      {
        method: body === undefined ? 'GET' : 'POST',
        agent: false,
        lookup: outsideOnly(inside),
        signal: AbortSignal.timeout(patience),
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      },
      (incoming) => void read(incoming).then(resolve, reject),
    )
    knock.on('error', reject)
    knock.end(body)
  }).catch((fault: Error) => {
    throw fault instanceof NotReached ? fault : new NotReached((fault as NodeJS.ErrnoException).code ?? fault.name)
  })
  return objectOf(answer)
}

async function read(incoming: IncomingMessage): Promise<string> {
  if (incoming.statusCode !== 200) {
    incoming.destroy()
    throw new NotReached(`answered ${incoming.statusCode}`)
  }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw new NotReached('too long an answer')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw new NotReached('no JSON')
}

const outsideOnly =
  (inside: boolean): LookupFunction =>
  (name, options, done) =>
    lookup(name, { ...options, all: true }, (fault, found: LookupAddress[]) => {
      if (fault) return done(fault, '')
      if (!inside && found.some(({ address }) => isInside(address))) return done(new NotReached('within a network'), '')
      const [first] = found
      return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family)
    })

const fours = new BlockList()
for (const net of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
])
  fours.addSubnet(...partsOf(net), 'ipv4')
// Also what carries an IPv4 address within it: mapped, translated, 6to4, Teredo.
const sixes = new BlockList()
for (const net of [
  ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2001:db8::/32'],
  ...['2002::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
])
  sixes.addSubnet(...partsOf(net), 'ipv6')

function partsOf(net: string): [string, number] {
  const [address = '', prefix] = net.split('/')
  return [address, Number(prefix)]
}

/** Two lists, because one would look for an IPv4 address among the mapped ones and find every one there. */
export const isInside = (address: string) =>
  isIP(address) === 6 ? sixes.check(address, 'ipv6') : fours.check(address, 'ipv4')
