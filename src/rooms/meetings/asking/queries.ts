import { and, eq, gt, gte, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'

/** Faces at partners to whom a letter can go. */
const facesToInvite = (tx: Tx, schoolId: string, today: Day) =>
  tx
    .select({ id: faces.id, name: faces.name, work: faces.work, mail: faces.mail, partner: relations.name })
    .from(faces)
    .innerJoin(relations, and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId)))
    .where(
      and(
        eq(faces.schoolId, schoolId),
        isNotNull(faces.mail),
        or(isNull(faces.leftOn), gt(faces.leftOn, today)),
        or(isNull(relations.until), gte(relations.until, today)),
      ),
    )
    .orderBy(sql`${relations.name} collate "und-x-icu"`, faces.rank)

/** Everybody one can ask: colleagues who can answer by letter or inside, and faces with a mail address. */
export async function whoCanBeAsked(tx: Tx, me: Actor, today: Day) {
  const all = await colleaguesOf(tx, me.organisationId, today)
  return {
    /** Full names that may stand in a title. */
    adults: all.map(({ name }) => name),
    me: all.find(({ personId }) => personId === me.personId),
    colleagues: all.filter(({ personId, mail, hasAccount }) => personId !== me.personId && (mail || hasAccount)),
    faces: await facesToInvite(tx, me.organisationId, today),
  }
}
export type WhoCanBeAsked = Awaited<ReturnType<typeof whoCanBeAsked>>
