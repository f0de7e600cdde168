import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepVaultWith, lock, tokenFor, unlock } from './vault.ts'

test('what was locked opens where it belongs, with the secret of the house, and nowhere else', () => {
  keepVaultWith('one secret of a house, long enough')
  const locked = lock('012', 'here')
  assert.equal(unlock(locked, 'here'), '012')
  assert.equal(unlock(locked, 'there'), undefined)
  // Not the last sign: some of its bits are of no byte.
  const changed = `${locked.slice(0, 20)}${locked[20] === 'A' ? 'B' : 'A'}${locked.slice(21)}`
  assert.equal(unlock(changed, 'here'), undefined)
  assert.equal(unlock('', 'here'), undefined)
  keepVaultWith('another secret of a house, also long')
  assert.equal(unlock(locked, 'here'), undefined)
})

test('the same text is never locked the same way, and is always as long', () => {
  const all = Array.from({ length: 50 }, () => lock('017', 'here'))
  assert.equal(new Set(all).size, 50)
  assert.deepEqual([...new Set(all.map(({ length }) => length))], [lock('999', 'here').length])
})

test('a token can be made again, and another thing has another', () => {
  assert.equal(tokenFor('a'), tokenFor('a'))
  assert.notEqual(tokenFor('a'), tokenFor('b'))
  assert.match(tokenFor('a'), /^[\w-]{43}$/)
})
