import { cleared } from '#rooms/trade/door.ts'

/** Who is named in the facts may be named; any other name may be a child's, and is asked away. */
export const namesSomebodyElse = (sentence: string | null, known: readonly string[]): boolean => {
  if (!sentence) return false
  const parts = known.flatMap((name) => [name, ...name.split(' ')]).filter((part) => part.length > 2)
  const without = parts.sort((a, b) => b.length - a.length).reduce((text, part) => text.replaceAll(part, '…'), sentence)
  return cleared(without).warnings.length > 0
}
