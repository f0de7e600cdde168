import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { addressOf, ask, isInside, NotReached } from './outside.ts'

let asked = 0
const server = createServer((request, answer) => {
  asked += 1
  if (request.url === '/away') return answer.writeHead(302, { location: '/right' }).end()
  if (request.url === '/long') return answer.end(`{"a":"${'x'.repeat(600 * 1024)}"}`)
  if (request.url === '/list') return answer.end('[1]')
  if (request.url === '/text') return answer.end('hello')
  if (request.url === '/wrong') return answer.writeHead(500).end('{}')
  return answer.end('{"a":1}')
})
server.listen(0, 'localhost')
await once(server, 'listening')
after(() => server.close())
const at = (path: string, host = 'localhost') => `http://${host}:${(server.address() as AddressInfo).port}${path}`
const refused = (work: Promise<unknown>, because: RegExp) =>
  assert.rejects(work, (fault: Error) => fault instanceof NotReached && because.test(fault.message))

test('addresses within a network are known, however they are written', () => {
  for (const address of [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1'],
  ])
    assert.equal(isInside(address), true, address)
  for (const address of ['8.8.8.8', '172.32.0.1', '193.0.6.139', '2a00:1450:400e::1'])
    assert.equal(isInside(address), false, address)
})
test('only https is asked, without a password in the address; in the own network http too', () => {
  for (const odd of [
    ...['http://example.nl/', 'ftp://example.nl/', 'file:///etc/passwd', 'https://a:b@example.nl/', 'x', '', undefined],
    ...['https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://169.254.169.254/'],
  ])
    assert.throws(() => addressOf(odd, false), NotReached, String(odd))
  assert.equal(addressOf('https://login.example.nl/x', false).host, 'login.example.nl')
  assert.equal(addressOf('http://localhost:1/x', true).port, '1')
  assert.throws(() => addressOf('ftp://localhost/', true), NotReached)
})
test('a name that leads into the own network is refused before anything is asked', async () => {
  await refused(ask(at('/right').replace('http:', 'https:'), { inside: false }), /within a network/)
  assert.equal(asked, 0)
})
test('within the own network: an answer, and nothing odd', async () => {
  assert.deepEqual(await ask(at('/right'), { inside: true }), { a: 1 })
  await refused(ask(at('/away'), { inside: true }), /answered 302/)
  await refused(ask(at('/long'), { inside: true }), /too long/)
  for (const path of ['/list', '/text']) await refused(ask(at(path), { inside: true }), /no JSON/)
  await refused(ask(at('/wrong'), { inside: true }), /answered 500/)
  await refused(ask('http://localhost:1/', { inside: true }), /ECONNREFUSED/)
})
