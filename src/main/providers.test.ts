import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HouseForCommands } from '#kit/commands/command.ts'
import { aGate } from '#kit/gate/trial.ts'
import { freshDatabase } from '#test/engine.ts'
import { aProvider, clientSecret } from '#test/provider.ts'
import { aSamlProvider } from '#test/samlidp.ts'
import { commandOf } from './commands.ts'

const db = await freshDatabase()
const { gate } = aGate(db)
const house = { db, gate, config: { baseUrl: 'https://huis.example.nl' } } as unknown as HouseForCommands
const elders = await aProvider({ back: 'https://huis.example.nl/inloggen/via/entree/terug' })

const files: Record<string, string> = { 'geheim.txt': clientSecret, 'elders.xml': aSamlProvider().metadata }

async function typed(line: string) {
  const said: string[] = []
  const found = commandOf(line.split(' '))
  assert.ok(found, line)
  const io = {
    say: (text: string) => void said.push(text),
    warn: (text: string) => void said.push(text),
    refuse: (text: string) => {
      said.push(text)
      return 2
    },
    input: async () => undefined,
    readFile: async (path: string) => (path in files ? Buffer.from(`${files[path]}\n`) : undefined),
    writeFile: async () => {},
    stop: new AbortController().signal,
  }
  return { ended: await found.command.run({ args: found.rest, house, io }), said: said.join('\n') }
}

test('a provider is added by the operator, listed and removed', async () => {
  const right = `gate provider add entree --name Entree --issuer ${elders.issuer} --client huis --secret-file geheim.txt --domain school.example`
  const refused = await typed(right)
  assert.equal(refused.ended, 2)
  assert.match(refused.said, /--inside/)
  const added = await typed(`${right} --inside`)
  assert.deepEqual(
    [added.ended, added.said.split('\n').at(-1)?.trim()],
    [0, 'https://huis.example.nl/inloggen/via/entree/terug'],
  )
  assert.ok(!added.said.includes(clientSecret))
  assert.equal((await typed(`${right} --inside`)).ended, 2, 'not twice')
  assert.equal((await typed('gate provider list')).said, 'entree\tEntree\toidc\tschool.example')
  assert.equal((await typed('gate provider remove entree')).ended, 0)
  assert.equal((await typed('gate provider remove entree')).ended, 2)
  assert.match((await typed('gate provider list')).said, /No providers/)
})
test('a SAML provider is added by its description', async () => {
  const added = await typed('gate provider add elders --name Elders --saml elders.xml --subject uid')
  assert.deepEqual(
    [added.ended, added.said.split('\n').at(-1)?.trim()],
    [0, 'https://huis.example.nl/inloggen/via/elders/gegevens'],
  )
  assert.match((await gate.providerMetadata('elders')) ?? '', /WantAssertionsSigned="true"/)
  assert.equal((await typed('gate provider add mis --name Mis --saml geheim.txt')).ended, 2)
  assert.match((await typed('gate provider add mis --name Mis --saml elders.xml --client x')).said, /^Say it like/)
})
test('what is not said right is said back in a sentence', async () => {
  for (const line of [
    'gate provider add',
    'gate provider add x',
    'gate provider add x --name X',
    'gate provider add x --wrong y',
    'gate provider add x y --name X --issuer https://x --client c',
  ])
    assert.match((await typed(line)).said, /^Say it like this/)
  const base = `--name X --issuer ${elders.issuer} --client huis --inside`
  assert.match((await typed(`gate provider add x-y ${base} --secret-file weg.txt`)).said, /no file weg\.txt/)
  assert.match((await typed(`gate provider add ../x ${base}`)).said, /small letters/)
  assert.match((await typed(`gate provider add x-y ${base} --domain @x`)).said, /behind the @/)
})
