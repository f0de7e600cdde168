// Reads our own pages: they come from JSX, so their marks are always closed and their attributes always quoted.

export type Field = {
  name: string
  kind: 'text' | 'box' | 'choice' | 'hidden' | 'file' | 'secret' | 'button'
  /** The type attribute of an input. */
  type: string
  value: string
  options: readonly string[]
}
export type PageForm = { action: string; method: 'get' | 'post'; upload: boolean; fields: Field[] }

/** Every form of a page, with what a browser would send of it. */
export const formsOf = (html: string): PageForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, marks = '', inner = '']) => ({
    action: attribute(marks, 'action') ?? '',
    method: attribute(marks, 'method') === 'post' ? 'post' : 'get',
    upload: attribute(marks, 'enctype') === 'multipart/form-data',
    fields: fieldsOf(inner),
  }))

function fieldsOf(html: string): Field[] {
  const found = [...html.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)].map((match) => fieldAt(html, match))
  const fields = new Map<string, Field>()
  for (const field of found) {
    if (!field) continue
    const known = fields.get(field.name)
    fields.set(field.name, known ? { ...known, options: [...known.options, ...field.options] } : field)
  }
  return [...fields.values()]
}

function fieldAt(html: string, { 1: mark, 2: marks = '', 0: whole, index = 0 }: RegExpMatchArray): Field | undefined {
  const name = attribute(marks, 'name')
  if (!name) return undefined
  const rest = html.slice(index + whole!.length)
  const value = attribute(marks, 'value') ?? ''
  if (mark === 'textarea')
    return { name, kind: 'text', type: 'textarea', value: decode(until(rest, '</textarea>')), options: [] }
  if (mark === 'select') return select(name, until(rest, '</select>'))
  if (mark === 'button') return { name, kind: 'button', type: 'submit', value, options: [value] }
  const type = attribute(marks, 'type') ?? 'text'
  if (type === 'checkbox' || type === 'radio') return { name, kind: 'box', type, value: '', options: [value || 'on'] }
  const kind = type === 'hidden' || type === 'file' ? type : type === 'password' ? 'secret' : 'text'
  return { name, kind, type, value, options: [] }
}

function select(name: string, inner: string): Field {
  const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, marks = '']) => ({
    value: attribute(marks, 'value') ?? '',
    chosen: / selected\b/.test(marks),
  }))
  const value = options.find(({ chosen }) => chosen)?.value ?? options[0]?.value ?? ''
  return { name, kind: 'choice', type: 'select', value, options: options.map((option) => option.value) }
}

const until = (text: string, end: string) => text.slice(0, Math.max(text.indexOf(end), 0))

function attribute(marks: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(marks)
  return found ? decode(found[1]!) : undefined
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
export const decode = (text: string) => text.replace(/&([a-z]+|#\d+);/g, (whole, name) => entities[name] ?? whole)

/** Where a page leads, inside this house. */
export const linksOf = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
      .map(([, href]) => decode(href!).replace(/#.*$/, ''))
      .filter((href) => href.startsWith('/')),
  ),
]

/** A value that somebody could well have typed here. */
export function likely(field: Field): string {
  if (field.value) return field.value
  if (field.options.length) return field.options.find(Boolean) ?? ''
  if (field.kind === 'secret') return 'vier paarse olifanten'
  const typed: Record<string, string> = {
    email: 'merk@vrolijk.example',
    tel: '0612345678',
    url: 'https://vrolijk.example',
    number: '3',
    date: '2026-09-01',
    time: '09:15',
  }
  return typed[field.type] ?? 'Vrolijk merk'
}
