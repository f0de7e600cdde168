import * as z from 'zod'
import { form, maybe, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'

const day = (error: string) => z.string(error).refine(isDay, error)

/** Somebody goes, for good or for a while. */
export const startForm = form({
  how: z.enum(['leaving', 'away'], 'error.how'),
  lastDay: maybe(day('error.day')),
  backOn: maybe(day('error.day')),
})
export type StartSaid = z.infer<typeof startForm.schema>

export const answerForm = form({ note: text(200, 'error.note').transform((note) => note || null) })

const one = z.uuid()
/** Per thing whom to ask (`to.<id>`), or one person for all (`all`). What was not said, or says nobody, is left out. */
export function wishesOf(body: Record<string, string | string[]>): { all: string | null; each: Map<string, string> } {
  const all = one.safeParse(body['all'])
  const each = new Map<string, string>()
  for (const [field, value] of Object.entries(body))
    if (field.startsWith('to.') && one.safeParse(field.slice(3)).success && one.safeParse(value).success)
      each.set(field.slice(3), value as string)
  return { all: all.success ? all.data : null, each }
}
