import { and, desc, eq, gt, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { shownSince } from './rules.ts'
import { type Tip, tips } from './tables.ts'

export type TipShown = Pick<Tip, 'id' | 'topic' | 'line' | 'usedOn' | 'stage' | 'authorId' | 'confirmedOn'> & {
  author: string | null
}

/** What colleagues say of one partner, the last used first; an old one is seen by its author only. */
export const tipsOf = (
  tx: Tx,
  { schoolId, relationId, reader, today }: { schoolId: string; relationId: string; reader: string; today: Day },
): Promise<TipShown[]> =>
  tx
    .select({
      ...{ id: tips.id, topic: tips.topic, line: tips.line, usedOn: tips.usedOn, stage: tips.stage },
      ...{ authorId: tips.authorId, confirmedOn: tips.confirmedOn, author: people.name },
    })
    .from(tips)
    .leftJoin(people, eq(people.id, tips.authorId))
    .where(
      and(
        eq(tips.schoolId, schoolId),
        eq(tips.relationId, relationId),
        or(gt(tips.confirmedOn, shownSince(today)), eq(tips.authorId, reader)),
      ),
    )
    .orderBy(desc(tips.usedOn))

export async function findTip(tx: Tx, schoolId: string, id: string): Promise<Tip | undefined> {
  const [tip] = await tx
    .select()
    .from(tips)
    .where(and(eq(tips.schoolId, schoolId), eq(tips.id, id)))
  return tip
}

export type TipOnLine = Pick<TipShown, 'line' | 'usedOn' | 'stage' | 'author'>
/** Beside a line of an answer: at most two tips about this question or about the partner as a whole. */
export const tipsOnLine = (topic: string, today: Day) => sql<
  TipOnLine[]
>`coalesce((select json_agg(json_build_object('line', one.line, 'usedOn', one.used_on, 'stage', one.stage, 'author', one.author))
  from (select ${tips.line} as line, ${tips.usedOn} as used_on, ${tips.stage} as stage, ${people.name} as author
    from ${tips} left join ${people} on ${people.id} = ${tips.authorId}
    where ${tips.schoolId} = ${relations.schoolId} and ${tips.relationId} = ${relations.id}
      and (${tips.topic} is null or ${tips.topic} = ${topic}) and ${tips.confirmedOn} > ${shownSince(today)}
    order by ${tips.usedOn} desc limit 2) one), '[]'::json)`
