import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { readConfig } from '#kit/config/read.ts'
import { actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import { people } from '#rooms/people/door.ts'
import { gateOf } from '../../src/main/open.ts'
import { secret } from './running.ts'

/** Somebody with a session: her school, a partner whose card she opens, a meeting she looks a moment for, a word she searches for. */
export type Visitor = { school: string; card: string; meeting: string; word: string; cookie: string }

/** The head teacher of so many schools signs in: every so many-th of the country, the first school always. */
export async function signedIn(db: Database, many: number): Promise<Visitor[]> {
  const heads = await actingAsKeeper(db, (tx) =>
    rowsOf<{ person: string; name: string; school: string; card: string; meeting: string; word: string }>(
      tx,
      sql`select m.person_id as person, p.name, m.organisation_id as school, c.id as card, c.name as word,
          (select id from meetings where school_id = m.organisation_id and made_by = m.person_id and asked_at is null order by id limit 1) as meeting
        from memberships m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
        cross join lateral (select r.id, r.name from relations r join faces f on f.school_id = r.school_id and f.relation_id = r.id
          where r.school_id = m.organisation_id and r.until is null and r.owner_id is not null order by r.name limit 1) c
        where 'directeur' = any(m.roles) order by o.municipality_code, o.code`,
    ),
  )
  const chosen = heads.filter((_, place) => place % Math.max(1, Math.floor(heads.length / many)) === 0).slice(0, many)
  const config = readConfig({ BASE_URL: 'http://localhost' }, [], '/nowhere')
  if (!config.ok) throw new Error(config.sentences.join(' '))
  const doorman = gateOf(db, { ...config.config, mode: 'demo' }, secret)
  const visitors: Visitor[] = []
  for (const { person, name, school, card, meeting, word } of chosen) {
    const accountId = await accountFor(db, person, name)
    const cookies = await doorman.demoSignIn(accountId)
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
    visitors.push({ school, card, meeting, word: word.split(' ')[0] ?? '', cookie })
  }
  await doorman.idle()
  return visitors
}

/** No password: nobody types one here, and making one takes longer than a page. */
async function accountFor(db: Database, person: string, name: string): Promise<string> {
  const accountId = randomUUID()
  await db.gate.execute(
    sql`insert into gate."user" (id, name, email) values (${accountId}, ${name}, ${`${accountId}@bench.example`})`,
  )
  await actingAsKeeper(db, (tx) => tx.execute(sql`update ${people} set account_id = ${accountId} where id = ${person}`))
  return accountId
}

/** Sign-in as full as the country: accounts and sessions of people who are not measured. */
export async function crowdTheGate(db: Database, many: number): Promise<void> {
  await db.gate.execute(sql`insert into gate."user" (id, name, email)
    select 'crowd-' || n, 'Menigte ' || n, 'crowd-' || n || '@bench.example' from generate_series(1, ${many}) n`)
  await db.gate.execute(sql`insert into gate."session" (id, token, user_id, expires_at)
    select 'crowd-' || n, md5(n::text) || md5((n + 1)::text), 'crowd-' || n, now() + interval '7 days' from generate_series(1, ${many}) n`)
}
