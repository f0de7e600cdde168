import { cleared } from '#rooms/trade/door.ts'

/** A text without what points at a person, line by line; the adults around this request may be named. */
export function withoutPersons(text: string, adults: readonly string[]): { text: string; cleared: boolean } {
  const firstNames = adults.flatMap((name) => name.split(' ')[0] ?? [])
  const allowed = [...adults, ...firstNames].filter((name) => name.length > 1)
  let touched = false
  const lines = text.split('\n').map((line) => {
    if (allowed.some((name) => line.trim().replace(/[,.!]$/, '') === name)) return line
    const left = cleared(line)
    // A greeting with her own name, or one to her who asked, is no child.
    const others = cleared(allowed.reduce((rest, name) => rest.replaceAll(name, ''), line))
    if (others.warnings.length === 0) return line
    touched = true
    return left.text
  })
  return { text: lines.join('\n').trim(), cleared: touched }
}
