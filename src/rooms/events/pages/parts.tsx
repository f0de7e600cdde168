import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { ErrorSummary } from '#ui/form.tsx'
import { linesOf, momentOf, usualOffsets } from '../rules.ts'
import { words } from '../words/words.ts'

export type Colleagues = readonly { personId: string; name: string }[]
export const asOptions = (staff: Colleagues) => staff.map(({ personId, name }) => ({ value: personId, label: name }))

/** What is not right yet, in words. */
export function useErrors({ errors }: Said): Record<string, string> {
  const t = words.use()
  return Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
}
export const Wrong = ({ said }: { said: Said }) => (
  <ErrorSummary title={words.use()['error.summary']} errors={useErrors(said)} />
)

/** “6 weken ervoor”, “op de dag”, “de dag erna”. */
export const sayMoment = (t: ReturnType<typeof words.in>, offset: number): string => {
  const { count, unit, side } = momentOf(offset)
  if (side === 'on') return t['moment.on']
  const key = count > 1 ? unit : unit === 'day' ? 'oneDay' : 'oneWeek'
  return fill(t[`moment.${key}.${side}`], { count })
}
export function useMoment() {
  const t = words.use()
  return (offset: number) => sayMoment(t, offset)
}

/** The usual moments, and the one it has now when that is another. */
export function useMoments(also?: number) {
  const say = useMoment()
  const known: readonly number[] = usualOffsets
  const all = also === undefined || known.includes(also) ? known : [...known, also].toSorted((a, b) => a - b)
  return all.map((offset) => ({ value: String(offset), label: say(offset) }))
}

/** One thing a line, as a list; nothing at all when there is none. */
export const Lines = ({ title, text }: { title: string; text: string | null }) => {
  const lines = linesOf(text)
  if (!lines.length) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}
