import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HouseForCommands } from '#kit/commands/command.ts'
import { actingAsKeeper } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { newSetupCode } from './commands.ts'
import { codeStands } from './queries.ts'

test('the command prints a code that opens the house once, and where', async () => {
  const db = await freshDatabase()
  const asKeeper: HouseForCommands['asKeeper'] = (work) => actingAsKeeper(db, work)
  const house = { db, asKeeper, config: { baseUrl: 'https://huis.example' } } as unknown as HouseForCommands
  const said: string[] = []
  const io = {
    ...{ say: (line: string) => void said.push(line), warn: () => {}, refuse: () => 2 },
    ...{ readFile: async () => undefined, writeFile: async () => {}, stop: new AbortController().signal },
  }
  assert.equal(await newSetupCode.run({ args: [], house, io }), 0)
  assert.match(said[0] ?? '', /^Open https:\/\/huis\.example\/begin /)
  const code = /([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/.exec(said[0] ?? '')?.[0]
  assert.equal(await asKeeper((tx) => codeStands(tx, code ?? 'none')), true)
  assert.equal(await newSetupCode.run({ args: ['twice'], house, io }), 2)
})
