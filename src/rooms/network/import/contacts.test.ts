import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAddress } from './address.ts'
import { splitContacts } from './contacts.ts'

const faces = (text: string) =>
  splitContacts(text).contacts.map(({ name, work, phone, mail, days }) =>
    [name, work, phone, mail, days.join('')].join('|'),
  )

test('several contacts in one cell', () => {
  const cases: [string, string[]][] = [
    ['Anja (ma-wo) 06-12345678, Piet p@x.nl', ['Anja||0612345678||123', 'Piet|||p@x.nl|']],
    [
      'Anja de Wit, jeugdarts, 06-12345678; Kees Bos (vervanger)',
      ['Anja de Wit|jeugdarts|0612345678||', 'Kees Bos|vervanger|||'],
    ],
    ['mw. J. de Boer / dhr. P. Smit', ['J. de Boer||||', 'P. Smit||||']],
    ['Jong, A. de (ma, di)', ['A. de Jong||||12']],
    ['Noor en Sem', ['Noor||||', 'Sem||||']],
    ['Noor Bos\nSem Dijk: 0299-123456', ['Noor Bos||||', 'Sem Dijk||0299123456||']],
    ['Piet van den Berg jeugdverpleegkundige p@x.nl', ['Piet van den Berg|jeugdverpleegkundige||p@x.nl|']],
    ['secretariaat 0299-123456', ['secretariaat||0299123456||']],
    ['Anja - wijkagent - 06 12 34 56 78', ['Anja|wijkagent|0612345678||']],
    ['Loes Vink <l.vink@x.nl>', ['Loes Vink|||l.vink@x.nl|']],
    ['', []],
  ]
  for (const [text, expected] of cases) assert.deepEqual(faces(text), expected, text)
})

test('a number or address without a person is the partner’s own', () => {
  assert.deepEqual(splitContacts('0800-2000'), { contacts: [], phones: ['08002000'], mails: [], rest: [] })
  assert.deepEqual(splitContacts('Kim, info@x.nl').mails, ['info@x.nl'])
})

test('addresses in one cell, also after a spreadsheet', () => {
  const parts = (text: string) => {
    const { street, houseNumber, postcode, place } = readAddress(text)
    return [street, houseNumber, postcode, place].join('|')
  }
  assert.equal(parts('Kadeweg 12-mei, 1999ab Oeverdam'), 'Kadeweg|12-5|1999 AB|Oeverdam')
  assert.equal(parts('Plein 1940-1945 nr 3'), 'Plein|1940-1945 nr 3||')
  assert.equal(parts('Dorpsstraat 4a\n1999 AD Oeverdam'), 'Dorpsstraat|4a|1999 AD|Oeverdam')
  assert.equal(parts('1999 AD Oeverdam'), '||1999 AD|Oeverdam')
  assert.equal(parts('De Brink'), 'De Brink|||')
})
