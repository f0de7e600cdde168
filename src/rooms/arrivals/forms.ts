import * as z from 'zod'
import { form, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'

const part = text(600, 'error.long').transform((said) => said || null)
export const packForm = form({ vision: part, methods: part, rules: part, whom: part })
export type PackSaid = z.infer<typeof packForm.schema>
export const packParts = ['vision', 'methods', 'rules', 'whom'] as const

export type DaySaid = { id: string; onDay: string | null; met: boolean }
/** Per introduction its day (`on.<id>`) and whether they met (`met.<id>`); ids whose day does not exist. */
export function daysOf(body: Record<string, string | string[]>): { said: DaySaid[]; wrong: string[] } {
  const said: DaySaid[] = []
  const wrong: string[] = []
  for (const [field, value] of Object.entries(body)) {
    const id = field.slice(3)
    if (!field.startsWith('on.') || !z.uuid().safeParse(id).success) continue
    const day = String([value].flat()[0] ?? '').trim()
    if (day && !isDay(day)) wrong.push(field)
    else said.push({ id, onDay: day || null, met: body[`met.${id}`] !== undefined })
  }
  return { said, wrong }
}
