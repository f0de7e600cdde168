import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { callerOf } from './caller.ts'
import { throttle } from './throttle.ts'
import { aBrowser, aGate, goodPassword, rows, trialSecret } from './trial.ts'

const db = await freshDatabase()
const { gate, sent, account } = aGate(db)
afterEach(() => gate.idle())
const at = (address: string) => aBrowser(address).from()
const laterOn = () => rows(db, sql`update gate.tries set ends_at = now()`)
const tryAs = async (email: string, password: string, address: string) => {
  const answer = await gate.signIn({ email, password }, at(address))
  return answer.ok ? 'in' : answer.because
}
const guess = (email: string, address: string) => tryAs(email, 'niet het goede wachtwoord', address)
const times = async (count: number, of: () => Promise<string>) => {
  const heard: string[] = []
  for (let i = 0; i < count; i += 1) heard.push(await of())
  return heard
}

test('after eight wrong ones from one place a right one waits too; an account that is none gets the same', async () => {
  await account('locked@example.nl')
  for (const email of ['locked@example.nl', 'nobody@example.nl']) {
    const heard = await times(10, () => guess(email, '192.0.2.1'))
    assert.deepEqual(heard, [...Array(8).fill('wrong'), 'locked', 'locked'])
  }
  assert.equal(await tryAs('locked@example.nl', goodPassword, '192.0.2.1'), 'locked')
  assert.equal(await tryAs('LOCKED@example.nl ', goodPassword, '192.0.2.1'), 'locked', 'however it is written')
  assert.equal(
    await tryAs('locked@example.nl', goodPassword, '192.0.2.2'),
    'in',
    'the owner, elsewhere, is not shut out',
  )
  await laterOn()
  assert.equal(await tryAs('locked@example.nl', goodPassword, '192.0.2.1'), 'in')
})
test('tries at the same moment all count', async () => {
  await account('burst@example.nl')
  const heard = await Promise.all(Array.from({ length: 20 }, () => guess('burst@example.nl', '192.0.2.3')))
  assert.equal(heard.filter((word) => word === 'wrong').length, 8)
})
test('a right password forgets the wrong ones before it', async () => {
  await account('typo@example.nl')
  for (let round = 0; round < 3; round += 1) {
    await times(6, () => guess('typo@example.nl', '192.0.2.4'))
    assert.equal(await tryAs('typo@example.nl', goodPassword, '192.0.2.4'), 'in')
  }
})
test('many places at one account are stopped together; one place alone never gets that far', async () => {
  const limits = throttle(db.gate, trialSecret)
  const may = (email: string, address: string) => limits.mayTry(email, { headers: new Headers(), address })
  const oneEach: boolean[] = []
  for (let i = 0; i < 42; i += 1) oneEach.push(await may('spread@example.nl', `10.0.0.${i}`))
  assert.equal(oneEach.filter(Boolean).length, 40)
  for (let i = 0; i < 100; i += 1) await may('single@example.nl', '10.1.0.1')
  assert.equal(await may('single@example.nl', '10.1.0.2'), true)
})
test('one place at many accounts is stopped, and right ones do not count', async () => {
  const limits = throttle(db.gate, trialSecret)
  const here = { headers: new Headers(), address: '10.2.0.1' }
  for (let i = 0; i < 200; i += 1) {
    assert.ok(await limits.mayTry(`colleague${i}@example.nl`, here), `colleague ${i} of one building`)
    await limits.forgive(`colleague${i}@example.nl`, here)
  }
  const spray: boolean[] = []
  for (let i = 0; i < 152; i += 1) spray.push(await limits.mayTry(`victim${i}@example.nl`, here))
  assert.equal(spray.filter(Boolean).length, 150)
})
test('the password inside counts as well, so a borrowed session cannot guess it', async () => {
  await account('inside@example.nl')
  const browser = aBrowser('192.0.2.6')
  const answer = await gate.signIn({ email: 'inside@example.nl', password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  const heard = await times(9, async () => {
    const proved = await gate.provePassword('niet het goede', browser.from())
    return proved.ok ? 'in' : proved.because
  })
  assert.deepEqual(heard, [...Array(8).fill('wrong'), 'locked'])
  const changed = await gate.changePassword({ current: goodPassword, next: 'nog vijf groene kamelen' }, browser.from())
  assert.equal(!changed.ok && changed.because, 'locked')
  for (const asked of [gate.startTotp(goodPassword, browser.from()), gate.stopTotp(goodPassword, browser.from())])
    assert.deepEqual(await asked, { ok: false, because: 'locked' })
})
test('nobody’s mailbox is flooded', async () => {
  await account('flood@example.nl')
  for (let i = 0; i < 6; i += 1) await gate.requestReset({ email: 'flood@example.nl' }, at(`192.0.2.${10 + i}`))
  await gate.idle()
  assert.equal(sent.filter((letter) => letter.to === 'flood@example.nl').length, 3)
})
test('the counts tell nobody who or where, and do not stay', async () => {
  await guess('private@example.nl', '192.0.2.99')
  const kept = JSON.stringify(await rows(db, sql`select * from gate.tries`))
  assert.ok(!kept.includes('private') && !kept.includes('192.0'))
  await laterOn()
  await gate.tidy()
  assert.deepEqual(await rows(db, sql`select * from gate.tries`), [])
})
test('where somebody calls from is what the connection says, or our own proxy', () => {
  const from = (socket: string | undefined, forwarded?: string, trustProxy = false) =>
    callerOf(new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {}), socket, { trustProxy }).address
  assert.equal(from('192.0.2.1', '203.0.113.5'), '192.0.2.1', 'what a caller says of himself does not count')
  assert.equal(from('127.0.0.1', '1.1.1.1, 203.0.113.5', true), '203.0.113.5', 'nor before the last proxy')
  assert.equal(from('127.0.0.1', undefined, true), '127.0.0.1')
  assert.equal(from('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(from('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
  assert.equal(from('2001:0DB8:1:2::9'), from('2001:db8:1:2:ffff::1'), 'one subscriber, one place')
  assert.equal(from('2001:db8::1'), '2001:db8:0:0')
  assert.equal(from('::1'), '0:0:0:0')
  assert.equal(from('fe80::1%eth0'), 'fe80:0:0:0')
  assert.deepEqual([from(undefined), from('nonsense')], ['unknown', 'unknown'])
})
