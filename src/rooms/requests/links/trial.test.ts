// For the tests beside it only: the demo town, in which a teacher asks and a letter brings the link.
import assert from 'node:assert/strict'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { serveHouse } from '#test/served.ts'

export const sanne = 'sanne.terhorst@spraakwijzer.example'
export const house = await serveHouse({ town: true })
export const nobody = house.nobody()

export const rows = <R>(statement: ReturnType<typeof sql>) => house.asKeeper((tx) => rowsOf<R>(tx, statement))
export const emptied = async () => {
  for (let looks = 0; looks < 200; looks += 1) {
    house.worker.nudge()
    const [left] = await rows<{ n: number }>(
      sql`select count(*)::int as n from outbox where done_at is null and gave_up_at is null and (not_before <= now() or attempts > 0)`,
    )
    if (left?.n === 0) return
    await new Promise((done) => setTimeout(done, 100))
  }
  assert.fail('the outbox is never empty')
}
export const lettersTo = async (mail: string) =>
  await rows<{ text: string; subject: string }>(
    sql`select text, subject from letters where recipient = ${mail} order by at desc`,
  )
export const linkIn = (text: string) => /https?:\/\/\S+\/vraag\/[\w-]{43}/.exec(text)?.[0] ?? ''

/** Joost asks Sanne; her letter brings the link. */
export async function ask(what: string) {
  const joost = await house.as('joost.hendriks@dewaterlelie.example')
  const [line] = await rows<{ id: string }>(
    sql`select r.id from relations r join organisations o on o.id = r.school_id
        where r.name = 'Logopedie Spraakwijzer' and o.name = 'De Waterlelie'`,
  )
  const answer = await joost.post('/vragen', {
    ...{ lijn: line!.id, what, forWhom: 'groep 5', level: 'group', wishDay: '2027-01-20' },
  })
  assert.equal(answer.status, 303, await answer.text())
  const id = answer.headers.get('location')!.split('/').at(-1)!
  await emptied()
  const [letter] = (await lettersTo(sanne)).filter(({ text }) => text.includes(what))
  const [found] = await rows<{ schoolId: string }>(sql`select school_id as "schoolId" from requests where id = ${id}`)
  return { link: linkIn(letter!.text), request: { id, schoolId: found!.schoolId } }
}

/** Everything a link could change: moments, links, letters under way. */
export const state = async () => {
  const [row] = await rows<{ digest: string }>(
    sql`select md5(concat((select string_agg(m::text, '|' order by id) from request_moments m),
      (select string_agg(l::text, '|' order by id) from request_links l),
      (select count(*) from outbox), (select count(*) from letters), (select count(*) from request_visits))) as digest`,
  )
  return row!.digest
}
export const kindsOf = async (id: string) =>
  (await rows<{ kind: string }>(sql`select kind from request_moments where request_id = ${id} order by at`)).map(
    ({ kind }) => kind,
  )
export const html = async (answer: Response) => ({
  status: answer.status,
  text: await answer.text(),
  headers: answer.headers,
})

// Everything the town put ready is written first, so that what follows is about these links only.
await emptied()
