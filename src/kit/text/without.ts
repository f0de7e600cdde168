const apart = /[\\^$.*+?()[\]{}|]/g

/** A text without these names, whole or by the first word of them. Only as words of their own: Jan may be named, Janneke not. */
export function without(text: string, names: readonly string[]): string {
  const known = [...names, ...names.flatMap((name) => name.split(' ')[0] ?? [])].filter((name) => name.length > 1)
  return known.reduce(
    (rest, name) => rest.replace(new RegExp(`(?<!\\p{L})${name.replace(apart, '\\$&')}(?!\\p{L})`, 'gu'), ''),
    text,
  )
}
