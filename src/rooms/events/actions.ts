import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayDirect, mayDirectAll } from './access.ts'
import type { Draft } from './copies/rules.ts'
import type { PartnerSaid, PlaybookSaid } from './forms.ts'
import { mayNameSomebody } from './naming/queries.ts'
import { findPlaybook, linesToInvite, type PlaybookShown, tasksOf } from './queries.ts'
import { playbookPartners, playbooks, playbookTasks } from './tables.ts'

type No = 'not-found' | 'names' | 'not-ours'
export type Done = { ok: true; id: string; name: string } | { ok: false; because: No }
const no = (because: No): Done => ({ ok: false, because })
const itIs = (me: Actor, id: string) => and(eq(playbooks.schoolId, me.organisationId), eq(playbooks.id, id))

/** A playbook of one's own, out of a template, another school's copy, or nothing. */
export async function beginPlaybook(tx: Tx, me: Actor, draft: Draft & { day: Day | null }): Promise<Done> {
  if (!isColleague(me)) return no('not-found')
  if (await mayNameSomebody(tx, me, draft.title)) return no('names')
  const { tasks, ...said } = draft
  const id = await add(tx, me, { ...said, ownerId: me.personId })
  await addAll(
    tx,
    me,
    id,
    tasks.map((task) => ({ ...task, doerId: null })),
  )
  return { ok: true, id, name: draft.title }
}

/**
 * The same again on another day: tasks, materials, what to look out for and what was learnt. Nothing is done. Who did what
 * stays for whoever still works here, and partners whose line is open take part again.
 */
export async function copyPlaybook(tx: Tx, me: Actor, id: string, day: Day, today: Day): Promise<Done> {
  const known = isColleague(me) ? await findPlaybook(tx, me.organisationId, id) : undefined
  if (!known) return no('not-found')
  const staff = new Set((await colleaguesOf(tx, me.organisationId, today)).map(({ personId }) => personId))
  const still = (personId: string | null) => (personId && staff.has(personId) ? personId : null)
  const { title, kind, materials, risks, remarks, partnerTypes } = known
  const ownerId = mayDirectAll(me) ? (still(known.ownerId) ?? me.personId) : me.personId
  const copy = await add(tx, me, { title, kind, day, ownerId, materials, risks, remarks, partnerTypes })
  const tasks = await tasksOf(tx, me.organisationId, id)
  await addAll(
    tx,
    me,
    copy,
    tasks.map(({ what, offset, doerId }) => ({ what, offset, doerId: still(doerId) })),
  )
  const open = new Set((await linesToInvite(tx, me.organisationId, today)).map((line) => line.id))
  const again = known.partners.filter((partner) => open.has(partner.id))
  if (again.length)
    await tx.insert(playbookPartners).values(
      again.map((partner) => ({
        ...{ schoolId: me.organisationId, playbookId: copy, relationId: partner.id, note: partner.note },
      })),
    )
  return { ok: true, id: copy, name: title }
}

async function add(tx: Tx, me: Actor, said: Omit<typeof playbooks.$inferInsert, 'schoolId' | 'id'>): Promise<string> {
  const id = crypto.randomUUID()
  await tx.insert(playbooks).values({ schoolId: me.organisationId, id, ...said })
  return id
}

type NewTask = { what: string; offset: number; doerId: string | null }
async function addAll(tx: Tx, me: Actor, playbookId: string, tasks: readonly NewTask[]) {
  const rows = tasks.map((task, place) => ({ schoolId: me.organisationId, playbookId, ...task, place }))
  if (rows.length) await tx.insert(playbookTasks).values(rows)
}

export async function changePlaybook(tx: Tx, me: Actor, id: string, said: PlaybookSaid, today: Day): Promise<Done> {
  const known = await directed(tx, me, id)
  if (!known) return no('not-found')
  const staff = said.ownerId === known.ownerId ? [] : await colleaguesOf(tx, me.organisationId, today)
  if (said.ownerId && said.ownerId !== known.ownerId && !staff.some(({ personId }) => personId === said.ownerId))
    return no('not-ours')
  const { title, materials, risks, remarks } = said
  if (await mayNameSomebody(tx, me, [title, materials, risks, remarks].filter(Boolean).join('\n'))) return no('names')
  await tx.update(playbooks).set(said).where(itIs(me, id))
  return { ok: true, id, name: title }
}

export async function removePlaybook(tx: Tx, me: Actor, id: string): Promise<Done> {
  const known = await directed(tx, me, id)
  if (!known) return no('not-found')
  await tx.delete(playbooks).where(itIs(me, id))
  return { ok: true, id, name: known.title }
}

/** A line of ours takes part, from then and there; said again it is the note that changes. */
export async function invitePartner(tx: Tx, me: Actor, id: string, said: PartnerSaid, today: Day): Promise<Done> {
  if (!(await directed(tx, me, id))) return no('not-found')
  const line = (await linesToInvite(tx, me.organisationId, today)).find((one) => one.id === said.relationId)
  if (!line) return no('not-ours')
  if (said.note && (await mayNameSomebody(tx, me, said.note))) return no('names')
  await tx
    .insert(playbookPartners)
    .values({ schoolId: me.organisationId, playbookId: id, ...said })
    .onConflictDoUpdate({
      target: [playbookPartners.schoolId, playbookPartners.playbookId, playbookPartners.relationId],
      set: { note: said.note },
    })
  return { ok: true, id, name: line.name }
}

export async function leaveOutPartner(tx: Tx, me: Actor, id: string, relationId: string): Promise<Done> {
  const known = await directed(tx, me, id)
  const partner = known?.partners.find((one) => one.id === relationId)
  if (!partner) return no('not-found')
  await tx
    .delete(playbookPartners)
    .where(
      and(
        ...[eq(playbookPartners.schoolId, me.organisationId), eq(playbookPartners.playbookId, id)],
        eq(playbookPartners.relationId, relationId),
      ),
    )
  return { ok: true, id, name: partner.name }
}

/** The playbook by this id, when I may change it. */
async function directed(tx: Tx, me: Actor, id: string): Promise<PlaybookShown | undefined> {
  const found = await findPlaybook(tx, me.organisationId, id)
  return found && mayDirect(me, found) ? found : undefined
}
