import type { Tx } from '#kit/db/database.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { cleared, nameOf } from '#rooms/trade/door.ts'
import { withoutFigures } from '../naming/rules.ts'
import { findPlaybook, partnersKnown, tasksOf } from '../queries.ts'
import { type Draft, draftOf, textOf } from './rules.ts'

const longAgo = '1900-01-01'

/** One playbook as another school would get it. `names`: somebody we do not know still seems to be named in it. */
export async function playbookToOffer(
  tx: Tx,
  schoolId: string,
  id: string,
  language: string,
): Promise<{ draft: Draft; names: boolean } | undefined> {
  const found = await findPlaybook(tx, schoolId, id)
  if (!found) return undefined
  const tasks = await tasksOf(tx, schoolId, id)
  const staff = await colleaguesOf(tx, schoolId, longAgo)
  const partners = await partnersKnown(tx, schoolId)
  const draft = draftOf(
    { ...found, tasks },
    {
      people: [...staff.map(({ name }) => name), ...partners.flatMap(({ faces }) => faces)],
      partners: partners.map(({ name, kind }) => ({ name, kind: kind && nameOf('partnerType', kind, language) })),
    },
  )
  return { draft, names: cleared(withoutFigures(textOf(draft))).warnings.length > 0 }
}
