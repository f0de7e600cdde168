import { eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { accentOf } from '#ui/accent.ts'
import { mayStyle } from './access.ts'
import { type Comparison, compareLocations, type Location } from './duo/locations.ts'
import { coordinatesOf } from './duo/shipped.ts'
import { findLook } from './queries.ts'
import { locationOf, organisationOf } from './rules.ts'
import { type NewOrganisation, organisations, themes } from './tables.ts'

/**
 * Takes over DUO's list, as the keeper: new schools and boards are added, changed ones changed, those that are no
 * longer in it are marked as gone (never deleted: a school may still be at work here). Says what it did.
 */
export async function takeOverList(tx: Tx, later: readonly Location[], today: string): Promise<Comparison> {
  const known = await tx
    .select()
    .from(organisations)
    .where(sql`${organisations.source} = 'duo' and ${organisations.kind} = 'school'`)
  const comparison = compareLocations(known.filter((school) => !school.goneOn).map(locationOf), later)
  const boards = await takeOverBoards(tx, later)
  const touched = new Set([...comparison.new.map(({ code }) => code), ...comparison.changed.map(({ code }) => code)])
  await putAll(
    tx,
    later.filter(({ code }) => touched.has(code)).map((location) => organisationOf(location, boards)),
  )
  const gone = comparison.gone.map(({ code }) => code)
  if (gone.length) await tx.update(organisations).set({ goneOn: today }).where(inArray(organisations.code, gone))
  return comparison
}

/** DUO's file has numbers of boards but no names: the number stands in until the board says its own. */
async function takeOverBoards(tx: Tx, locations: readonly Location[]): Promise<Map<string, string>> {
  const numbers = [...new Set(locations.map(({ boardNumber }) => boardNumber).filter(Boolean))]
  const rows = numbers.map(
    (number): NewOrganisation => ({ kind: 'board', name: `Bestuur ${number}`, code: `board:${number}`, source: 'duo' }),
  )
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insert(organisations)
      .values(rows.slice(from, from + 500))
      .onConflictDoNothing()
  const boards = await tx
    .select({ id: organisations.id, code: organisations.code })
    .from(organisations)
    .where(eq(organisations.kind, 'board'))
  return new Map(boards.map(({ id, code }) => [code ?? '', id]))
}

async function putAll(tx: Tx, rows: NewOrganisation[]) {
  const { id: _, typedBy: __, ...columns } = getTableColumns(organisations)
  const fresh = Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, sql.raw(`excluded."${snake(column.name)}"`)]),
  )
  for (let from = 0; from < rows.length; from += 400)
    await tx
      .insert(organisations)
      .values(rows.slice(from, from + 400))
      .onConflictDoUpdate({ target: organisations.code, set: fresh })
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type TypedSchool = {
  name: string
  street: string | null
  houseNumber: string | null
  postcode: string | null
  place: string
}

/** A school that is in no list, such as one for special education: typed in by its first person. */
export async function typeInSchool(tx: Tx, accountId: string, typed: TypedSchool): Promise<string> {
  const spot = typed.postcode ? coordinatesOf(typed.postcode, typed.place) : undefined
  const [school] = await tx
    .insert(organisations)
    .values({
      ...typed,
      kind: 'school',
      source: 'typed',
      typedBy: accountId,
      latitude: spot?.latitude ?? null,
      longitude: spot?.longitude ?? null,
    })
    .returning()
  return school!.id
}

/** A partner's professional claims her organisation: from now on it speaks for itself, to all schools alike. */
export async function claimOrganisation(
  tx: Tx,
  accountId: string,
  facts: Pick<NewOrganisation, 'name' | 'type' | 'place' | 'postcode' | 'website' | 'phone'>,
): Promise<string> {
  const spot = facts.postcode ? coordinatesOf(facts.postcode, facts.place ?? '') : undefined
  const [claimed] = await tx
    .insert(organisations)
    .values({
      ...facts,
      kind: 'partner',
      source: 'claimed',
      typedBy: accountId,
      latitude: spot?.latitude ?? null,
      longitude: spot?.longitude ?? null,
    })
    .returning()
  return claimed!.id
}

export type OwnFacts = Pick<NewOrganisation, 'website' | 'phone'>

/** An organisation keeps its own website and general number up to date; the database asks whether she may. */
export async function sayWhoWeAre(tx: Tx, me: Actor, facts: OwnFacts): Promise<boolean> {
  const changed = await tx
    .update(organisations)
    .set({ ...facts, updatedAt: new Date() })
    .where(eq(organisations.id, me.organisationId))
    .returning()
  return changed.length > 0
}

export type Look = { accent: string | null; brand: string | null }
export type Styled = { ok: true } | { ok: false; because: 'not-yours' | 'no-colour' | 'like-safety' }

/** The executive of a board chooses how its schools look: any colour that can be read, none that is like safety's. */
export async function setLook(tx: Tx, me: Actor, look: Look): Promise<Styled> {
  const board = mayStyle(me) ? await findLook(tx, me.organisationId) : undefined
  return board?.kind === 'board' ? putLook(tx, me.organisationId, look) : { ok: false, because: 'not-yours' }
}

/** As the keeper, or as whoever may: puts the look down. */
export async function putLook(tx: Tx, organisationId: string, look: Look): Promise<Styled> {
  const chosen = look.accent === null ? undefined : accentOf(look.accent)
  if (chosen && !chosen.ok) return chosen
  await tx
    .insert(themes)
    .values({ organisationId, ...look })
    .onConflictDoUpdate({ target: themes.organisationId, set: look })
  return { ok: true }
}

export const stillThere = isNull(organisations.goneOn)

/** As the keeper: writes down an organisation that no list has, such as a board, a municipality or one of its departments. */
export async function writeDown(tx: Tx, facts: NewOrganisation): Promise<string> {
  const spot = facts.postcode ? coordinatesOf(facts.postcode, facts.place ?? '') : undefined
  const [row] = await tx
    .insert(organisations)
    .values({ latitude: spot?.latitude ?? null, longitude: spot?.longitude ?? null, ...facts })
    .returning()
  return row!.id
}
