/** A text without these names, whole or by the first word of them. */
export function without(text: string, names: readonly string[]): string {
  const known = [...names, ...names.flatMap((name) => name.split(' ')[0] ?? [])].filter((name) => name.length > 1)
  return known.reduce((rest, name) => rest.replaceAll(name, ''), text)
}
