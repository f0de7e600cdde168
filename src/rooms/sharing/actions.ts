import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { eraseContents, eraseRemoved } from '#kit/trail/erase.ts'
import { beginPlaybook, playbookToOffer } from '#rooms/events/door.ts'
import { addRelation, faces, mayTendNetwork } from '#rooms/relations/door.ts'
import { findRoute, writeRoute } from '#rooms/signpost/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import type { OfferSaid } from './forms.ts'
import { findOffer, isOffered, lineToOffer, type Offered, type Source, schoolsAround, takenBefore } from './queries.ts'
import { objection, whereIs } from './rules.ts'
import { offerSchools, offerSources, offers, takings } from './tables.ts'

export type OfferRefused = 'not-yours' | 'not-found' | 'offered' | 'schools' | 'agreed' | 'child' | 'names'
export type OfferMade = { ok: true; id: string } | { ok: false; because: OfferRefused }
type Copy = Omit<typeof offers.$inferInsert, 'schoolId' | 'id' | 'audience' | 'km' | 'note' | 'offeredOn'>

/** Offers a copy of a partner: its public facts, and those faces that are known to agree. */
export async function offerPartner(
  tx: Tx,
  me: Actor,
  relationId: string,
  said: OfferSaid & { today: Day },
): Promise<OfferMade> {
  const found = await lineToOffer(tx, me.organisationId, relationId)
  if (!found) return { ok: false, because: 'not-found' }
  const { name, form, type, place, postcode, website, phone, levels } = found.line
  const given = found.faces.filter(({ id }) => said.faces.includes(id))
  const faces = given.map((face) => ({ name: face.name, work: face.work, phone: face.phone, mail: face.mail }))
  const facts = { name, form, type, place, postcode, website, phone, levels }
  return offer(tx, me, { relationId }, { kind: 'partner', ...facts, faces }, said)
}

/** Offers a copy of “zo doen wij het hier” for one topic. */
export async function offerText(
  tx: Tx,
  me: Actor,
  topic: string,
  said: OfferSaid & { today: Day },
): Promise<OfferMade> {
  const route = await findRoute(tx, me.organisationId, topic)
  if (!route?.text) return { ok: false, because: 'not-found' }
  const copy = { kind: 'text' as const, topic, body: route.text, levels: [], faces: [] }
  return offer(tx, me, { topic }, copy, { ...said, faces: [] })
}

/** Offers a copy of a playbook: its tasks and lists, with nobody in it, no day, and of each partner only its kind. */
export async function offerPlaybook(
  tx: Tx,
  me: Actor,
  playbookId: string,
  said: OfferSaid & { today: Day; language: string },
): Promise<OfferMade> {
  const found = await playbookToOffer(tx, me.organisationId, playbookId, said.language)
  if (!found) return { ok: false, because: 'not-found' }
  if (found.names) return { ok: false, because: 'names' }
  const { draft } = found
  const copy = { kind: 'playbook' as const, name: draft.title, playbook: draft, levels: [], faces: [] }
  return offer(tx, me, { playbookId }, copy, { ...said, faces: [] })
}

async function offer(
  tx: Tx,
  me: Actor,
  source: Source,
  copy: Copy,
  { note, audience, km, schools, faces, agreed, today }: OfferSaid & { today: Day },
): Promise<OfferMade> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  // Only to schools one could see in the list: no id from elsewhere.
  const around = audience === 'chosen' ? (await schoolsAround(tx, me.organisationId)).map((one) => one.id) : []
  const chosen = around.filter((one) => schools.includes(one))
  const against = objection({ audience, schools: chosen, faces, agreed })
  if (against) return { ok: false, because: against }
  if (namesAChild(`${note ?? ''}\n${copy.body ?? ''}`)) return { ok: false, because: 'child' }
  if (await isOffered(tx, me.organisationId, source)) return { ok: false, because: 'offered' }
  const [schoolId, id] = [me.organisationId, crypto.randomUUID()]
  const reach = { audience, km: audience === 'near' ? km : null }
  await tx.insert(offers).values({ schoolId, id, ...copy, note, ...reach, offeredOn: today })
  await tx.insert(offerSources).values({ schoolId, offerId: id, ...source, offeredBy: me.personId })
  if (audience === 'chosen')
    await tx.insert(offerSchools).values(chosen.map((toId) => ({ schoolId, offerId: id, toId })))
  return { ok: true, id }
}

/** From now on nobody new takes it over. */
export async function withdraw(tx: Tx, me: Actor, id: string): Promise<OfferMade> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const gone = await tx
    .delete(offers)
    .where(and(eq(offers.schoolId, me.organisationId), eq(offers.id, id)))
    .returning()
  return gone.length ? { ok: true, id } : { ok: false, because: 'not-found' }
}

/** As the keeper: a contact person who is at the partner no more, or not on its card, is offered no longer. Says how many offers. */
export async function forgetFacesGiven(tx: Tx, today: Day): Promise<number> {
  const stays = sql`select coalesce(jsonb_agg(given), '[]'::jsonb) from jsonb_array_elements(${offers.faces}) given
    where exists (select 1 from ${offerSources} join ${faces} on ${faces.schoolId} = ${offerSources.schoolId}
      and ${faces.relationId} = ${offerSources.relationId} where ${offerSources.schoolId} = ${offers.schoolId}
      and ${offerSources.offerId} = ${offers.id} and ${faces.name} = given ->> 'name'
      and (${faces.leftOn} is null or ${faces.leftOn} > ${today}))`
  const changed = await tx
    .update(offers)
    .set({ faces: sql`(${stays})` })
    .where(and(eq(offers.kind, 'partner'), sql`${offers.faces} <> (${stays})`))
    .returning({ id: offers.id })
  await eraseContents(
    tx,
    'offers',
    changed.map(({ id }) => id),
  )
  await eraseRemoved(tx, ['offers'], dayPlus(today, -365))
  return changed.length
}

export type TakeRefused = 'not-yours' | 'not-found' | 'exists' | 'own'
export type TakeDone = { ok: true; path: string } | { ok: false; because: TakeRefused }

/** Takes over what another school offers: a copy of one's own, with where it is from and when. */
export async function take(
  tx: Tx,
  me: Actor,
  id: string,
  { sourceOf, today }: { sourceOf: (giver: string) => string; today: Day },
): Promise<TakeDone> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const offered = await findOffer(tx, id)
  if (!offered || offered.schoolId === me.organisationId) return { ok: false, because: 'not-found' }
  const source = sourceOf(offered.giver)
  // A partner or a text is there once by its name; of a playbook a second press would make a second one.
  const before = offered.kind === 'playbook' ? await takenBefore(tx, me.organisationId, id) : undefined
  if (before) return { ok: true, path: whereIs(before) }
  const copied = await copyOf(tx, me, offered, { source, today })
  if (!copied.ok) return copied
  const { giver, name, topic } = offered
  await tx
    .insert(takings)
    .values({
      ...{
        schoolId: me.organisationId,
        offerId: id,
        giver,
        name,
        topic,
        relationId: copied.relationId,
        playbookId: copied.playbookId,
      },
      ...{ takenBy: me.personId, takenOn: today },
    })
    .onConflictDoNothing()
  return { ok: true, path: whereIs(copied) }
}

type Copied = { ok: true; relationId: string | null; playbookId: string | null } | { ok: false; because: TakeRefused }

function copyOf(tx: Tx, me: Actor, offered: Offered, { source, today }: { source: string; today: Day }) {
  if (offered.kind === 'partner') return takePartner(tx, me, offered, source)
  if (offered.kind === 'playbook') return takePlaybook(tx, me, offered, source)
  return takeText(tx, me, offered, source, today)
}

/** A playbook of her own who takes it over, with where it is from among what there is to know for next time. */
async function takePlaybook(tx: Tx, me: Actor, { playbook, note }: Offered, source: string): Promise<Copied> {
  if (!playbook) return { ok: false, because: 'not-found' }
  const remarks = [playbook.remarks, note, source].filter(Boolean).join('\n')
  const begun = await beginPlaybook(tx, me, { ...playbook, remarks, day: null })
  if (!begun.ok) return { ok: false, because: 'not-yours' }
  return { ok: true, relationId: null, playbookId: begun.id }
}

async function takePartner(tx: Tx, me: Actor, offered: Offered, source: string): Promise<Copied> {
  const { name, form, type, place, postcode, website, phone, levels, note, faces } = offered
  const added = await addRelation(tx, me, {
    ...{ name: name ?? '', form: form ?? 'organisation', type, place, postcode, website, phone, levels },
    ...{ scale: null, since: null, ownerId: me.personId, deputyId: null, assuredOn: null },
    ...{ obligation: null, legalNote: null, motives: [], about: [note, source].filter(Boolean).join('\n') },
    faces: faces.map((face) => ({ ...face, days: [], moment: null, source })),
  })
  if (added.ok) return { ok: true, relationId: added.id, playbookId: null }
  return { ok: false, because: added.because === 'exists' ? 'exists' : 'not-yours' }
}

async function takeText(tx: Tx, me: Actor, offered: Offered, source: string, today: Day): Promise<Copied> {
  const topic = offered.topic ?? ''
  const own = await findRoute(tx, me.organisationId, topic)
  // What a school wrote itself is not written over by a neighbour's.
  if (own?.text) return { ok: false, because: 'own' }
  const written = await writeRoute(tx, me, topic, { role: own?.role ?? null, text: offered.body ?? '', source, today })
  return written.ok ? { ok: true, relationId: null, playbookId: null } : { ok: false, because: 'not-yours' }
}
