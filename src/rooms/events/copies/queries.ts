import { and, eq, sql } from 'drizzle-orm'
import { atOnce, type Tx } from '#kit/db/database.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { cleared, nameOf } from '#rooms/trade/door.ts'
import { withoutFigures } from '../naming/rules.ts'
import { partners, partnersKnown } from '../queries.ts'
import { playbooks, playbookTasks } from '../tables.ts'
import { type Draft, draftOf, textOf } from './rules.ts'

const longAgo = '1900-01-01'

const tasks = sql<{ what: string; offset: number }[]>`(select coalesce(json_agg(json_build_object('what', t.what,
    'offset', t."offset") order by t."offset", t.place), '[]'::json)
  from ${playbookTasks} t where t.school_id = playbooks.school_id and t.playbook_id = playbooks.id)`

/** With its tasks, in one question: the page that offers it asks who is around as well. */
async function findWhole(tx: Tx, schoolId: string, id: string) {
  const { title, kind, materials, risks, remarks, partnerTypes } = playbooks
  const [found] = await tx
    .select({ title, kind, materials, risks, remarks, partnerTypes, partners, tasks })
    .from(playbooks)
    .where(and(eq(playbooks.schoolId, schoolId), eq(playbooks.id, id)))
  return found
}

/** One playbook as another school would get it. `names`: somebody we do not know still seems to be named in it. */
export async function playbookToOffer(
  tx: Tx,
  schoolId: string,
  id: string,
  language: string,
): Promise<{ draft: Draft; names: boolean } | undefined> {
  const { found, staff, lines } = await atOnce({
    found: findWhole(tx, schoolId, id),
    staff: colleaguesOf(tx, schoolId, longAgo),
    lines: partnersKnown(tx, schoolId),
  })
  if (!found) return undefined
  const draft = draftOf(found, {
    people: [...staff.map(({ name }) => name), ...lines.flatMap(({ faces }) => faces)],
    partners: lines.map(({ name, kind }) => ({ name, kind: kind && nameOf('partnerType', kind, language) })),
  })
  return { draft, names: cleared(withoutFigures(textOf(draft))).warnings.length > 0 }
}
