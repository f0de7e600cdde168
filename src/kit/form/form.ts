import * as z from 'zod'

/** What was typed and what is not right about it yet. Errors are keys of the room's words. */
export type Said<K extends string = string> = {
  values: Partial<Record<K, string | string[]>>
  errors: Partial<Record<K, string>>
}

/** One posted form: every field as text, or as a list when it came more than once. Files are left out. */
export type Body = Record<string, string | string[]>

/** A form is what may be said, and how to say it back when it was not quite right. */
export function form<S extends z.ZodRawShape>(shape: S) {
  const schema = z.object(shape)
  type K = Extract<keyof S, string>
  return {
    schema,
    shape,
    safeParse: (body: Body) => schema.safeParse(body),
    sayBack: (error: z.ZodError, body: Body): Said<K> => ({
      values: body as Said<K>['values'],
      errors: firstPerField(error) as Said<K>['errors'],
    }),
    blank: (values: Said<K>['values'] = {}): Said<K> => ({ values, errors: {} }),
  }
}

function firstPerField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[String(issue.path[0])] ??= issue.message
  return errors
}

// Every control sign but the tab and the line feed.
const controlSigns = /(?![\t\n\r])\p{Cc}/gu
/** Text as a person meant it: no control signs (PostgreSQL refuses NUL), lone surrogates mended, blanks trimmed. */
const asMeant = (value: unknown) =>
  typeof value === 'string' ? value.toWellFormed().replace(controlSigns, '').replace(/\r\n?/g, '\n').trim() : value

/** A text field: cleaned, then held to its length. An absent field counts as empty. */
export const text = (most: number, tooLong: string) =>
  z.preprocess((v) => asMeant(Array.isArray(v) ? v[0] : (v ?? '')), z.string(tooLong).max(most, tooLong))
export const needed = (most: number, words: { missing: string; tooLong: string }) =>
  z.preprocess(
    (v) => asMeant(Array.isArray(v) ? v[0] : (v ?? '')),
    z.string(words.missing).min(1, words.missing).max(most, words.tooLong),
  )
/** Empty becomes null; anything else must suit the type. */
export const maybe = <T extends z.ZodType>(type: T) =>
  z.preprocess((v) => {
    const meant = asMeant(Array.isArray(v) ? v[0] : v)
    return meant === '' || meant === undefined ? null : meant
  }, type.nullable())
/** Boxes that may be ticked: none, one or several, always a list of what is known. */
export const several = <T extends string>(known: readonly T[]) =>
  z.preprocess(
    (v) => (v === undefined ? [] : [v].flat()).filter((x) => known.includes(x as T)),
    z.array(z.enum(known as [T, ...T[]])),
  )
export const ticked = z.preprocess((v) => [v].flat().some((x) => x === 'on' || x === 'yes' || x === '1'), z.boolean())
