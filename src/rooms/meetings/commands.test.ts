import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandIo } from '#kit/commands/command.ts'
import { findMoments } from './commands.ts'

async function ask(problem: unknown, args = ['--json']) {
  const heard = { said: [] as string[], warned: [] as string[] }
  const io = {
    say: (line: string) => heard.said.push(line),
    refuse(line: string) {
      heard.warned.push(line)
      return 2
    },
    input: async () => new TextEncoder().encode(typeof problem === 'string' ? problem : JSON.stringify(problem)),
  } as unknown as CommandIo
  return { ...heard, ended: await findMoments.runAlone({ args, io }) }
}

const problem = {
  ...{ zone: 'Europe/Amsterdam', from: '2026-11-23T00:00:00+01:00', until: '2026-11-28T00:00:00+01:00' },
  ...{ minutes: 30, step: 15, quorum: 1, limit: 1 },
  people: [
    {
      ...{ id: 'juf', required: true },
      windows: [{ weekday: 3, from: '15:00', to: '17:00' }],
      busy: [{ start: '2026-11-25T14:00:00Z', end: '2026-11-25T14:30:00Z' }],
    },
  ],
  rooms: [{ id: 'spreekkamer', busy: [] }],
}

const crowd = Array.from({ length: 500 }, (_, nth) => ({ id: `p${nth}` }))

test('agenda find answers a problem in a line', async () => {
  const { said, ended } = await ask(problem)
  assert.deepEqual(JSON.parse(said[0]!), {
    slots: [{ start: '2026-11-25T14:30:00Z', end: '2026-11-25T15:00:00Z', room: 'spreekkamer', missing: [] }],
    concession: null,
  })
  assert.deepEqual([said.length, ended], [1, 0])
})

test('agenda find says what it misses when there is no moment, and what it cannot understand', async () => {
  const { said } = await ask({ ...problem, until: '2026-11-25T14:45:00Z' })
  const { slots, concession } = JSON.parse(said[0]!)
  assert.deepEqual(slots, [])
  assert.deepEqual(concession.asks, [{ id: 'juf', minutes: 15 }])
  for (const wrong of [
    '',
    '{',
    { ...problem, minutes: 0 },
    { ...problem, zone: 'Nergens/Hier' },
    { ...problem, from: 'nu' },
    // A problem that would take minutes: every minute of a year for five hundred people.
    { ...problem, until: '2027-11-23T00:00:00Z', step: 1, people: crowd },
  ])
    assert.deepEqual([(await ask(wrong)).ended, (await ask(wrong)).warned.length], [2, 1])
  assert.equal((await ask(problem, [])).ended, 2)
  const because = async (wrong: unknown) => (await ask(wrong)).warned[0]
  const { from: _, ...without } = problem
  assert.match((await because(without)) ?? '', /from: is missing; it must be a text\./)
  assert.match((await because({ ...problem, minutes: 'lang' })) ?? '', /minutes: must be a number\./)
  assert.match((await because({ ...problem, minutes: 0 })) ?? '', /minutes: must be at least 1\./)
})

test('agenda find takes how long somebody travels, and not from what is in the same place', async () => {
  const startOf = async (travel: unknown, here?: boolean) => {
    const [person] = problem.people
    const busy = person!.busy.map((one) => ({ ...one, here }))
    const { said, ended } = await ask({ ...problem, people: [{ ...person, busy, travel }] })
    return ended ? ended : JSON.parse(said[0]!).slots[0]?.start
  }
  assert.deepEqual(
    [await startOf(undefined), await startOf(20), await startOf(20, true)],
    ['2026-11-25T14:30:00Z', '2026-11-25T15:00:00Z', '2026-11-25T14:30:00Z'],
  )
  assert.deepEqual([await startOf(-5), await startOf('kwartier')], [2, 2])
})
