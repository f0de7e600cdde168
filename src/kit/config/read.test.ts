import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig, unknownWords, whichHouse } from './read.ts'

const read = (env: Record<string, string>, ...args: string[]) => readConfig(env, args, '/home/kl')
const config = (env: Record<string, string>, ...args: string[]) => {
  const settings = read(env, ...args)
  assert.ok(settings.ok)
  return settings.config
}

test('without settings it is the demo: on this machine only, in a directory of its own', () => {
  const { mode, host, dataDir, baseUrl } = config({})
  assert.deepEqual(
    { mode, host, dataDir, baseUrl },
    { mode: 'demo', host: '127.0.0.1', dataDir: '/home/kl/.data/demo', baseUrl: 'http://localhost:3000' },
  )
})

test('an address, a database or --empty makes it real', () => {
  assert.equal(config({ BASE_URL: 'http://kl.example' }).mode, 'real')
  assert.equal(config({ DATABASE_URL: 'postgres://u@h/db' }).mode, 'real')
  assert.equal(config({}, '--empty').mode, 'real')
  assert.equal(config({}, '--empty').dataDir, '/home/kl/.data/real')
})

test('every mistake is a sentence, and all are said at once', () => {
  const settings = read({ PORT: 'abc', DATABASE_URL: 'mysql://x', SMTP_URL: 'ftp://y', SECRET: 'short' })
  assert.ok(!settings.ok)
  assert.equal(settings.sentences.length, 4)
  for (const sentence of settings.sentences) assert.match(sentence, /^(PORT|DATABASE_URL|SMTP_URL|SECRET) must .*\.$/)
})

test('the demo never listens to the outside, and a public address needs a secret', () => {
  const demo = read({ HOST: '0.0.0.0' })
  assert.match(demo.ok ? '' : demo.sentences[0]!, /demo listens on this machine only/)
  const open = read({ BASE_URL: 'https://kl.example' })
  assert.match(open.ok ? '' : open.sentences[0]!, /SECRET/)
})

test('several processes need a database that is not of one of them, and a port to share', () => {
  assert.equal(config({}).processes, 1)
  assert.equal(config({ PROCESSES: '2', DATABASE_URL: 'postgres://u@h/db' }).processes, 2)
  const embedded = read({ PROCESSES: '2' })
  assert.match(embedded.ok ? '' : embedded.sentences[0]!, /DATABASE_URL/)
  const unsaid = read({ PROCESSES: '2', DATABASE_URL: 'postgres://u@h/db', PORT: '0' })
  assert.match(unsaid.ok ? '' : unsaid.sentences[0]!, /set PORT/)
  for (const wrong of ['0', '65', '1.5', 'two']) assert.equal(read({ PROCESSES: wrong }).ok, false)
})

test('whom to write to about this house is a mail address, or nobody yet', () => {
  assert.equal(config({}).contactMail, undefined)
  assert.equal(config({ CONTACT_MAIL: 'privacy@bestuur.example' }).contactMail, 'privacy@bestuur.example')
  const wrong = read({ CONTACT_MAIL: 'De beheerder' })
  assert.match(wrong.ok ? '' : wrong.sentences[0]!, /^CONTACT_MAIL must be a mail address/)
})

test('answers by mail need a domain before they need a port', () => {
  assert.equal(config({}).mailIn, undefined)
  const both = { MAIL_IN_DOMAIN: 'Antwoord.Example.NL', MAIL_IN_PORT: '2525' }
  assert.deepEqual(config(both).mailIn, { domain: 'antwoord.example.nl', port: 2525 })
  assert.deepEqual(config({ MAIL_IN_DOMAIN: 'antwoord.example.nl' }).mailIn?.port, undefined)
  const alone = read({ MAIL_IN_PORT: '2525' })
  assert.match(alone.ok ? '' : alone.sentences[0]!, /MAIL_IN_DOMAIN/)
  for (const wrong of [{ MAIL_IN_DOMAIN: 'a b' }, { MAIL_IN_DOMAIN: 'x', MAIL_IN_PORT: '0' }])
    assert.equal(read(wrong).ok, false)
})

test('an empty value counts as none', () => assert.equal(config({ PORT: '', BASE_URL: '' }).mode, 'demo'))

test('beside a house of one’s own a command is told which of the two is meant', () => {
  const real = (dir: string) => dir === '/home/kl/.data/real'
  assert.match(whichHouse(config({}), ['backup', 'x'], real)[0] ?? '', /--empty/)
  assert.deepEqual(whichHouse(config({}), ['demo', 'seed', '--demo'], real), [])
  assert.deepEqual(whichHouse(config({}, '--empty'), ['backup', 'x', '--empty'], real), [])
  assert.deepEqual(
    whichHouse(config({}), ['backup', 'x'], () => false),
    [],
  )
})

test('a mistyped --empty is said, and is not the demo', () => {
  assert.match(unknownWords(['--emtpy'])[0] ?? '', /--emtpy.*--empty/)
  assert.deepEqual(unknownWords(['--empty']), [])
})
