import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLetter } from './letterin.ts'
import { handIn } from './listen.ts'
import { ownWords, wordsOfHtml } from './ownwords.ts'

test('what one answers to is left out, however the mail program marks it', () => {
  const quotes = [
    'Dinsdag kan.\n\n##- Antwoord boven deze regel\nBeste Sanne,\n…',
    'Dinsdag kan.\n\nOp ma 3 jan 2027 om 09:12 schreef De Waterlelie <huis@example.nl>:\n> Beste Sanne',
    'Dinsdag kan.\n\nOp ma 3 jan 2027 om 09:12 schreef De Waterlelie via Korte Lijnen\n<huis@example.nl> schreef:\n> Beste',
    'Dinsdag kan.\n\nOn Mon, 3 Jan 2027 at 09:12, De Waterlelie wrote:\n\n> Dear',
    'Dinsdag kan.\n\n-----Oorspronkelijk bericht-----\nVan: huis',
    'Dinsdag kan.\r\n\r\n________________________________\r\nVan: huis\r\nVerzonden: maandag',
    'Dinsdag kan.\n\nVan: huis@example.nl\nVerzonden: maandag 3 januari\nAan: Sanne',
    'Dinsdag kan.\n> Beste Sanne,\n> Kunt u komen?',
  ]
  for (const quote of quotes) assert.deepEqual(ownWords(quote), { text: 'Dinsdag kan.', quoted: true }, quote)
  assert.deepEqual(ownWords('Dinsdag kan.\n\nVerstuurd vanaf mijn iPhone'), { text: 'Dinsdag kan.', quoted: false })
  assert.equal(ownWords('Dinsdag kan.\n-- \nSanne ter Horst\n06').text, 'Dinsdag kan.')
  assert.equal(
    ownWords('Op maandag kan ik wel.\nVan: tien uur tot elf.').text,
    'Op maandag kan ik wel.\nVan: tien uur tot elf.',
  )
})

test('a letter of HTML only gives its words', () => {
  const html =
    '<html><head><title>x</title></head><style>p{}</style><p>Dinsdag &amp; woensdag</p><div>kan&nbsp;&#8364;</div><blockquote>oud</blockquote>'
  assert.deepEqual(ownWords(wordsOfHtml(html)), { text: 'Dinsdag & woensdag\nkan €', quoted: true })
  assert.equal(ownWords(wordsOfHtml('<script>alert(1)</script>Ja<img src=x onerror=y>')).text, 'Ja')
})

test('a letter full of beginnings keeps nobody busy', () => {
  const started = performance.now()
  for (const bad of ['<style>', '<', '<div ', '> ', 'Op x schreef ', '&#', '<blockquote'])
    ownWords(wordsOfHtml(bad.repeat(200_000 / bad.length)))
  for (const bad of [' ', '@a', 'a@', 'schreef ', ': ', '-', '_', '\t', '##', '<a@b'])
    for (const before of ['Op maandag 3 januari schreef\n', 'Op maandag 3 januari\n', 'a'])
      ownWords(`${before}${bad.repeat(200_000 / bad.length)}b`)
  assert.ok(performance.now() - started < 3000, `${performance.now() - started} ms`)
})

const raw = (head: string, body = 'Ja, graag.') =>
  Buffer.from(`From: Sanne <Sanne@Example.nl>\r\nTo: vraag-1@in.example\r\n${head}\r\n\r\n${body}`)

test('a letter is read: from whom, to which address, in her own words', async () => {
  const letter = await readLetter(
    raw(
      'Delivered-To: vraag-2@in.example\r\nMessage-ID: <1@x>\r\nContent-Type: text/plain; charset=utf-8',
      'Ja, Zoë komt mee.',
    ),
  )
  assert.deepEqual(letter, {
    from: 'sanne@example.nl',
    to: ['vraag-1@in.example', 'vraag-2@in.example'],
    text: 'Ja, Zoë komt mee.',
    leftOut: [],
    automatic: false,
    messageId: '<1@x>',
  })
})

test('what a machine wrote is known as such', async () => {
  for (const head of [
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'List-Id: <x>',
    'X-Autoreply: yes',
    'Return-Path: <>',
    'X-Loop: huis',
    'Content-Type: multipart/report; boundary=x',
  ])
    assert.equal((await readLetter(raw(head))).automatic, true, head)
  assert.equal((await readLetter(raw('Auto-Submitted: no'))).automatic, false)
})

test('a letter of line ends only is let go of, and meanwhile others go on', async () => {
  const never = { knows: async () => true, take: async () => ({ ok: true as const }) }
  let turns = 0
  const others = setInterval(() => turns++, 20)
  await handIn(raw('Content-Type: text/plain; format=flowed', 'a \r\n'.repeat(1_200_000)), ['x'], never)
  const next = await handIn(raw('Content-Type: text/plain'), ['x'], never)
  clearInterval(others)
  assert.ok(turns > 20, `others had ${turns} turns`)
  assert.deepEqual(next, { ok: true })
})

test('nonsense is read without a fault', async () => {
  for (const nonsense of [
    '',
    '\0\0\0',
    'From:\r\n',
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(50),
  ]) {
    const letter = await readLetter(Buffer.from(nonsense))
    assert.equal(letter.from, '')
  }
})
