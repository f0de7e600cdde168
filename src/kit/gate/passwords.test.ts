import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weaknessOf } from './passwords.ts'

test('ten to a hundred and twenty-eight signs', () => {
  assert.equal(weaknessOf('negen sig'), 'too-short')
  assert.equal(weaknessOf('tien sign!'), undefined)
  assert.equal(weaknessOf(`${'zon en maan '.repeat(10)}12345678`), undefined)
  assert.equal(weaknessOf(`${'zon en maan '.repeat(10)}123456789`), 'too-long')
})
test('what everybody tries first is refused, with figures around it too', () => {
  const common = `wachtwoord wachtwoord1 Wachtwoord123! W4chtw00rd! P@ssw0rd2025 password123 Welkom2025! welkomwelkom 1234567890
    0987654321 qwertyuiop QWERTYUIOP!! 1q2w3e4r5t aaaaaaaaaa abababababab abcdefghijkl zomer2025!! 123amsterdam ikhouvanjou1
    0612345678 12-05-1984 feyenoord1908 !!!geheim!!! letmein12345 qwerty123456 123456123456`
  for (const password of common.split(/\s+/)) assert.equal(weaknessOf(password), 'too-common', password)
})
test('oneself is refused', () => {
  const about = { email: 'sanne.dewit@linde.nl', name: 'Sanne de Wit' }
  for (const password of ['sanne.dewit@linde.nl', 'Sannedewit1', 'sanne de wit 12', 'Linde.nl2025'])
    assert.equal(weaknessOf(password, about), 'too-common', password)
})
test('words that are common where the house stands are refused', () => {
  assert.equal(weaknessOf('Korenbloem2025', { common: ['korenbloem'] }), 'too-common')
  assert.equal(weaknessOf('Korenbloem2025'), undefined)
})
test('ordinary good ones pass', () => {
  const good = [
    'vier paarse olifanten',
    'wachtwoord voor de tuin',
    'Xk7!pq2mRz',
    'тёплый вечер',
    'de zomer van 1984 was nat',
    '🐘🦒🐫🐢 zoo 12',
  ]
  for (const password of good) assert.equal(weaknessOf(password, { email: 'a@b.nl', name: 'An' }), undefined, password)
})
