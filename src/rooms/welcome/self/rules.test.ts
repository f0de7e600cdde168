import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf, inGroups } from './rules.ts'

const agents: Record<string, string> = {
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36':
    'Chrome, Windows',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0':
    'Edge, Windows',
  'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0': 'Firefox, Linux',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1':
    'Safari, iPhone',
  'Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36':
    'Samsung Internet, Android',
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36':
    'Chrome, Chromebook',
  '': '',
  '<script>alert(1)</script>': '',
}

test('people know their own devices again', () => {
  for (const [agent, device] of Object.entries(agents)) assert.equal(deviceOf(agent), device)
})

test('a key to type over stands in groups of four', () => {
  assert.equal(inGroups('ABCDEFGHIJ'), 'ABCD EFGH IJ')
  assert.equal(inGroups('ABCDEFGH'), 'ABCD EFGH')
})
