import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMails, findPhones, readPhone, readPostcode, readWebsite, showPhone, withoutMails } from './contact.ts'

test('phones in every notation become the same digits', () => {
  for (const text of [
    '06-12345678',
    '06 12 34 56 78',
    '+31 6 12345678',
    '0031612345678',
    '+31 (0)6-1234 5678',
    '612345678',
    '31612345678',
    'tel. 06.12.34.56.78',
    'M: 0612345678',
  ]) {
    assert.equal(readPhone(text), '0612345678', text)
  }
  assert.equal(readPhone('(0523) 12 34 56'), '0523123456')
  assert.equal(readPhone('0523/123456'), '0523123456')
  assert.equal(readPhone('14 0523'), '140523')
  assert.equal(readPhone('0800-2000'), '08002000')
  assert.equal(readPhone('112'), '112')
  assert.equal(readPhone('+32 2 123 45 67'), '+3221234567')
})

test('what is no phone stays text', () => {
  for (const text of ['06-1234567', '12-05-2019', '1234', 'bellen', '', '0612345678901', '1-2'])
    assert.equal(readPhone(text), undefined, text)
})

test('phones are found inside a text', () => {
  const phones = (text: string) => findPhones(text).map(({ phone }) => phone)
  assert.deepEqual(phones('Anja 06-12345678 of 0523 - 123456'), ['0612345678', '0523123456'])
  assert.deepEqual(phones('0523-123456/06-12345678'), ['0523123456', '0612345678'])
  assert.deepEqual(phones('sinds 12-05-2019, kamer 14'), [])
})

test('mails are found, trimmed and mended', () => {
  assert.deepEqual(findMails('Piet <P.deVries@Voorbeeld.NL>, of anja@x.nl.'), [
    { mail: 'p.devries@voorbeeld.nl', repaired: false },
    { mail: 'anja@x.nl', repaired: false },
  ])
  assert.deepEqual(findMails('piet@voorbeeld,nl'), [{ mail: 'piet@voorbeeld.nl', repaired: true }])
  assert.deepEqual(findMails('piet (at) voorbeeld.nl'), [{ mail: 'piet@voorbeeld.nl', repaired: false }])
  assert.deepEqual(
    findMails('a@x.nl,piet').map(({ mail }) => mail),
    ['a@x.nl'],
  )
  assert.deepEqual(findMails('piet@school, 14:00'), [])
  assert.equal(withoutMails('Piet p@x.nl (ma)').replace(/ +/g, ' '), 'Piet (ma)')
})

test('websites and postcodes', () => {
  assert.equal(readWebsite('www.Voorbeeld.nl/'), 'https://www.voorbeeld.nl')
  assert.equal(readWebsite('http://voorbeeld.nl/Pad/?a=1'), 'http://voorbeeld.nl/Pad/?a=1')
  assert.equal(readWebsite('javascript:alert(1)'), undefined)
  assert.equal(readWebsite('geen'), undefined)
  assert.equal(readPostcode('Dorpsstraat 3, 8011ab Zwolle'), '8011 AB')
  assert.equal(readPostcode('0612345678'), undefined)
})

test('a number is shown as people write it, and reads back the same', () => {
  const shown = [
    '0612345678',
    '0299-123456',
    '101234567',
    '14 0299',
    '0900-8844',
    '08001234567',
    '+32 477 123456',
    '112',
  ]
  assert.deepEqual(shown.map(showPhone), [
    '06 12 34 56 78',
    '0299 12 34 56',
    '010 123 45 67',
    '14 0299',
    '0900 8844',
    '0800 123 45 67',
    '+32477123456',
    '112',
  ])
  for (const text of shown) assert.equal(readPhone(showPhone(text)), readPhone(text), text)
  assert.equal(showPhone('vraag Kees'), 'vraag Kees')
})

test('one endless cell is read in no time', () => {
  const started = performance.now()
  for (const sign of ['a', ' ', '1', 'a.', '@', 'a@', '(at)', '<', 'a-'])
    for (const read of [findMails, withoutMails]) read(sign.repeat(100_000 / sign.length))
  assert.ok(performance.now() - started < 5000)
})
