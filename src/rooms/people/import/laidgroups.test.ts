import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPasted } from '#kit/sheet/read.ts'
import { proposeGroups, readGroups } from './groups.ts'
import { colleagueMeant, layGroups, linesInNeed } from './laidgroups.ts'

const colleagues = ['Piet Vos', 'Zoë Bakker', 'Anja de Jong', 'Anja Smit'].map((name) => ({ name }))

async function laid(text: string, groups: { name: string }[] = []) {
  const reading = await readPasted(text)
  assert.ok(reading.ok && reading.sheets[0])
  const mapping = proposeGroups(reading.sheets[0])
  return layGroups(readGroups(reading.sheets[0], mapping), mapping, { colleagues, groups })
}

test('a colleague is found without regard to capitals and accents, by her first name when only one has it', () => {
  const who = (name: string) => {
    const meant = colleagueMeant(colleagues, name)
    return typeof meant === 'string' ? meant : meant.name
  }
  assert.deepEqual(['piet', 'ZOE BAKKER', 'zoe', 'anja', 'Anja Smit', 'Els'].map(who), [
    'Piet Vos',
    'Zoë Bakker',
    'Zoë Bakker',
    'several',
    'Anja Smit',
    'unknown',
  ])
})

test('teachers we do not know are said by line, and the room and other columns once', async () => {
  const text =
    'Groep\tAantal\tLeerkracht\tLokaal\tKleur\n3\t24\tpiet\t12\trood\n4\t25\tEls ma-di, Karin wo-vr\t\tgroen\n5\t\tanja\t3\t\n'
  const list = await laid(text, [{ name: '3' }])
  assert.deepEqual(
    list.good.map(({ name, teachers }) => [name, ...teachers]),
    [['3', 'Piet Vos'], ['4'], ['5']],
  )
  assert.deepEqual(
    list.notes.map(({ line, because, value }) => [line, because, value]),
    [
      [1, 'column-left-out', 'Kleur'],
      [1, 'room-left-out', 'Lokaal'],
      [2, 'group-exists', '3'],
      [3, 'teacher-unknown', 'Els'],
      [3, 'teacher-unknown', 'Karin'],
      [4, 'teacher-several', 'anja'],
    ],
  )
  assert.equal(linesInNeed(list), 2)
})

test('in loose lines small letters and rooms are heard as well', async () => {
  const list = await laid('groep 1/2A - 23 lln - piet en els\ngroep 3 (27) Anja Smit - lokaal 4\n')
  assert.deepEqual(
    list.good.map(({ name, teachers }) => [name, ...teachers]),
    [
      ['1/2A', 'Piet Vos'],
      ['3', 'Anja Smit'],
    ],
  )
  assert.deepEqual(
    list.notes.map(({ line, because, value }) => [line, because, value]),
    [
      [1, 'teacher-unknown', 'els'],
      [2, 'room-left-out', 'lokaal 4'],
    ],
  )
})
