import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsGuest } from '#kit/db/database.ts'
import { act } from '../actions.ts'
import { receiveReply } from '../commands.ts'
import { receive } from '../listens.ts'
import { aQuestion, config, db, delivered, log, lotte, momentsOf, rows, send, sent, teacher } from './trial.test.ts'

/** Letters go to the real listener by the real protocol, as a mail program sends them. */

test('the letter asks three lines, by link or by answering; the secret of each is in the letter only', async () => {
  const { letter, to } = await aQuestion()
  assert.equal(letter.subject, 'Een vraag van De Regenboog')
  assert.match(to, /^vraag-[0-9a-f]{32}@antwoord\.kl\.example$/)
  assert.match(letter.text, /Wat: Kun je een keer meekijken in de kring\?\nVoor wie: groep 1/)
  assert.match(letter.text, /https:\/\/kl\.example\/vraag\/[\w-]{43}\n/)
  assert.match(letter.text, /gewoon op deze mail antwoorden/)
  assert.match(letter.text, /uw adres van: de website van Spraakwater/)
  const secrets = [/vraag\/([\w-]{43})/.exec(letter.text)![1]!, to.split('@')[0]!]
  for (const secret of secrets)
    assert.deepEqual(await rows(sql`select from request_links l where l::text like ${`%${secret}%`}`), [])
})

test('an answer becomes a moment: her own words, what she answered to left out, and the asker is told', async () => {
  const { id, to, letter } = await aQuestion()
  const quoted = letter.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  assert.equal(
    await send({
      to,
      text: `Ja hoor, dinsdag om negen uur.\n\nGroet,\nLotte\n\nOp ma 3 jan 2027 om 09:12 schreef huis <huis@kl.example>:\n${quoted}`,
    }),
    250,
  )
  assert.deepEqual(await momentsOf(id), [
    {
      kind: 'answered',
      text: 'Ja hoor, dinsdag om negen uur.\n\nGroet,\nLotte',
      left: ['quote'],
      by: 'Lotte Logopedist',
    },
  ])
  const [news] = await delivered()
  assert.deepEqual([news?.to, news?.subject], ['joris@regenboog.example', 'Nieuws over je vraag'])
  assert.doesNotMatch(news?.text ?? '', /negen uur|kring/)
})

test('HTML and an attachment: the words are kept, the file is not, and she hears so', async () => {
  const { id, to } = await aQuestion()
  const attachments = [{ filename: 'rooster.pdf', content: Buffer.alloc(2000, 1) }]
  assert.equal(
    await send({ to, html: '<p>Prima, <b>woensdag</b> kan.</p><blockquote>oud</blockquote>', attachments }),
    250,
  )
  const [answer] = await momentsOf(id)
  assert.deepEqual([answer?.text, answer?.left], ['Prima, woensdag kan.', ['quote', 'attachment']])
  const told = (await delivered()).find(({ to: reader }) => reader.toLowerCase() === lotte)
  assert.match(told?.text ?? '', /Een bijlage is niet bewaard/)
})

test('a name of a child and a number are taken out, and it is said', async () => {
  const { id, to } = await aQuestion()
  assert.equal(
    await send({ to, text: 'Dag Joris,\nIk kijk graag naar Mohammed (123456782).\nGroet, Lotte Logopedist' }),
    250,
  )
  const [answer] = await momentsOf(id)
  assert.doesNotMatch(answer?.text ?? '', /Mohammed|123456782/)
  assert.match(answer?.text ?? '', /Groet, Lotte Logopedist/)
  assert.deepEqual(answer?.left, ['personal'])
  await delivered()
})

test('only known addresses, only in this domain, only from whom was asked', async () => {
  const { id, to } = await aQuestion()
  const text = 'Ja.'
  assert.equal(await send({ to: `vraag-${'0'.repeat(32)}@antwoord.kl.example`, text }), 550)
  assert.equal(await send({ to: 'directeur@antwoord.kl.example', text }), 550)
  assert.equal(await send({ to: to.replace('antwoord.kl.example', 'elders.example'), text }), 550)
  assert.equal(await send({ to: 'joris@regenboog.example', text }), 550, 'it sends nothing on')
  assert.equal(await send({ to, from: 'iemand@anders.example', text }), 550)
  assert.equal(await send({ to, from: `${lotte}.evil.example`, text }), 550)
  assert.deepEqual(await momentsOf(id), [])
  assert.equal(
    await send({ to: to.toUpperCase(), from: lotte.toUpperCase(), text }),
    250,
    'capitals mean nothing in an address',
  )
  assert.equal((await momentsOf(id)).length, 1)
})

test('machines, bounces and loops are refused', async () => {
  const { id, to } = await aQuestion()
  const text = 'Ik ben er niet.'
  for (const headers of [
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { 'X-Autoreply': 'yes' },
    { 'List-Id': '<lijst.example>' },
    { 'X-Loop': 'kl.example' },
  ] as Record<string, string>[])
    assert.equal(await send({ to, text, headers }), 550, JSON.stringify(headers))
  assert.equal(await send({ to, text, envelope: { from: '', to } }), 550)
  assert.equal(await send({ to, from: 'MAILER-DAEMON@spraakwater.example', text }), 550)
  assert.deepEqual(await momentsOf(id), [])
})

test('a letter that is too large is refused, and one of nothing but a quote as well', async () => {
  const { id, to } = await aQuestion()
  assert.equal(
    await send({ to, text: 'Ja.', attachments: [{ filename: 'film.mp4', content: Buffer.alloc(6 * 1024 * 1024, 7) }] }),
    552,
  )
  assert.equal(await send({ to, text: '> Beste Lotte' }), 550)
  assert.deepEqual(await momentsOf(id), [])
})

test('the same letter twice is one answer; a second letter is a second', async () => {
  const { id, to } = await aQuestion()
  const letter = { to, text: 'Dinsdag.', messageId: '<een@spraakwater.example>' }
  assert.deepEqual([await send(letter), await send(letter)], [250, 250])
  assert.equal((await momentsOf(id)).length, 1)
  assert.equal(await send({ to, text: 'Of toch woensdag.' }), 250)
  assert.equal((await momentsOf(id)).length, 2)
})

test('what has been closed, ended or has run out is not answered any more', async () => {
  const closed = await aQuestion()
  const now = { now: new Date(Date.now() + 1000), today: '2026-11-24' }
  await actingAs(db, teacher, (tx) => act(tx, teacher, closed.id, { kind: 'withdrawn' }, now))
  assert.equal(await send({ to: closed.to, text: 'Ja.' }), 550)
  const ended = await aQuestion()
  await rows(sql`update request_links set revoked_at = now() where request_id = ${ended.id}`)
  assert.equal(await send({ to: ended.to, text: 'Ja.' }), 550)
  const over = await aQuestion()
  await rows(sql`update request_links set expires_at = now() where request_id = ${over.id}`)
  assert.equal(await send({ to: over.to, text: 'Ja.' }), 550)
  await delivered()
})

test('the listener logs that something came, and nothing of it', () => {
  assert.ok(log.length > 5)
  assert.doesNotMatch(log.join('\n'), /lotte|vraag-|dinsdag|@/i)
})

test('a reminder goes by itself on its day, to the partner and then to the asker, and not once there is an answer', async () => {
  const asked = await aQuestion()
  const answered = await aQuestion()
  await send({ to: answered.to, text: 'Ja.' })
  await delivered()
  await rows(sql`update outbox set not_before = now() where kind = 'requests.remind' and payload ->> 'to' = 'asked'`)
  const reminders = (await delivered()).filter(({ subject }) => subject.startsWith('Herinnering'))
  const open = reminders.filter(({ text }) => /meekijken/.test(text))
  assert.ok(open.length >= 1)
  assert.deepEqual(
    (await momentsOf(asked.id)).map(({ kind }) => kind),
    ['reminded'],
  )
  assert.deepEqual(
    (await momentsOf(answered.id)).map(({ kind }) => kind),
    ['answered'],
  )
  // The link of the reminder and that of the first letter both work: people look for either.
  const links = await rows<{ n: number }>(
    sql`select count(*)::int as n from request_links where request_id = ${asked.id} and revoked_at is null`,
  )
  assert.equal(links[0]?.n, 2)
  await rows(sql`update outbox set not_before = now() where kind = 'requests.remind'`)
  const late = (await delivered()).filter(({ to }) => to === 'joris@regenboog.example')
  assert.ok(late.some(({ subject }) => subject === 'Nog geen antwoord op je vraag'))
  assert.deepEqual(
    (await momentsOf(asked.id)).map(({ kind }) => kind),
    ['reminded', 'reminded'],
  )
})

test('a post office without a connection hands a letter to the command', async () => {
  const { id, to } = await aQuestion()
  const raw = (from: string, address = to) =>
    Buffer.from(
      `From: ${from}\r\nTo: huis@kl.example\r\nDelivered-To: ${address}\r\nMessage-ID: <${Math.random()}@x>\r\n\r\nDonderdag kan.\r\n`,
    )
  const said: string[] = []
  const post = receive({ config, asGuest: (key, work) => actingAsGuest(db, key, work), nudge: () => {} })
  const run = (input: Buffer | undefined, args: string[] = [], isOn = true) =>
    receiveReply.run({
      args,
      house: {
        config: { ...config, mailIn: isOn ? config.mailIn : undefined },
        receive: post,
      } as unknown as Parameters<typeof receiveReply.run>[0]['house'],
      io: {
        say: (line: string) => void said.push(line),
        refuse: (line: string) => said.push(line) * 0 + 2,
        input: async () => input,
      } as unknown as Parameters<typeof receiveReply.run>[0]['io'],
    })
  assert.equal(await run(raw('vreemd@elders.example')), 2)
  assert.equal(await run(undefined), 2)
  assert.equal(await run(raw(lotte), [], false), 2)
  assert.equal(await run(raw(lotte, 'niemand@kl.example')), 2)
  assert.equal(await run(raw(lotte)), 0, said.at(-1))
  assert.equal(await run(raw(lotte, 'niemand@kl.example'), [to]), 0)
  assert.deepEqual(
    (await momentsOf(id)).map(({ text }) => text),
    ['Donderdag kan.', 'Donderdag kan.'],
  )
})

test('no letter carries what was answered, and none has a long subject', async () => {
  await delivered()
  for (const { subject, text, to } of sent) {
    assert.ok(subject.length < 60, subject)
    assert.doesNotMatch(text, /dinsdag|woensdag|donderdag/i, `${to}: ${subject}`)
  }
  assert.ok(sent.length > 15)
})

test('by the address of one question no mailbox fills up: a dozen answers an hour, then the post office waits', async () => {
  const { id, to } = await aQuestion()
  const answers: number[] = []
  for (let turn = 1; turn <= 13; turn += 1) answers.push(await send({ to, text: `Ook op dag ${turn} kan het.` }))
  assert.deepEqual(answers, [...Array.from({ length: 12 }, () => 250), 450])
  assert.equal((await momentsOf(id)).length, 12)
  await rows(sql`update request_moments set at = at - interval '2 hours' where request_id = ${id}`)
  assert.equal(await send({ to, text: 'En dag veertien.' }), 250, 'an hour later there is room')
  await delivered()
})
