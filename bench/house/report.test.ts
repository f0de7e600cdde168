import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparisons, type Measured } from './report.ts'

test('both comparisons with the driver are said in a sentence, and stand side by side for every page', () => {
  const page = (name: string, rates: Record<string, number[]>): Measured => ({
    ...{ page: name, timed: new Map(), rates: new Map(Object.entries(rates)), queries: 1, statements: 1 },
  })
  const text = comparisons([
    page('search', { 'page, country': [90, 100, 110], driver: [200], 'driver, plans kept': [400] }),
    page('home', { 'page, country': [60], driver: [40], 'driver, plans kept': [120] }),
  ])
  assert.match(text, /^“page : driver” compares .*plans every statement anew.*\.$/m)
  assert.match(text, /^“page : driver, plans kept” compares .*kept by name.*\.$/m)
  assert.match(text, /^\| search +\| +0\.50 \| +0\.25 \|$/m)
  assert.match(text, /^\| home +\| +1\.50 \| +0\.50 \|$/m)
})
