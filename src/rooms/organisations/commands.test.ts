import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HouseForCommands } from '#kit/commands/command.ts'
import { importList } from './commands.ts'

test('a bad line of the list of schools is told in a sentence, with its line and what helps', async () => {
  const file =
    'VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;PLAATSNAAM\n99ZZ00;A;1971 AB;IJMUIDEN\n;B;1971 AB;IJMUIDEN\n99Z;C;1971 AB;IJMUIDEN\n99ZZ00;D;1971 AB;IJMUIDEN\n99ZZ01; ;1971 AB;IJMUIDEN\n'
  const house = { asKeeper: async () => ({ new: [], gone: [], changed: [], total: 1 }) } as unknown as HouseForCommands
  const warned: string[] = []
  const io = {
    ...{ say: () => {}, warn: (line: string) => void warned.push(line), refuse: () => 2 },
    ...{ writeFile: async () => {}, stop: new AbortController().signal },
    readFile: async () => new TextEncoder().encode(file),
  }
  assert.equal(await importList.run({ args: ['duo.csv'], house, io }), 0)
  assert.deepEqual(warned, [
    'Line 3: there is no code of the location. Fill it in, such as 07KX00; this line was left out.',
    'Line 4: “99Z” is not a code of a location: two digits, two letters, two digits. Mend it; this line was left out.',
    'Line 5: 99ZZ00 is in the list twice. The first line was taken; remove this one.',
    'Line 6: the school 99ZZ01 has no name. Fill it in; this line was left out.',
  ])
})
