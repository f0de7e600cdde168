import * as z from 'zod'
import { form } from '#kit/form/form.ts'

export type What = {
  kind: 'building' | 'space' | 'mine' | 'year' | 'group' | 'partner' | 'visits'
  spaceId: string | null
  groupId: string | null
  relationId: string | null
}
const none = { spaceId: null, groupId: null, relationId: null }
const idOf = (said: string) => said.slice(said.indexOf(':') + 1)

const whole = z.enum(['building', 'mine', 'year', 'visits']).transform((kind): What => ({ ...none, kind }))
const space = z
  .templateLiteral(['space:', z.uuid()])
  .transform((said): What => ({ ...none, kind: 'space', spaceId: idOf(said) }))
const group = z
  .templateLiteral(['group:', z.uuid()])
  .transform((said): What => ({ ...none, kind: 'group', groupId: idOf(said) }))
const partner = z
  .templateLiteral(['partner:', z.uuid()])
  .transform((said): What => ({ ...none, kind: 'partner', relationId: idOf(said) }))
const visits = z
  .templateLiteral(['visits:', z.uuid()])
  .transform((said): What => ({ ...none, kind: 'visits', relationId: idOf(said) }))

/** What the calendar shows: everybody, my partners, the year plan, one room, one group, one partner, or my own visits. */
export const feedForm = form({ what: z.union([whole, space, group, partner, visits], 'error.feed') })
