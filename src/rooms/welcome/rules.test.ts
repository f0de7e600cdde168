import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asTyped, freshCode, ownPath } from './rules.ts'

test('after signing in one goes to a path of our own and nowhere else', () => {
  for (const path of ['/', '/mij', '/netwerk/0b1-2', '/uitnodiging/a_B-9/entree', '/a%20b'])
    assert.equal(ownPath(path), path)
  const elsewhere = [
    ...['//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example'],
    ...['evil.example', 'javascript:alert(1)', '/\t/evil.example', '/\n/evil.example', '/mij\n', ' /mij', '/@evil', ''],
    ...['/?naar=//evil', '/#x', '/mij:80', 'http:/evil', '/;x', '/é'],
  ]
  for (const path of elsewhere) assert.equal(ownPath(path), '/', JSON.stringify(path))
  assert.equal(ownPath(undefined), '/')
})

test('whatever passes stays on this host, as a browser reads it', () => {
  for (const path of ['/.//evil.example', '/a/..//evil.example', '/%2F/evil.example', '/%5Cevil.example', '/..//x'])
    assert.equal(new URL(ownPath(path), 'https://huis.example').host, 'huis.example', path)
})

test('a code can be typed as people type it', () => {
  const code = freshCode()
  assert.match(code, /^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
    assert.equal(asTyped(typed), code)
})
