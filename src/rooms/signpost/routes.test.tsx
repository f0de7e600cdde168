import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingAs } from '#kit/db/database.ts'
import { routes } from './tables.ts'
import { as, ask, asked, db, fixedLine, get, ids, partnerNames, post, today } from './trial.test.tsx'

test('a topic leads to the colleague, then the line to the partner, in the school’s own order', async () => {
  const html = await ask({ topic: 'cultuureducatie' })
  assert.match(html, /class="say">Vraag het aan Fenna Cultuur, cultuurcoördinator\. Fenna werkt ma, di, do\./)
  assert.match(html, /Dansschool Hup[\s\S]*Kunstencentrum De Molen/)
  assert.match(html, /Fenna Cultuur[\s\S]*belt[\s\S]*Karin Kwast/)
  assert.match(html, /vandaag in huis, 09:00 tot 12:00/)
  assert.match(html, /href="\/netwerk\/nieuw\?type=museum_theater"/)
  assert.doesNotMatch(html, /verwijz/i)
  assert.ok(asked.times <= 6, `${asked.times} questions`)
})

test('the answer of a typed question is the same kind of page, and its box may be changed', async () => {
  const html = await ask({ question: 'wie kan iets met muziek en theater doen' })
  assert.match(html, /Fenna Cultuur/)
  assert.match(html, /value="wie kan iets met muziek en theater doen"/)
  assert.match(html, /Bedoelde je iets anders\?/)
  assert.doesNotMatch(html, /<a[^>]*href="[^"]*muziek/)
})

test('who is in the building, and somebody’s number', async () => {
  const html = await ask({ question: 'wie is er vandaag in huis' })
  assert.match(html, /Wijkagent Zuid[\s\S]*09:00 tot 12:00/)
  assert.match(html, /Juf Bianca/)
  const number = await ask({ question: 'telefoonnummer wijkagent' })
  assert.match(number, /Wim Wijk/)
  assert.match(number, /tel:0301234567/)
})

test('what we do not know is said, with the head teacher to ask', async () => {
  const html = await ask({ question: 'qwerty' })
  assert.match(html, /We raden niet/)
  assert.match(html, /Dirk Directeur/)
  assert.match(html, fixedLine)
})

test('a question about data names rule and person, no partner and no names', async () => {
  const html = await ask({ question: 'wie mag het dossier inzien na scheiding' })
  assert.match(html, /Ouders met gezag mogen allebei/)
  assert.match(html, /Ineke Begeleider/)
  assert.doesNotMatch(html, partnerNames)
})

test('an English question gets an English page; a parent begins with the teacher', async () => {
  const html = await ask({ question: 'my son is not happy at school who can I talk to' })
  assert.match(html, /Ask Juf Bianca/)
  assert.match(html, /interpreter/)
})

test('a partner nobody has yet is named by its kind, and a school nearby by its name', async () => {
  const html = await ask({ topic: 'gemeente_beleid' })
  assert.match(html, /De Overkant/)
  assert.match(html, /Bron: DUO/)
  assert.ok(asked.times <= 6, `${asked.times} questions`)
})

test('an unknown topic, or nothing at all, is met kindly', async () => {
  assert.equal((await post('Juf Bianca', '/bij-wie', { topic: 'bestaat_niet' })).status, 422)
  assert.equal((await post('Juf Bianca', '/bij-wie', { question: '  ' })).status, 303)
  assert.equal((await post('Juf Bianca', '/bij-wie', { question: 'dyslexie '.repeat(2000) })).status, 200)
  assert.equal((await get('Juf Bianca', '/bij-wie/kaarten/onzin')).status, 404)
})

test('how we do it here: who may writes it, a child’s name is refused with the form filled in', async () => {
  const good = { role: 'ib', text: 'Bel eerst Ineke.\nDaarna de logopedist.', source: 'teamvergadering' }
  assert.equal((await post('Juf Bianca', '/bij-wie/routes/spraak_taal', good)).status, 404)
  const refused = await post('Ineke Begeleider', '/bij-wie/routes/spraak_taal', {
    ...good,
    text: 'Zoals bij Sem de Vries (groep 5)',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /Dit lijkt de naam van een kind/)
  assert.match(refused.html, /Zoals bij Sem de Vries \(groep 5\)/)
  assert.equal(
    (await post('Ineke Begeleider', '/bij-wie/routes/spraak_taal', { ...good, text: '123456782' })).status,
    422,
  )
  assert.equal(
    (await post('Ineke Begeleider', '/bij-wie/routes/spraak_taal', { ...good, text: 'x'.repeat(1001) })).status,
    422,
  )
  assert.equal((await post('Ineke Begeleider', '/bij-wie/routes/spraak_taal', good)).status, 303)
  const html = await ask({ topic: 'spraak_taal' })
  assert.match(html, /Bel eerst Ineke\.[\s\S]*Ineke Begeleider, di 24 nov\. Bron: teamvergadering/)
  assert.doesNotMatch(html, /bij-wie\/routes\/spraak_taal/)
  assert.match(await ask({ topic: 'spraak_taal' }, 'Ineke Begeleider'), /href="\/bij-wie\/routes\/spraak_taal"/)
})

test('a route is seen by its own school only, and written by who tends it', async () => {
  const seen = (who: string) => actingAs(db, as(who), (tx) => tx.select().from(routes))
  assert.equal((await seen('Juf Bianca')).length, 1)
  assert.equal((await seen('Olga Overkant')).length, 0)
  const change = (who: string) => actingAs(db, as(who), (tx) => tx.update(routes).set({ text: 'anders' }).returning())
  assert.equal((await change('Juf Bianca')).length, 0)
  assert.equal((await change('Olga Overkant')).length, 0)
  await assert.rejects(
    actingAs(db, as('Olga Overkant'), (tx) =>
      tx.insert(routes).values({ schoolId: ids.school, topic: 'slaap', updatedOn: today }),
    ),
  )
  await assert.rejects(db.resting.execute('select * from routes').then(), /permission denied|Failed query/)
})

test('subjects, sheets and cards open, each with at most six questions', async () => {
  for (const path of [
    '/bij-wie',
    '/bij-wie/routes',
    '/bij-wie/tien',
    '/bij-wie/dag',
    '/bij-wie/kaarten/meldcode',
    '/bij-wie/kaarten/acuut',
    '/bij-wie/kaarten/veiligheid_apart',
  ]) {
    const { status, html } = await get('Fenna Cultuur', path)
    assert.equal(status, 200, path)
    assert.equal(html.match(/<h1/g)?.length, 1, path)
    assert.ok(asked.times <= 6, path)
  }
  assert.match((await get('Fenna Cultuur', '/bij-wie/tien')).html, /Kunstencentrum De Molen[\s\S]*jijzelf/)
  assert.match((await get('Fenna Cultuur', '/bij-wie/dag')).html, /dinsdag 24 november[\s\S]*Dirk Directeur/)
  assert.equal((await get('Juf Bianca', '/bij-wie/routes/slaap')).status, 404)
})

test('another school is never on the page', async () => {
  for (const path of ['/bij-wie/routes', '/bij-wie/tien', '/hulp-nu', '/bij-wie/kaarten/meldcode'])
    assert.doesNotMatch((await get('Olga Overkant', path)).html, /Dirk|Ineke|Fenna|Kunstencentrum De Molen/)
})
