import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommandIo } from '#kit/commands/command.ts'
import { busyTimes, planWeek } from './commands.ts'

const calendar = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Fysio met mevrouw Jansen
LOCATION:Dorpsstraat 1
DTSTART;TZID=Europe/Amsterdam:20261103T090000
DTEND;TZID=Europe/Amsterdam:20261103T100000
RRULE:nonsense
END:VEVENT
END:VCALENDAR`

async function ask(words: string) {
  const heard = { said: [] as string[], warned: [] as string[] }
  const io = {
    say: (line: string) => heard.said.push(line),
    warn: (line: string) => heard.warned.push(line),
    refuse(line: string) {
      heard.warned.push(line)
      return 2
    },
    readFile: async (path: string) => (path === 'a.ics' ? new TextEncoder().encode(calendar) : undefined),
  } as unknown as CommandIo
  return { ...heard, ended: await busyTimes.runAlone({ args: words.split(' '), io }) }
}

test('agenda busy tells times, one line of trouble per file, and no word of what they are for', async () => {
  const { said, warned, ended } = await ask('--from 2026-11-01 --to 2026-11-30 --zone Europe/Amsterdam a.ics')
  assert.deepEqual(said, [
    '{"file":"a.ics","start":"2026-11-03T08:00:00Z","end":"2026-11-03T09:00:00Z","allDay":false}',
  ])
  assert.equal(warned.length, 1)
  assert.equal(ended, 0)
  assert.doesNotMatch([...said, ...warned].join(), /Jansen|Fysio|Dorpsstraat/)
})

test('agenda busy goes on after a file that is not there, and says what it cannot understand', async () => {
  const gone = await ask('--from 2026-11-03 --to 2026-11-03 b.ics a.ics')
  assert.deepEqual([gone.said.length, gone.warned.length, gone.ended], [1, 2, 1])
  assert.equal((await ask('--from 2026-11-31 --to 2026-12-01 a.ics')).ended, 2)
  assert.equal((await ask('--from 2026-11-03 --to 2026-11-03 --zone Nergens/Hier a.ics')).ended, 2)
  assert.equal((await ask('a.ics')).ended, 2)
})

test('agenda timetable plans a week, and says what it cannot understand', async () => {
  const instance = {
    externals: [{ id: 'Sanne', presence: [{ weekday: 2, from: '09:00', to: '10:00' }] }],
    rooms: [{ id: 'spreekkamer' }],
    groups: [{ id: 'groep 4', lessons: [{ weekday: 2, from: '08:30', to: '10:15', subject: 'taal', core: true }] }],
    sessions: [{ id: 'a', external: 'Sanne', minutes: 30, groups: [{ id: 'groep 4', pupils: 2 }] }],
  }
  const ask = async (said: unknown) => {
    const lines: string[] = []
    const io = {
      ...{ say: (line: string) => lines.push(line), warn: () => {}, stop: new AbortController().signal },
      refuse: () => 2,
      input: async () => new TextEncoder().encode(JSON.stringify(said)),
    } as unknown as CommandIo
    return { ended: await planWeek.runAlone({ args: ['--json'], io }), lines }
  }
  const { lines } = await ask(instance)
  const { seconds: _, ...plan } = JSON.parse(lines[0]!)
  assert.deepEqual(plan, {
    ...{ fits: true, proven: true, points: { core: 6, again: 0, moved: 0, total: 6 }, bound: 6, gap: 0 },
    placements: [
      {
        session: 'a',
        external: 'Sanne',
        weekday: 2,
        from: plan.placements[0].from,
        to: plan.placements[0].to,
        room: 'spreekkamer',
        byHand: false,
      },
    ],
    ...{ unplaced: [], wouldHelp: [], clashes: [] },
  })
  assert.equal((await ask({ ...instance, groups: [] })).ended, 2)
  assert.equal((await ask([])).ended, 2)
  // Five hundred sessions in steps of five minutes, day and night: refused at once, for it would take minutes to begin.
  const always = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  const sessions = Array.from({ length: 500 }, (_, nth) => ({ ...instance.sessions[0], id: `s${nth}` }))
  const began = Date.now()
  const huge = { ...instance, step: 5, externals: [{ id: 'Sanne', presence: always }], sessions }
  assert.equal((await ask(huge)).ended, 2)
  assert.ok(Date.now() - began < 3000)
})
