import assert from 'node:assert/strict'
import net from 'node:net'
import { type TestContext, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAsAccount, actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { workOnce } from '#kit/jobs/work.ts'
import { isMail } from '#kit/sheet/contact.ts'
import { freshDatabase } from '#test/engine.ts'
import { connectionOf, enqueueMail, lettersOf, mailWorker } from './send.ts'

const db = await freshDatabase()
const asKeeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)
const demo = { mode: 'demo', smtpUrl: undefined, mailFrom: 'huis@example.nl' } as const
const letter = { to: 'sanne@example.nl', subject: 'Dag Sanne', text: 'Tot morgen.' }

/** A post office that writes down what it hears; `refuses` answers a recipient as real ones do. */
async function aPostOffice(t: TestContext, { refuses = false, host = '127.0.0.1' } = {}) {
  const heard: string[] = []
  const server = net.createServer((socket) => {
    let reading = false
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      rest += chunk
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        heard.push(line)
        if (reading && line === '.') {
          reading = false
          say('250 kept')
        } else if (reading) continue
        else if (line === 'DATA') {
          reading = true
          say('354 go on')
        } else if (line.startsWith('RCPT') && refuses) say('550 5.1.1 <sanne@example.nl> lives here no more')
        else if (line === 'STARTTLS') say('502 not here')
        else if (line === 'QUIT') socket.end('221 bye\r\n')
        else say('250 fine')
      }
    })
    say('220 post.example.nl')
  })
  await new Promise<void>((done) => server.listen(0, host, done))
  const { port } = server.address() as net.AddressInfo
  t.after(() => server.close())
  return { heard, smtpUrl: `smtp://${host}:${port}` }
}

test('in the demo a letter ends in the mailbox, newest on top, and nowhere else', async () => {
  const workers = { mail: mailWorker({ ...demo, smtpUrl: 'smtp://127.0.0.1:1' }, asKeeper) }
  await actingAsAccount(db, 'a1', (tx) => enqueueMail(tx, letter))
  await actingAsAccount(db, 'a1', (tx) =>
    enqueueMail(tx, { ...letter, subject: 'Nog iets', html: '<p>Tot morgen.</p>' }),
  )
  while (await workOnce(db, workers));
  const kept = await asKeeper(lettersOf)
  assert.deepEqual(
    kept.map(({ recipient, subject, text, html }) => ({ recipient, subject, text, html })),
    [
      { recipient: 'sanne@example.nl', subject: 'Nog iets', text: 'Tot morgen.', html: '<p>Tot morgen.</p>' },
      { recipient: 'sanne@example.nl', subject: 'Dag Sanne', text: 'Tot morgen.', html: null },
    ],
  )
  const [job] = await asKeeper((tx) =>
    rowsOf<{ payload: unknown }>(tx, sql`select payload from outbox where done_at is not null limit 1`),
  )
  assert.equal(job?.payload, null, 'the outbox keeps no address')
})
test('the mailbox is for the keeper: nobody else sees a letter', async () => {
  assert.deepEqual(await actingAsAccount(db, 'a1', (tx) => lettersOf(tx)), [])
  await assert.rejects(
    actingAsAccount(db, 'a1', (tx) =>
      tx.execute(sql`insert into letters (recipient, subject, text) values ('x', 'y', 'z')`),
    ),
  )
})
test('a letter in an action that fails is never sent', async () => {
  const before = await asKeeper((tx) => rowsOf(tx, sql`select from outbox`))
  const failing = actingAsAccount(db, 'a1', async (tx) => {
    await enqueueMail(tx, letter)
    throw new Error('changed my mind')
  })
  await assert.rejects(failing, /changed my mind/)
  assert.equal((await asKeeper((tx) => rowsOf(tx, sql`select from outbox`))).length, before.length)
})
test('a real letter goes to one person, from the house', async (t) => {
  const post = await aPostOffice(t)
  await mailWorker(
    { mode: 'real', smtpUrl: post.smtpUrl, mailFrom: 'huis@example.nl' },
    asKeeper,
  )({ ...letter, html: '<p>Tot <b>morgen</b>.</p>' })
  assert.deepEqual(
    post.heard.filter((line) => /^(MAIL|RCPT)/.test(line)),
    ['MAIL FROM:<huis@example.nl>', 'RCPT TO:<sanne@example.nl>'],
  )
  for (const line of [
    'From: huis@example.nl',
    'To: sanne@example.nl',
    'Subject: Dag Sanne',
    'Auto-Submitted: auto-generated',
    'Tot morgen.',
    '<p>Tot <b>morgen</b>.</p>',
  ])
    assert.ok(post.heard.includes(line), line)
})
test('nothing typed adds a recipient or a header', async (t) => {
  const post = await aPostOffice(t)
  const send = mailWorker({ mode: 'real', smtpUrl: post.smtpUrl, mailFrom: 'huis@example.nl' }, asKeeper)
  for (const to of [
    'a@b.nl, c@d.nl',
    'a@b.nl\r\nBcc: c@d.nl',
    'a@b.nl\n',
    'Sanne <a@b.nl>',
    'a@b.nl c@d.nl',
    '',
    'a@b.nl>\r\nRCPT TO:<c@d.nl',
    ['a@b.nl', 'c@d.nl'],
    { address: 'a@b.nl' },
  ]) {
    await assert.rejects(send({ ...letter, to }), { message: 'not a letter: to' }, JSON.stringify(to))
    await assert.rejects(
      asKeeper((tx) => enqueueMail(tx, { ...letter, to: to as string })),
      { message: 'not a letter: to' },
    )
  }
  assert.equal(post.heard.length, 0)
  await send({
    ...letter,
    subject: 'Dag\r\nBcc: c@d.nl\r\n\r\nOverruled\u2028\u0000',
    text: '.\r\nRCPT TO:<c@d.nl>\r\n.\r\nQUIT',
    attachments: [{ path: '/etc/passwd' }],
  })
  const head = post.heard.slice(post.heard.indexOf('DATA'), post.heard.indexOf(''))
  assert.ok(head.includes('Subject: Dag Bcc: c@d.nl Overruled'))
  assert.ok(!head.some((line) => /^bcc:/i.test(line)))
  assert.equal(post.heard.filter((line) => line.startsWith('RCPT')).at(0), 'RCPT TO:<sanne@example.nl>')
  assert.ok(post.heard.includes('..'), 'a lone dot does not end the letter')
  assert.ok(!post.heard.join('\n').includes('root:'))
})
test('an address that a form took, the post takes', async (t) => {
  const post = await aPostOffice(t)
  const send = mailWorker({ mode: 'real', smtpUrl: post.smtpUrl, mailFrom: 'huis@example.nl' }, asKeeper)
  for (const mail of ['r&d@example.nl', 'josé@example.nl', 'info@café.nl', "o'brien@example.nl"]) {
    assert.ok(isMail(mail))
    await asKeeper((tx) => enqueueMail(tx, { ...letter, to: mail, replyTo: mail }))
  }
  await send({ ...letter, to: 'r&d@example.nl' })
  assert.ok(post.heard.includes('RCPT TO:<r&d@example.nl>'))
  await asKeeper((tx) => tx.execute(sql`delete from outbox`))
  for (const to of ['a\u0007b@example.nl', `${'a'.repeat(320)}@example.nl`])
    await assert.rejects(
      asKeeper((tx) => enqueueMail(tx, { ...letter, to })),
      /not a letter: to/,
    )
})
test('what goes wrong is told without an address', async (t) => {
  const post = await aPostOffice(t, { refuses: true })
  const real = { mode: 'real', smtpUrl: post.smtpUrl, mailFrom: 'huis@example.nl' } as const
  await actingAsAccount(db, 'a1', (tx) => enqueueMail(tx, letter))
  await workOnce(db, { mail: mailWorker(real, asKeeper) })
  const [job] = await asKeeper((tx) =>
    rowsOf<{ last_error: string }>(tx, sql`select last_error from outbox where last_error is not null`),
  )
  assert.equal(job?.last_error, 'Error: mail was not sent: EENVELOPE 550')
  await assert.rejects(mailWorker({ ...real, smtpUrl: 'smtp://127.0.0.1:1' }, asKeeper)(letter), {
    message: 'mail was not sent: ESOCKET',
  })
  await assert.rejects(mailWorker({ ...real, smtpUrl: undefined }, asKeeper)(letter), /SMTP_URL is not set/)
})
test('a post office across the network must speak TLS', () => {
  const asked = (url: string) => {
    const { host, port, secure, requireTLS, auth } = { auth: undefined, ...connectionOf(url) }
    return { host, port, secure, requireTLS, auth }
  }
  assert.deepEqual(asked('smtp://jan%40huis:p%23ss@post.example.nl'), {
    ...{ host: 'post.example.nl', port: 587, secure: false, requireTLS: true },
    auth: { user: 'jan@huis', pass: 'p#ss' },
  })
  assert.deepEqual(asked('smtps://post.example.nl'), {
    host: 'post.example.nl',
    port: 465,
    secure: true,
    requireTLS: false,
    auth: undefined,
  })
  assert.equal(asked('smtp://localhost:1025').requireTLS, false)
  assert.equal(asked('smtp://[::1]:1025').host, '::1')
  assert.equal(asked('smtp://mailbox:1025?ignoreTLS=true').requireTLS, false)
})
test('over the network without TLS nothing is said of the letter', async (t) => {
  const post = await aPostOffice(t, { host: '127.0.0.2' })
  await assert.rejects(
    mailWorker({ mode: 'real', smtpUrl: post.smtpUrl, mailFrom: 'huis@example.nl' }, asKeeper)(letter),
    /mail was not sent/,
  )
  assert.ok(post.heard.includes('STARTTLS'))
  assert.ok(!post.heard.some((line) => /MAIL|RCPT|DATA/.test(line)))
})
