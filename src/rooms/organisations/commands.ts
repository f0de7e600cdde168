import type { Command } from '#kit/commands/command.ts'
import { takeOverList } from './actions.ts'
import { readDuo } from './duo/shipped.ts'

/** `organisations import FILE`: takes over a file of DUO and says how many are new, gone and changed, and what. */
export const importList: Command = {
  name: 'organisations import',
  usage: 'organisations import FILE [--details]',
  async run({ args, house, io }) {
    const path = args.find((arg) => !arg.startsWith('--'))
    if (!path) return io.refuse('Name the file: kortelijnen organisations import FILE')
    const bytes = await io.readFile(path)
    if (!bytes) return io.refuse(`There is no file ${path}.`)
    const read = await readDuo(bytes)
    if (!read.ok)
      return io.refuse(
        read.because === 'not-duo'
          ? `This is not DUO's list of locations: no column for ${read.missing.join(', ')}.`
          : `This file cannot be read as a table (${read.because}).`,
      )
    const today = new Date().toISOString().slice(0, 10)
    const did = await house.asKeeper((tx) => takeOverList(tx, read.rows, today))
    for (const { line, because, value } of read.bad) io.warn(`line ${line}: ${because} ${value}`)
    if (args.includes('--details')) sayDetails(did, io.say)
    io.say(`new ${did.new.length}, gone ${did.gone.length}, changed ${did.changed.length}, total ${did.total}`)
    return 0
  },
}

function sayDetails(did: Awaited<ReturnType<typeof takeOverList>>, say: (line: string) => void) {
  for (const school of did.new) say(`new ${school.code} ${school.name}, ${school.place}`)
  for (const school of did.gone) say(`gone ${school.code} ${school.name}, ${school.place}`)
  for (const { code, fields } of did.changed) say(`changed ${code} ${fields.join(' ')}`)
}
