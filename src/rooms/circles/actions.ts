import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { without } from '#kit/text/without.ts'
import type { Day } from '#kit/time/day.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { cleared } from '#rooms/trade/door.ts'
import { mayBegin, mayTend, mayWrite } from './access.ts'
import type { CircleSaid, MemberSaid, NoteSaid } from './forms.ts'
import { type CircleShown, findCircle, linesToChoose } from './queries.ts'
import { linesOf } from './rules.ts'
import { circleMembers, circleNotes, circlePartners, circles } from './tables.ts'

type No = 'not-found' | 'names' | 'not-ours' | 'later'
export type Done = { ok: true; id: string; name: string } | { ok: false; because: No }
const no = (because: No): Done => ({ ok: false, because })

export async function beginCircle(tx: Tx, me: Actor, said: CircleSaid, today: Day): Promise<Done> {
  if (!mayBegin(me)) return no('not-found')
  const wrong = await notRight(tx, me, said, today)
  if (wrong) return wrong
  const id = crypto.randomUUID()
  await tx.insert(circles).values({ schoolId: me.organisationId, id, ...said })
  return { ok: true, id, name: said.name }
}

export async function changeCircle(tx: Tx, me: Actor, id: string, said: CircleSaid, today: Day): Promise<Done> {
  const circle = await tended(tx, me, id, today)
  if (!circle) return no('not-found')
  const wrong = await notRight(tx, me, said, today)
  if (wrong) return wrong
  await tx.update(circles).set(said).where(itIs(me, id))
  return { ok: true, id, name: said.name }
}

export async function endCircle(tx: Tx, me: Actor, id: string, today: Day): Promise<Done> {
  const circle = await tended(tx, me, id, today)
  if (!circle) return no('not-found')
  await tx.delete(circles).where(itIs(me, id))
  return { ok: true, id, name: circle.name }
}

/** She sits in it from now on; said again it is about the part of the school she leads there. */
export async function addMember(tx: Tx, me: Actor, id: string, said: MemberSaid, today: Day): Promise<Done> {
  if (!(await tended(tx, me, id, today))) return no('not-found')
  const colleague = (await colleaguesOf(tx, me.organisationId, today)).find(
    ({ personId }) => personId === said.personId,
  )
  if (!colleague) return no('not-ours')
  await tx
    .insert(circleMembers)
    .values({ schoolId: me.organisationId, circleId: id, ...said })
    .onConflictDoUpdate({
      target: [circleMembers.schoolId, circleMembers.circleId, circleMembers.personId],
      set: { unit: said.unit },
    })
  return { ok: true, id, name: colleague.name }
}

export async function removeMember(tx: Tx, me: Actor, id: string, personId: string, today: Day): Promise<Done> {
  const circle = await tended(tx, me, id, today)
  const member = circle?.members.find((one) => one.personId === personId)
  if (!member) return no('not-found')
  await tx
    .delete(circleMembers)
    .where(
      and(
        ...[eq(circleMembers.schoolId, me.organisationId), eq(circleMembers.circleId, id)],
        eq(circleMembers.personId, personId),
      ),
    )
  return { ok: true, id, name: member.name }
}

export async function addPartner(tx: Tx, me: Actor, id: string, relationId: string, today: Day): Promise<Done> {
  if (!(await tended(tx, me, id, today))) return no('not-found')
  const line = (await linesToChoose(tx, me.organisationId, today)).find((one) => one.id === relationId)
  if (!line) return no('not-ours')
  await tx
    .insert(circlePartners)
    .values({ schoolId: me.organisationId, circleId: id, relationId })
    .onConflictDoNothing()
  return { ok: true, id, name: line.name }
}

export async function removePartner(tx: Tx, me: Actor, id: string, relationId: string, today: Day): Promise<Done> {
  const circle = await tended(tx, me, id, today)
  const partner = circle?.partners.find((one) => one.id === relationId)
  if (!partner) return no('not-found')
  await tx
    .delete(circlePartners)
    .where(
      and(
        ...[eq(circlePartners.schoolId, me.organisationId), eq(circlePartners.circleId, id)],
        eq(circlePartners.relationId, relationId),
      ),
    )
  return { ok: true, id, name: partner.name }
}

/** Five lines of what was said, by whoever sits in it. Colleagues and its partners may be named; nobody else. */
export async function writeNote(tx: Tx, me: Actor, id: string, { day, lines }: NoteSaid, today: Day): Promise<Done> {
  const circle = await findCircle(tx, me.organisationId, id, today)
  if (!circle || !mayWrite(me, circle)) return no('not-found')
  if (day > today) return no('later')
  const adults = (await colleaguesOf(tx, me.organisationId, today)).map(({ name }) => name)
  const known = [circle.name, ...circle.partners.map(({ name }) => name), ...adults]
  if (pointsAtSomebody(lines, known)) return no('names')
  const note = { day, lines: linesOf(lines).join('\n'), writtenBy: me.personId }
  await tx.insert(circleNotes).values({ schoolId: me.organisationId, circleId: id, ...note })
  return { ok: true, id, name: circle.name }
}

export async function removeNote(tx: Tx, me: Actor, id: string, noteId: string): Promise<Done> {
  // Whose it is to take back, the policy says.
  const gone = await tx
    .delete(circleNotes)
    .where(
      and(...[eq(circleNotes.schoolId, me.organisationId), eq(circleNotes.circleId, id)], eq(circleNotes.id, noteId)),
    )
    .returning({ id: circleNotes.id })
  return gone.length ? { ok: true, id, name: '' } : no('not-found')
}

const itIs = (me: Actor, id: string) => and(eq(circles.schoolId, me.organisationId), eq(circles.id, id))

async function tended(tx: Tx, me: Actor, id: string, today: Day): Promise<CircleShown | undefined> {
  const circle = await findCircle(tx, me.organisationId, id, today)
  return circle && mayTend(me, circle) ? circle : undefined
}

async function notRight(tx: Tx, me: Actor, said: CircleSaid, today: Day): Promise<Done | undefined> {
  const staff = await colleaguesOf(tx, me.organisationId, today)
  if (said.leadId && !staff.some(({ personId }) => personId === said.leadId)) return no('not-ours')
  const text = `${said.name}. ${said.about ?? ''}`
  return pointsAtSomebody(
    text,
    staff.map(({ name }) => name),
  )
    ? no('names')
    : undefined
}

/** Colleagues and partners may be named; whoever else is, may be a child. */
const pointsAtSomebody = (text: string, grownUps: readonly string[]) =>
  cleared(without(text, grownUps)).warnings.length > 0
