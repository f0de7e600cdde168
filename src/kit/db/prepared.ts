import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import type pg from 'pg'

/** Statements are known by name after this many times, and at most so many: every connection keeps a plan of each. */
const oftenEnough = 3
const mostNamed = 200
const mostCounted = 2000

const reads = /^\s*(select\b|with\b(?!.*\b(insert|update|delete|merge)\b))/is

type Asked = { text?: unknown; name?: string | undefined }

/**
 * Policies make a statement dear to plan: working out how a card is read takes PostgreSQL ten times as long as reading
 * it. A statement that keeps coming back therefore gets a name, under which every connection keeps its plan. Only what
 * reads; what writes comes seldom and in many shapes.
 */
export function namer({ named = mostNamed, counted = mostCounted, often = oftenEnough } = {}) {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return (text: string): string | undefined => {
    const known = names.get(text)
    if (known || !reads.test(text) || names.size >= named) return known
    const count = (counts.get(text) ?? 0) + 1
    if (count < often) {
      if (counts.size >= counted) counts.clear()
      counts.set(text, count)
      return undefined
    }
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    counts.delete(text)
    names.set(text, name)
    return name
  }
}

/** From here on this connection keeps the plans of statements that have a name. */
export function keepPlans(client: pg.PoolClient, nameOf: (text: string) => string | undefined): void {
  const driver = Object.getPrototypeOf(client) as { query: (...given: unknown[]) => unknown }
  const together = oneMessage(client)
  const naming = (first: unknown, ...rest: unknown[]) => {
    together()
    return driver.query.call(client, withName(first, nameOf), ...rest)
  }
  client.query = naming as typeof client.query
}

/** What is asked at one moment goes out as one message: each message apart costs both sides a turn. */
function oneMessage(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  let waiting = false
  const send = () => {
    waiting = false
    stream.uncork()
  }
  return () => {
    if (waiting) return
    waiting = true
    stream.cork()
    process.nextTick(send)
  }
}

function withName(first: unknown, nameOf: (text: string) => string | undefined): unknown {
  const { text, name } = (typeof first === 'object' && first ? first : {}) as Asked
  if (typeof text !== 'string' || name) return first
  const found = nameOf(text)
  return found ? { ...(first as Asked), name: found } : first
}
