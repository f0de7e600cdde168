import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { without } from '#kit/text/without.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { cleared } from '#rooms/trade/door.ts'
import { partnersKnown } from '../queries.ts'
import { withoutFigures } from './rules.ts'

/** Colleagues, partners and the people there may be named; whoever else is, may be a child. */
export async function mayNameSomebody(tx: Tx, me: Actor, text: string): Promise<boolean> {
  const left = withoutFigures(text)
  // Nearly always nobody is named at all, and nothing has to be asked.
  if (cleared(left).warnings.length === 0) return false
  const staff = (await colleaguesOf(tx, me.organisationId, longAgo)).map(({ name }) => name)
  const partners = await partnersKnown(tx, me.organisationId)
  const known = [...staff, ...partners.flatMap(({ name, faces }) => [name, ...faces])]
  return cleared(without(left, known)).warnings.length > 0
}
/** Who left is known too: her name stays in what was written while she was here. */
const longAgo = '1900-01-01'
