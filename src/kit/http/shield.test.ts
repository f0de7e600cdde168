import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { Config } from '#kit/config/read.ts'
import { ownNamesOnly } from './shield.ts'

const house = (mode: Config['mode']) => new Hono().use(ownNamesOnly({ mode } as Config)).get('/', (c) => c.text('in'))
const status = async (mode: Config['mode'], host: string) => (await house(mode).request(`http://${host}/`)).status

test('the demo answers to the names of this machine only; a real house to whatever it is called', async () => {
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])
    assert.equal(await status('demo', host), 200, host)
  for (const host of ['evil.example', 'localhost.evil.example', '10.0.0.1:3000'])
    assert.equal(await status('demo', host), 421, host)
  assert.equal(await status('real', 'kortelijnen.example'), 200)
})
