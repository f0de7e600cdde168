import * as z from 'zod'
import { Problem } from './problem.ts'

/** Lists come in pages of at most a hundred; `next` is the cursor of the page after this one, null at the end. */
export const mostOfAPage = 100

export const paging = {
  limit: z.coerce.number().int().min(1).max(mostOfAPage).default(50).meta({ description: 'How many, at most 100.' }),
  cursor: z.string().max(200).optional().meta({ description: 'The `next` of the page before.' }),
}

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

const unreadable = () =>
  new Problem(400, 'This cursor is not one of ours. Leave it out to begin at the first page.', {
    errors: [{ field: 'cursor', why: 'is not a cursor of this list' }],
  })

/** The id after which this page begins. Pages follow ids, so that what comes or goes meanwhile moves nothing. */
export function afterOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const id = z.uuid().safeParse(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!id.success) throw unreadable()
  return id.data.toLowerCase()
}

/** Of one row more than was asked, the page and where the next begins. */
export function paged<T extends { id: string }>(rows: readonly T[], limit: number) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null }
}

/** A page of a short list that was read whole. */
export function pageFrom<T extends { id: string }>(rows: readonly T[], { cursor, limit }: Asked) {
  const after = afterOf(cursor) ?? ''
  const inOrder = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  return paged(
    inOrder.filter(({ id }) => id > after),
    limit,
  )
}
type Asked = { cursor?: string | undefined; limit: number }
