import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Body } from '#kit/form/form.ts'

/** What a browser may send us at most; more is refused before it is read. */
export const mostBytes = 12 * 1024 * 1024

/** Thrown when a request is larger than we read. */
export class TooLarge extends Error {}
/** Thrown when a body says it is a form and is not. */
export class NotAForm extends Error {}

/** Stops reading at the limit, also when nobody said beforehand how much would come. */
export const limitBodies = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw new TooLarge()
  },
})

async function parsed(c: Context) {
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    throw new NotAForm()
  }
}

/** The fields of a posted form as text; a field that came several times is a list. */
export async function readBody(c: Context): Promise<Body> {
  const body: Body = {}
  for (const [name, value] of Object.entries(await parsed(c))) {
    const texts = [value].flat().filter((v): v is string => typeof v === 'string')
    if (texts.length) body[name] = texts.length === 1 ? texts[0]! : texts
  }
  return body
}

/** One uploaded file, or nothing when none was chosen. */
export async function readUpload(c: Context, field: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const file = [(await parsed(c))[field]].flat().find((value) => value instanceof File)
  if (!file || (file.size === 0 && !file.name)) return undefined
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
