import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { isOutside, postOutside, unfit } from './outside.ts'

test('only the open internet is outside', () => {
  for (const address of ['93.184.215.14', '1.1.1.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])
    assert.ok(isOutside(address), address)
  const insides = [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ]
  const insides6 = [
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2002:a00:1::',
    '2001:0:a00::1',
    '2001:db8::1',
  ]
  for (const address of [...insides, ...insides6, 'no address']) assert.ok(!isOutside(address), address)
})

test('an address must be a name on the internet, over https, without a password in it', () => {
  assert.equal(unfit('https://hooks.school.nl/x?y=1'), undefined)
  assert.equal(unfit('https://hooks.school.nl:8443/'), undefined)
  const wrong = [
    'http://hooks.school.nl/',
    'ftp://hooks.school.nl/',
    'https://hooks.school.nl:22/',
    'https://user:pass@hooks.school.nl/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'nothing',
    '',
  ]
  for (const address of wrong) assert.ok(unfit(address), address)
  assert.ok(unfit('http://localhost:80/'), 'this machine only when a test says so')
})

test('a name that leads inside is refused when it is looked up, and nothing is sent', async () => {
  // localtest.me and such lead to 127.0.0.1; here the name of this machine does, past the check of names.
  const sent = await postOutside({ address: 'https://localhost.localdomain/', headers: {}, body: '{}' })
  assert.equal(sent.ok, false)
  assert.ok(['EINSIDE', 'ENOTFOUND', 'EAI_AGAIN'].includes(sent.because ?? ''), sent.because)
})

test('no redirect is followed, and who does not answer is not waited for', async () => {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    if (request.url === '/away') answer.writeHead(302, { Location: '/secret' }).end()
    else if (request.url === '/ok') answer.end('a long story')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = `http://localhost:${(server.address() as AddressInfo).port}`
  const post = (path: string) => postOutside({ address: at + path, headers: {}, body: '{}', near: true, within: 300 })
  assert.deepEqual(await post('/ok'), { ok: true, status: 200 })
  assert.deepEqual(await post('/away'), { ok: false, status: 302 })
  const silent = await post('/silent')
  assert.deepEqual([silent.ok, silent.status], [false, undefined])
  assert.deepEqual(asked, ['/ok', '/away', '/silent'])
  assert.equal(
    (await postOutside({ address: `${at}/ok`, headers: {}, body: '{}' })).ok,
    false,
    'not without the setting',
  )
  server.closeAllConnections()
  server.close()
})
