import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addLanguage, directionOf, fill, isLanguage, wordsOf } from './words.ts'

const words = wordsOf('garden', { nl: { tree: 'boom', leaf: 'blad' }, en: { tree: 'tree', leaf: 'leaf' } })

test('a third language is one file; what it lacks is said in English', () => {
  assert.equal(isLanguage('ar'), false)
  addLanguage({ code: 'ar', name: 'العربية', dir: 'rtl', words: { garden: { tree: 'شجرة' } } })
  assert.equal(isLanguage('ar'), true)
  assert.equal(directionOf('ar'), 'rtl')
  assert.deepEqual(words.in('ar'), { tree: 'شجرة', leaf: 'leaf' })
  assert.deepEqual(words.in('nl'), { tree: 'boom', leaf: 'blad' })
})

test('a text says what it was given, and complains when something is missing', () => {
  assert.equal(fill('{count} partners in {place}', { count: 3, place: 'Veen' }), '3 partners in Veen')
  assert.throws(() => fill('{count} partners', {}), /no value for \{count\}/)
})
