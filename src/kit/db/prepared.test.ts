import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namer } from './prepared.ts'

test('what keeps coming back gets a name, the same from then on', () => {
  const nameOf = namer({ often: 3 })
  const read = 'select 1 from people where id = $1'
  assert.deepEqual([nameOf(read), nameOf(read)], [undefined, undefined])
  const name = nameOf(read)
  assert.match(name ?? '', /^[\w-]{24}$/)
  assert.equal(nameOf(read), name)
})

test('what writes gets none, however often', () => {
  const nameOf = namer({ often: 1 })
  const deeply = 'with gone as (delete from people returning id)\nselect id from gone'
  for (const text of ['insert into people values ($1)', 'update people set name = $1', 'begin', deeply])
    assert.equal(nameOf(text), undefined)
})

test('what reads in steps gets one too', () => {
  const nameOf = namer({ often: 1 })
  assert.equal(typeof nameOf('with me as (select id from people)\nselect id from me'), 'string')
})

test('there are never more names than a connection can keep', () => {
  const nameOf = namer({ often: 1, named: 2 })
  const named = ['select 1', 'select 2', 'select 3'].map(nameOf)
  assert.deepEqual(
    named.map((name) => typeof name),
    ['string', 'string', 'undefined'],
  )
  assert.equal(nameOf('select 1'), named[0])
})

test('statements that come once each are forgotten, not collected', () => {
  const nameOf = namer({ often: 2, counted: 10 })
  for (let n = 0; n < 1000; n += 1) assert.equal(nameOf(`select ${n}`), undefined)
  nameOf('select me')
  assert.equal(typeof nameOf('select me'), 'string')
})
