import type { Visitor } from '../served.ts'
import { type Field, formsOf, likely, linksOf, type PageForm } from './page.ts'

export type FoundForm = PageForm & { page: string }

/**
 * Walks the pages that somebody can reach by following links, and takes along each form she meets. Of pages that are
 * alike but for an id or a filter, `alike` are enough.
 */
export async function walk(visitor: Visitor, { from = ['/'], alike = 2 }: { from?: string[]; alike?: number } = {}) {
  const [pages, forms] = [new Map<string, { status: number; html: string }>(), new Map<string, FoundForm>()]
  const [waiting, kinds] = [[...from], new Map<string, number>()]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const kind = kindOf(next)
    if (pages.has(next) || (kinds.get(kind) ?? 0) >= alike) continue
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const answer = await visitor.get(next)
    const html = answer.headers.get('content-type')?.includes('html') ? await answer.text() : ''
    pages.set(next, { status: answer.status, html })
    const onward = answer.headers.get('location')
    waiting.push(...linksOf(html), ...(onward?.startsWith('/') ? [onward] : []))
    for (const form of formsOf(html)) {
      const key = `${kindOf(form.action)} ${form.fields.map(({ name }) => name).join(' ')}`
      if (form.method === 'post' && !forms.has(key)) forms.set(key, { ...form, page: next })
    }
  }
  return { pages, forms: [...forms.values()] }
}

export const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/(routes|onderwerpen|kaarten|soorten|vragen|rollen)\/[^/]+/, '/$1/:word')
    .replace(/\?.*/, '?')

/** The form filled in as somebody would. */
export const filledIn = (fields: readonly Field[]) =>
  Object.fromEntries(fields.filter(({ kind }) => kind !== 'file').map((field) => [field.name, likely(field)]))
