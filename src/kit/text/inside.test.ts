import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inside } from './inside.ts'

test('inside a sentence only the first letter is small, and an abbreviation stays', () => {
  assert.equal(inside('Extra ondersteuning, arrangement en OPP'), 'extra ondersteuning, arrangement en OPP')
  assert.equal(inside('ICT, accounts en datalekken'), 'ICT, accounts en datalekken')
  assert.equal(inside('NT2 en nieuwkomers'), 'NT2 en nieuwkomers')
})
