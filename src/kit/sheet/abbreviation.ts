import { plain } from './layout.ts'

/** What "conc." stands for: the only one that begins so; undefined when there is none, or when it could be two. */
export function unabbreviate<Item>(
  short: string,
  items: readonly Item[],
  wordsOf: (item: Item) => readonly string[],
): Item | undefined {
  const start = plain(short).replace(/ /g, '')
  if (start.length < 3) return undefined
  const found = items.filter((item) => wordsOf(item).some((word) => plain(word).replace(/ /g, '').startsWith(start)))
  return found.length === 1 ? found[0] : undefined
}
