import * as z from 'zod'
import type { Body } from '#kit/form/form.ts'
import { Problem } from './problem.ts'

type Shape = Readonly<Record<string, z.ZodType>>
type Wish<S extends Shape> = {
  /** Fields that must be there; the others may be left out or null. */
  needed: readonly (keyof S & string)[]
  /** Fields that say more in JSON than a browser can: numbers, and lists in which every word must be known. */
  instead?: Partial<Record<keyof S & string, z.ZodType>>
}

/** The fields of a form as a program sends them. A field that the form does not have is refused. */
export const sentAs = <S extends Shape>(
  shape: S,
  { needed, instead = {} }: Wish<S>,
): z.ZodObject<z.core.$ZodLooseShape> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, field]): [string, z.ZodType] => {
        const type = (instead as Shape)[name] ?? field
        return [name, needed.includes(name) ? type : type.nullish()]
      }),
    ),
  )

type FormLike<T> = { safeParse: (body: Body) => { success: true; data: T } | { success: false; error: z.ZodError } }

/**
 * Holds what a program sent to the very form that people fill in: the same rules, the same words. `say` turns the
 * form's own message into a sentence.
 */
export function held<T>(
  form: FormLike<T>,
  sent: Readonly<Record<string, unknown>>,
  say: (message: string) => string,
): T {
  const read = form.safeParse(asPosted(sent))
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), why: say(message) }))
  throw new Problem(422, errors[0]?.why ?? 'This cannot be kept like this.', { errors })
}

/** JSON the way a browser would have posted it. */
const asPosted = (sent: Readonly<Record<string, unknown>>): Body =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]): [string, string | string[]][] => {
      if (value === undefined || value === false) return []
      if (Array.isArray(value)) return [[name, value.map(String)]]
      return [[name, value === null ? '' : value === true ? 'yes' : String(value)]]
    }),
  )
