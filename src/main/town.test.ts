import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { serveHouse } from '#test/served.ts'

/** What the demo town tells of the past: who left, another face, meetings that are over, and what lines were begun for. */
const house = await serveHouse({ town: true })
const nadia = await house.as('nadia.bouzid@dewaterlelie.example')
const page = async (path: string) => {
  const answer = await nadia.get(path)
  assert.equal(answer.status, 200, path)
  return (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const rows = <Row>(statement: Parameters<typeof rowsOf>[1]) => house.asKeeper((tx) => rowsOf<Row>(tx, statement))

test('Hilbert left: he is in no list, his hand-over is closed, and who stood in has his line', async () => {
  assert.doesNotMatch(await page('/school'), /Hilbert/)
  assert.match(await page('/overdracht'), /Hilbert Kuipers Laatste dag was/)
  const [line] = await rows<{ owner: string; left: number }>(sql`select p.name as owner,
    (select count(*)::int from relations x join people h on h.id in (x.owner_id, x.deputy_id) where h.name = 'Hilbert Kuipers') as left
    from relations r join people p on p.id = r.owner_id where r.name = 'Politie, wijkagent De Plas'`)
  assert.deepEqual(line, { owner: 'Nadia Bouzid', left: 0 })
})

test('at the bso another face came: she is rung first, and the count is on the page', async () => {
  assert.match(await page('/overdracht/afloop'), /Bso Het Rietnest 1 \d{4}: 1/)
  const faces = await rows<{ name: string }>(sql`select f.name from faces f join relations r on r.id = f.relation_id
    where r.name = 'Bso Het Rietnest' order by f.rank`)
  assert.deepEqual(
    faces.map(({ name }) => name),
    ['Johan Feenstra', 'Gea Hofman'],
  )
})

test('meetings are over, a point of one is a step with the library, and the figures say something', async () => {
  const past = await page('/bijeenkomsten')
  assert.match(past, /Is geweest Voortgang bibliotheek .* met Lotte Kramer, Marloes Tamminga, Stef Buist/)
  assert.match(await page('/bijeenkomsten/cijfers'), /Bijeenkomsten met een vast moment 5/)
  const [step] = await rows<{ partner: string }>(sql`select r.name as partner from meeting_points p
    join agreements a on a.what = p.point join relations r on r.id = a.relation_id`)
  assert.deepEqual(step, { partner: 'Bibliotheek Wilgenveen' })
})

test('no domain of the town is a name cut off, and the police are an organisation', async () => {
  const sites = await rows<{ site: string }>(sql`select split_part(website, '//', 2) as site from relations
    where website is not null union select split_part(mail, '@', 2) from faces where mail is not null`)
  // They were cut at 22 signs.
  assert.deepEqual(
    sites.filter(({ site }) => site.replace('.example', '').length >= 22),
    [],
  )
  const [police] = await rows<{ form: string }>(sql`select form from relations where type = 'wijkagent'`)
  assert.deepEqual(police, { form: 'organisation' })
})

test('of two lines in three De Waterlelie wrote down what they were begun for', async () => {
  const [share] = await rows<{ lines: number; chosen: number }>(sql`select count(*)::int as lines,
    count(*) filter (where exists (select 1 from choices c join decisions d on d.choice_id = c.id
      where c.line_id = r.id and d.outcome = 'yes'))::int as chosen
    from relations r join organisations o on o.id = r.school_id where o.name = 'De Waterlelie'`)
  assert.deepEqual(share, { lines: 35, chosen: 23 })
})

test('of what is over nobody gets a letter today', async () => {
  for (let looks = 0; looks < 300; looks += 1) {
    house.worker.nudge()
    const [left] = await rows<{ n: number }>(sql`select count(*)::int as n from outbox
      where done_at is null and gave_up_at is null and (not_before <= now() or attempts > 0)`)
    if (left?.n === 0) break
    await new Promise((done) => setTimeout(done, 100))
  }
  // He was there when the team was asked a year ago.
  const letters = await rows<{ subject: string; text: string }>(sql`select subject, text from letters
    where text not like '%hoe het gaat met het werk%'`)
  assert.ok(letters.length > 0)
  const stale = /Voortgang bibliotheek|Wijkoverleg|Voorbereiding sportdag|Kennismaking bso|Hilbert|Gea Hofman/
  for (const { subject, text } of letters) assert.doesNotMatch(`${subject} ${text}`, stale)
})
