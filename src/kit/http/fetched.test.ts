import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type Asking, fetchOutside } from './fetched.ts'
import type { Resolve } from './outside.ts'

const asked: string[] = []
const server = createServer((request, answer) => {
  asked.push(request.url ?? '')
  const onTo = /^\/to\/(.*)$/.exec(request.url ?? '')?.[1]
  if (onTo) answer.writeHead(302, { Location: decodeURIComponent(onTo) }).end()
  else if (request.url === '/round') answer.writeHead(301, { Location: '/round' }).end()
  else if (request.url === '/large') answer.end('x'.repeat(20_000))
  else if (request.url === '/never-ends') answer.write('a')
  else if (request.url === '/closed') answer.writeHead(403).end('no')
  else if (request.url === '/ok') answer.end('BEGIN')
})
let at = ''
before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  at = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})
const fetched = (path: string, more: Partial<Asking> = {}) =>
  fetchOutside({ address: at + path, near: true, within: 400, mostBytes: 10_000, ...more })
const because = async (asking: Promise<{ ok: boolean; because?: string }>) => (await asking).because

test('what is there is read, also when it is sent on', async () => {
  for (const path of ['/ok', '/to/%2Fok', `/to/${encodeURIComponent(`${at}/ok`)}`]) {
    const found = await fetched(path)
    assert.equal(found.ok && new TextDecoder().decode(found.bytes), 'BEGIN', path)
  }
})

test('there is a bound to size, time and being sent on', async () => {
  assert.equal(await because(fetched('/large')), 'too-large')
  assert.equal(await because(fetched('/never-ends')), 'slow')
  assert.equal(await because(fetched('/silent')), 'slow')
  assert.equal(await because(fetched('/round')), 'too-often')
  assert.equal(await because(fetched('/closed')), 'refused')
})

test('being sent on leads inside no more than an address does', async () => {
  const inside = [
    ...[
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.0.0.5/',
      'https://192.168.1.1/',
      'https://169.254.169.254/',
    ],
    ...['https://[fd00::1]/', 'https://[fe80::1]/', 'https://[::ffff:10.0.0.1]/', 'https://[::ffff:7f00:1]/'],
    ...['https://metadata.google.internal/', 'https://printer.local/', 'https://2130706433/', 'https://0x7f000001/'],
  ]
  for (const address of inside) {
    assert.equal(await because(fetchOutside({ address })), 'inside', address)
    assert.equal(await because(fetched(`/to/${encodeURIComponent(address)}`)), 'inside', `sent on to ${address}`)
  }
  for (const address of ['http://example.com/', 'ftp://example.com/', 'https://example.com:22/'])
    assert.equal(await because(fetched(`/to/${encodeURIComponent(address)}`)), 'not-https', address)
  assert.equal(await because(fetched('/to/https%3A%2F%2Fme%3Asecret%40example.com%2F')), 'no-address')
})

/** A name server that says something else every time. */
function saying(...answers: string[][]) {
  let times = 0
  const resolve = ((_name: string, _options: unknown, done: (error: null, found: unknown[]) => void) => {
    const all = answers[Math.min(times++, answers.length - 1)]!
    done(
      null,
      all.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as unknown as Resolve
  return { resolve, times: () => times }
}

test('a name that leads inside is refused, whatever else it leads to', async () => {
  const insides = [
    ...['127.0.0.1', '10.1.2.3', '172.16.9.9', '192.168.0.1', '169.254.169.254', '100.100.100.200', '0.0.0.0'],
    ...['::1', 'fd12:3456::1', 'fe80::1', '::ffff:127.0.0.1', '::ffff:169.254.169.254', '64:ff9b::a00:1', 'ff02::1'],
  ]
  for (const address of insides) {
    const ask = (...found: string[]) =>
      because(
        fetchOutside({ address: 'https://agenda.example.com/x.ics', resolve: saying(found).resolve, within: 300 }),
      )
    assert.equal(await ask(address), 'inside', address)
    assert.equal(await ask('93.184.215.14', address), 'inside', `${address} beside one outside`)
  }
})

test('a name is looked up once: what it says a moment later is said in vain', async () => {
  const names = saying(['198.51.101.7'], ['127.0.0.1'])
  const found = await because(
    fetchOutside({ address: 'https://agenda.example.com/x.ics', resolve: names.resolve, within: 300 }),
  )
  assert.notEqual(found, undefined)
  assert.equal(names.times(), 1)
})
