import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { roles } from '#rooms/trade/door.ts'

/** Who can be asked first at a school. */
export const firstRoles = roles.filter((role) => role.kind.startsWith('intern') || role.kind === 'bestuur')

/** So much of a question is read. */
export const longest = 4000

/** A question in her own words, a topic she points at, or one of the choices she was given. */
export const askForm = form({
  question: text(longest, 'error.topic'),
  topic: text(60, 'error.topic'),
  choice: text(60, 'error.topic'),
})

export const routeForm = form({
  role: maybe(z.enum(firstRoles.map((role) => role.id) as [string, ...string[]], 'error.role')),
  text: text(1000, 'error.text'),
  source: needed(200, { missing: 'error.source', tooLong: 'error.source.long' }),
})
export type RouteSaid = z.infer<typeof routeForm.schema>
