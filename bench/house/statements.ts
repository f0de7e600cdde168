import type { Hono } from 'hono'
import pg from 'pg'
import type { Street } from '#kit/http/types.ts'
import type { Asked } from './pages.ts'

/** One statement as the driver was given it, and whether it went as sign-in or as somebody. */
export type Statement = { by: 'gate' | 'rest'; text: string; given: unknown }

type Client = { query: (...given: unknown[]) => unknown; connectionParameters: { options?: string } }

/** Every statement the house sends for one request, in order. The house must be in this process, and do nothing else. */
export async function statementsOf(app: Hono<Street>, url: string, cookie: string, asked: Asked): Promise<Statement[]> {
  const heard: Statement[] = []
  const client = pg.Client.prototype as unknown as Client
  const { query } = client
  client.query = function (this: Client, ...given: unknown[]) {
    const [first] = given
    const text = typeof first === 'string' ? first : String((first as { text?: string }).text)
    const by = this.connectionParameters.options?.includes('house_gate') ? 'gate' : 'rest'
    heard.push({
      by,
      text,
      given: typeof first === 'string' ? first : { ...(first as object), values: valuesOf(given) },
    })
    return query.apply(this, given)
  }
  try {
    const answer = await app.fetch(requestOf(url, cookie, asked))
    await answer.text()
  } finally {
    client.query = query
  }
  return heard
}

const valuesOf = ([first, second]: unknown[]) =>
  Array.isArray(second) ? second : (first as { values?: unknown[] }).values

function requestOf(url: string, cookie: string, { method, path, body }: Asked): Request {
  const headers = new Headers({ cookie, origin: url, host: new URL(url).host })
  if (body !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded')
  return new Request(new URL(path, url), { method, headers, ...(body === undefined ? {} : { body }) })
}

/** What a page asks besides beginning and ending, becoming somebody, and the session. */
export const queriesIn = (statements: readonly Statement[]): number =>
  statements.filter(
    ({ by, text }) =>
      by === 'rest' && !/^(begin|commit|rollback)/i.test(text) && !/^select set_config\('role'/.test(text),
  ).length

/** As anybody would send them: without the names under which the house lets its connections keep their plans. */
export const withoutNames = (statements: readonly Statement[]): Statement[] =>
  statements.map(({ given, ...statement }) => ({
    ...statement,
    given: typeof given === 'string' ? given : { ...(given as object), name: undefined },
  }))

/** The same statements straight through the driver, with nothing around them. */
export function replayer(url: string) {
  const pools = { gate: poolAs(url, 'house_gate', 4), rest: poolAs(url, 'house_rest', 12) }
  return {
    async replay(statements: readonly Statement[]): Promise<void> {
      let held: pg.PoolClient | undefined
      for (const { by, text, given } of statements) {
        if (by === 'rest' && /^begin/i.test(text)) held = await pools.rest.connect()
        await (held && by === 'rest' ? held : pools[by]).query(given as string)
        if (by === 'rest' && /^(commit|rollback)/i.test(text)) held = void held?.release()
      }
    },
    close: () => Promise.all([pools.gate.end(), pools.rest.end()]),
  }
}

const poolAs = (connectionString: string, role: string, max: number) =>
  new pg.Pool({ connectionString, max, options: `-c role=${role}` })
