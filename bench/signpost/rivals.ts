import { PGlite } from '@electric-sql/pglite'
import MiniSearch from 'minisearch'
import { wordsOf } from '../../src/rooms/signpost/matcher/text.ts'
import type { Bank } from './corpus.ts'

/** A question in, topics out, best first. */
export type Engine = { name: string; ask: (question: string) => Promise<string[]> }

/** MiniSearch on the same labels, synonyms and phrases, forgiving typing errors and half words. */
export function miniSearch(banks: Bank[]): Engine {
  const search = new MiniSearch<{ id: string; names: string; phrases: string }>({
    fields: ['names', 'phrases'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { names: 2 } },
  })
  search.addAll(banks.map(({ id, names, phrases }) => ({ id, names: names.join(' . '), phrases: phrases.join(' . ') })))
  return { name: 'MiniSearch', ask: async (question) => search.search(question).map((hit) => String(hit.id)) }
}

/** PostgreSQL's Dutch full text: any word may match, the best rank of topics comes first. */
export async function postgres(banks: Bank[]): Promise<Engine> {
  const db = new PGlite()
  await db.exec('create table topic (id text, doc tsvector)')
  for (const { id, names, phrases } of banks) {
    await db.query(
      `insert into topic values ($1, setweight(to_tsvector('dutch', $2), 'A') || setweight(to_tsvector('dutch', $3), 'B'))`,
      [id, names.join(' . '), phrases.join(' . ')],
    )
  }
  const ask = async (question: string): Promise<string[]> => {
    const found = await db.query<{ id: string }>(
      `select id from topic, to_tsquery('dutch', $1) query where doc @@ query order by ts_rank(doc, query, 1) desc limit 5`,
      [wordsOf(question).join(' | ')],
    )
    return found.rows.map((row) => row.id)
  }
  return { name: 'PostgreSQL dutch', ask }
}
