import { and, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { organisations, themes } from './tables.ts'

export type Found = Pick<
  typeof organisations.$inferSelect,
  'id' | 'name' | 'street' | 'houseNumber' | 'postcode' | 'place' | 'code'
>

const found = {
  id: organisations.id,
  name: organisations.name,
  street: organisations.street,
  houseNumber: organisations.houseNumber,
  postcode: organisations.postcode,
  place: organisations.place,
  code: organisations.code,
}

/** Schools by name, place, BRIN or postcode, or a mix (“regenboog utrecht”). At most `most`, nearest to the words first. */
export function findSchools(tx: Tx, wish: string, most = 20): Promise<Found[]> {
  const words = wish
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, 6)
  if (!words.length) return Promise.resolve([])
  // The list says “Openbare Basisschool De Westhoek” where people say “obs de westhoek”.
  const telling = words.filter((word) => !KIND.test(word))
  const every = (telling.length ? telling : words).map(matches)
  return tx
    .select(found)
    .from(organisations)
    .where(and(eq(organisations.kind, 'school'), isNull(organisations.goneOn), ...every))
    .orderBy(
      sql`position(lower(${words[0]!}) in lower(${organisations.name})) = 0`,
      sql`${organisations.name} collate "und-x-icu"`,
      organisations.place,
    )
    .limit(most)
}

const KIND = /^(o|c|k|rk|pc|i)?bs$|^(basis)?school$/i
/** Small letters without accents: nobody types Exloërmond. */
const bare = (text: unknown) => sql`translate(lower(${text}), 'áàäâéèëêíìïîóòöôúùüûýñç', 'aaaaeeeeiiiioooouuuuync')`

function matches(word: string): SQL {
  const anywhere = bare(sql`${`%${word.replace(/[\\%_]/g, '\\$&')}%`}::text`)
  const postcode = /^\d{4}/.test(word)
    ? ilike(sql`replace(${organisations.postcode}, ' ', '')`, `${word.replace(/[\\%_]/g, '\\$&')}%`)
    : undefined
  const brin = /^\d{2}[a-z]{2}/i.test(word) ? ilike(organisations.code, `${word}%`) : undefined
  const inText = [organisations.name, organisations.place].map((text) => sql`${bare(text)} like ${anywhere}`)
  return or(...inText, postcode, brin) as SQL
}

export async function findOrganisation(tx: Tx, id: string) {
  const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, id))
  return organisation
}

/** An organisation and how it likes to look, its own row only. */
export async function findLook(tx: Tx, id: string) {
  const [look] = await tx
    .select({ board: organisations.name, kind: organisations.kind, accent: themes.accent, brand: themes.brand })
    .from(organisations)
    .leftJoin(themes, eq(themes.organisationId, organisations.id))
    .where(eq(organisations.id, id))
  return look
}

/** Boards of this name, or with this number of DUO. */
export const findBoards = (tx: Tx, wish: string) =>
  tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(
      and(eq(organisations.kind, 'board'), or(eq(organisations.name, wish), eq(organisations.code, `board:${wish}`))),
    )

/** How many schools are in the national list as we have it. */
export async function countSchools(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(organisations)
    .where(and(eq(organisations.kind, 'school'), eq(organisations.source, 'duo')))
  return row?.count ?? 0
}
