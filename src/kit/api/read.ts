import type { Context } from 'hono'
import type * as z from 'zod'
import type { Operation } from './operation.ts'
import { Problem } from './problem.ts'

/** A request of a program is small; more is not read. */
export const mostBytes = 256 * 1024

type Wrong = { field: string; why: string }

/** What is not right, field by field, without saying back what was sent. */
const wrongIn = (error: z.ZodError, say = (message: string) => message): Wrong[] =>
  error.issues.slice(0, 20).flatMap((issue): Wrong[] => {
    const field = issue.path.join('.').slice(0, 100)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, 20).map((key) => ({ field: key.slice(0, 100), why: 'is not known here' }))
    return [{ field, why: say(issue.message).slice(0, 300) }]
  })

/** The ids in the address. What cannot be an id is nowhere. */
export function readParams({ params }: Operation, c: Context): Record<string, unknown> {
  const read = params.safeParse(c.req.param())
  if (!read.success) throw new Problem(404, 'There is nothing at this address.')
  return read.data
}

export function readQuery({ query }: Operation, c: Context): Record<string, unknown> {
  const sent = Object.entries(c.req.queries())
  const twice = sent.filter(([, values]) => values.length > 1).map(([field]) => ({ field, why: 'is given twice' }))
  if (twice.length) throw new Problem(400, 'A question is asked once.', { errors: twice.slice(0, 20) })
  const read = query.safeParse(Object.fromEntries(sent.map(([name, [value]]) => [name, value])))
  if (!read.success) throw new Problem(400, 'What is asked is not right yet.', { errors: wrongIn(read.error) })
  return read.data
}

/** The JSON that was sent, in the shape of this operation. */
export async function readJson({ body, say }: Operation, c: Context): Promise<unknown> {
  if (!body) return undefined
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type))
    throw new Problem(415, 'Send JSON, with Content-Type: application/json.')
  const read = body.safeParse(parsed(await textOf(c)))
  if (!read.success) throw new Problem(400, 'What was sent is not right yet.', { errors: wrongIn(read.error, say) })
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, 'The body is not JSON.')
  }
}

/** Read piece by piece, so that nobody can make us hold more than we read. */
async function textOf(c: Context): Promise<string> {
  const tooLarge = () => new Problem(413, `Send at most ${mostBytes / 1024} kB.`)
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > mostBytes) throw tooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
