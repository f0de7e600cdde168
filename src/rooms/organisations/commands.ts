import type { Command } from '#kit/commands/command.ts'
import { putLook, takeOverList } from './actions.ts'
import type { BadLocation } from './duo/locations.ts'
import { readDuo } from './duo/shipped.ts'
import { findBoards } from './queries.ts'

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
    for (const { line, because, value } of read.bad) io.warn(`Line ${line}: ${sayBad[because](value)}`)
    if (did.gone.length > did.total)
      io.warn(
        'Most schools we knew are not in this file. Is it a part of the list? Import the whole list to have them back.',
      )
    if (args.includes('--details')) sayDetails(did, io.say)
    io.say(`new ${did.new.length}, gone ${did.gone.length}, changed ${did.changed.length}, total ${did.total}`)
    return 0
  },
}

/** `organisations look BOARD COLOUR [NAME]`: the operator gives a board its colour. BOARD is its DUO number or its name. */
export const styleBoard: Command = {
  name: 'organisations look',
  usage: 'organisations look BOARD COLOUR|none [NAME]',
  async run({ args: [board, colour, ...brand], house, io }) {
    if (!board || !colour) return io.refuse('Name the board and a colour: kortelijnen organisations look 20091 #1d3a6b')
    const found = await house.asKeeper((tx) => findBoards(tx, board))
    if (found.length !== 1) return io.refuse(`${found.length} boards are called ${board}; use the number.`)
    const accent = colour === 'none' ? null : `#${colour.replace(/^#/, '').toLowerCase()}`
    const look = { accent, brand: brand.join(' ').slice(0, 40) || null }
    const done = await house.asKeeper((tx) => putLook(tx, found[0]!.id, look))
    if (done.ok) io.say(`${found[0]!.name}: ${colour}`)
    if (done.ok) return 0
    return io.refuse(
      done.because === 'like-safety'
        ? 'This colour is too like that of the safety cards. Choose another.'
        : 'A colour has six signs, such as #1d3a6b.',
    )
  },
}

/** What is wrong with a line that was left out, and what helps. */
const sayBad: Record<BadLocation['because'], (value: string) => string> = {
  'no-code': () => 'there is no code of the location. Fill it in, such as 07KX00; this line was left out.',
  'code-unclear': (value) =>
    `“${value}” is not a code of a location: two digits, two letters, two digits. Mend it; this line was left out.`,
  'no-name': (value) => `the school ${value} has no name. Fill it in; this line was left out.`,
  twice: (value) => `${value} is in the list twice. The first line was taken; remove this one.`,
}

function sayDetails(did: Awaited<ReturnType<typeof takeOverList>>, say: (line: string) => void) {
  for (const school of did.new) say(`new ${school.code} ${school.name}, ${school.place}`)
  for (const school of did.gone) say(`gone ${school.code} ${school.name}, ${school.place}`)
  for (const { code, fields } of did.changed) say(`changed ${code} ${fields.join(' ')}`)
}
