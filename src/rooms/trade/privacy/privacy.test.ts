import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleared, isBsn, namesAChild } from './privacy.ts'

const words = new Set(['roos', 'mark', 'wijk', 'sem'])
const names = {
  isFirstName: (word: string) => ['kevin', 'sem', 'mark', 'roos', 'fatima'].includes(word),
  isOrdinary: (word: string) => words.has(word),
}

test('the eleven test tells a citizen number from any nine digits', () => {
  assert.equal(isBsn('123456782'), true)
  assert.equal(isBsn('123456789'), false)
  assert.equal(isBsn('111222333'), true)
  assert.equal(isBsn('000000000'), false)
})

test('a citizen number is taken out, also with dots', () => {
  assert.deepEqual(cleared('bsn 123456782 van een kind', names), { text: 'bsn van een kind', warnings: ['bsn'] })
  assert.deepEqual(cleared('1234.56.782', names), { text: '', warnings: ['bsn'] })
})

test('a telephone number and a planning date stay', () => {
  assert.deepEqual(cleared('bel 0612345678 op 12-06-2027', names).warnings, [])
  assert.deepEqual(cleared('schoolreis 12 juni, bus voor 54 kinderen', names).warnings, [])
})

test('birth dates are taken out', () => {
  for (const date of ['12-3-2016', '12/03/2016', '2016-03-12', 'geb. 3 mei 2017', 'geboren op 1-2-18', '12 mrt 2016']) {
    const { text, warnings } = cleared(`ze is ${date} en moe`, names)
    assert.deepEqual(warnings, ['birth-date'], date)
    assert.equal(text, 'ze is en moe', date)
  }
})

test('names go, with their surname; the words around them stay', () => {
  assert.equal(cleared('is Kevin dyslectisch', names).text, 'is dyslectisch')
  assert.equal(cleared('kevin bijt', names).text, 'bijt')
  assert.equal(cleared('Sem de Vries uit 5b', names).text, 'uit 5b')
  assert.equal(cleared("Fatima's broer is ziek", names).text, 'broer is ziek')
  assert.deepEqual(cleared('geslagen door zijn vader Mark', names).warnings, ['names'])
})

test('a word that is also a name is only a name where it cannot be a word', () => {
  assert.deepEqual(cleared('Roos in de schooltuin', names).warnings, [])
  assert.deepEqual(cleared('een roos knutselen', names).warnings, [])
  assert.deepEqual(cleared('ik zie dat Roos huilt', names).warnings, ['names'])
})

test('an English sentence is no list of names; a name in it still goes', () => {
  assert.deepEqual(cleared('you can come in may, it will be a joy').warnings, [])
  assert.equal(cleared('I saw that Can cries').text, 'I saw that cries')
})

test('a child is recognised in a text about how we work; a colleague or a partner is not', () => {
  for (const text of ['Zoals bij Sem de Vries (groep 5).', 'Nora Bakker uit 5b ging ook', 'met Ali el Amrani, 8 jaar'])
    assert.equal(namesAChild(text), 'name', text)
  for (const text of ['Bespreking Sem Visser groep 5', 'Gesprek over Oefening Sem de Vries (groep 5)'])
    assert.equal(namesAChild(text), 'name', text)
  assert.equal(namesAChild('nummer 123456782'), 'bsn')
  const fine = [
    'Bel Karin de Vries van de bieb voor groep 3.',
    'Juf Anna uit groep 5 regelt het',
    'Groep 5 gaat in mei',
    'Vraag Karin Bakker, groep 7',
    'Voorlichting Bureau Halt groep 7',
    'Uitje Museum Boerhaave groep 8',
    'Bel 030-1234567',
  ]
  for (const text of fine) assert.equal(namesAChild(text), undefined, text)
})

test('the shipped names are known without a list of one’s own', () => {
  assert.deepEqual(cleared('kan iemand naar Mohammed kijken?'), {
    text: 'kan iemand naar kijken?',
    warnings: ['names'],
  })
  assert.deepEqual(cleared('wie helpt bij lezen in groep 4?').warnings, [])
})
