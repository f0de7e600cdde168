import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chanceOf } from '#kit/chance/chance.ts'
import { planBeside } from './beside.ts'
import { clashesIn } from './check.ts'
import { type Instance, instanceForm } from './instance.ts'
import { inventedSchool } from './invented.ts'
import { type Held, momentsOf } from './moments.ts'
import { byPencil, plan, pointsOf } from './plan.ts'

const placedAt = ({ placed }: { placed: Held[] }) =>
  placed.map(({ weekday, from, room }) => `${weekday} ${from / 60} ${room}`)
const lesson = (from: string, to: string, more: object = {}) => ({ weekday: 2, from, to, subject: 'vrij', ...more })

/** Sanne is there on Tuesday from nine till eleven; groep 4 reads, reckons and draws. */
const small = (given: object = {}): Instance =>
  instanceForm.parse({
    ...{ step: 30, seconds: 5, outAtOnce: 2 },
    externals: [{ id: 'Sanne', presence: [{ weekday: 2, from: '09:00', to: '11:00' }] }],
    rooms: [{ id: 'spreekkamer' }],
    groups: [
      {
        id: 'groep 4',
        lessons: [
          lesson('09:00', '09:30', { subject: 'lezen', core: true }),
          lesson('09:30', '10:00', { subject: 'rekenen', core: true }),
          lesson('10:00', '10:30', { subject: 'tekenen' }),
          lesson('10:30', '11:00', { subject: 'kring', protected: true }),
        ],
      },
    ],
    sessions: [
      { id: 'a', external: 'Sanne', minutes: 30, groups: [{ id: 'groep 4', pupils: 1 }] },
      { id: 'b', external: 'Sanne', minutes: 30, groups: [{ id: 'groep 4', pupils: 2 }] },
    ],
    ...given,
  })

test('drawing goes first, then one core subject; the circle is left alone', async () => {
  const found = await plan(small())
  assert.deepEqual(
    [found.fits, found.proven, found.points, found.bound],
    [true, true, { core: 6, again: 0, moved: 0, total: 6 }, 6],
  )
  assert.ok(placedAt(found).includes('2 10 spreekkamer'))
})

test('what was placed by hand stays, also at a moment that the machine would not choose', async () => {
  const instance = small()
  instance.sessions[0]!.placed = [{ weekday: 2, from: 630, room: 'spreekkamer' }]
  const found = await plan(instance)
  assert.deepEqual(placedAt(found), ['2 10 spreekkamer', '2 10.5 spreekkamer'])
  assert.deepEqual(
    found.clashes.map(({ what, sessions }) => [what, sessions]),
    [['hours', ['a']]],
  )
})

test('a week like the last costs nothing more; reckoning missed before costs again', async () => {
  const instance = small({ weights: { moved: 20 } })
  instance.sessions[1]!.last = [{ weekday: 2, from: 570, room: null }]
  instance.sessions[0]!.missed = { tekenen: 1 }
  assert.deepEqual((await plan(instance)).points, { core: 6, again: 5, moved: 0, total: 11 })
})

test('when not everything fits, as much as can be is placed, and it says what would help', async () => {
  const session = small().sessions[0]!
  const instance = small()
  instance.sessions.push({ ...session, id: 'c' }, { ...session, id: 'd' })
  const found = await plan(instance)
  assert.deepEqual([found.fits, found.proven, found.placed.length], [false, true, 3])
  assert.deepEqual(
    found.unplaced.map(({ because }) => because),
    ['together'],
  )
  assert.deepEqual(
    found.wouldHelp.map(({ what }) => what),
    ['protected'],
  )
})

test('why one session can never be: by presence, by lessons, by what is protected, by how many may be away', async () => {
  const [first, ...others] = small().sessions
  const { groups, rooms } = small()
  const because = async (given: object) => (await plan(small(given))).unplaced[0]?.because
  const session = (given: object) => because({ sessions: [{ ...first, ...given }, ...others] })
  const lessons = (all: object[]) => because({ groups: [{ ...groups[0], lessons: all }] })
  assert.equal(await session({ minutes: 180 }), 'presence')
  assert.equal(await lessons([]), 'lessons')
  assert.equal(await lessons([lesson('09:00', '11:00', { protected: true })]), 'protected')
  assert.equal(await session({ groups: [{ id: 'groep 4', pupils: 3 }] }), 'pupils')
  assert.equal(await session({ times: 2 }), 'days')
  assert.equal(await because({ rooms: [{ ...rooms[0], open: [] }] }), 'room')
})

test('forty small weeks: as good as by trying everything, and nothing clashes', async () => {
  const chance = chanceOf('small weeks')
  let misfits = 0
  for (let nth = 0; nth < 40; nth++) {
    const instance = narrow(inventedSchool(chance, { groups: 2, externals: 2, sessions: 4, rooms: 1, seconds: 5 }))
    const found = await plan(instance)
    const best = byTrying(instance)
    assert.deepEqual(clashesIn(instance, found.placed), [], `week ${nth}`)
    assert.equal(found.proven, true)
    assert.equal(found.fits, best !== undefined, `week ${nth}`)
    if (best === undefined) misfits++
    else assert.deepEqual([found.points.total, found.bound], [best, best], `week ${nth}`)
  }
  assert.ok(misfits > 3 && misfits < 37, String(misfits))
})

test('in a worker; who has had enough gets what there is', async () => {
  const instance = inventedSchool(chanceOf('a'), { groups: 16, externals: 12, sessions: 70, rooms: 4, seconds: 20 })
  const stop = new AbortController()
  const progress: number[] = []
  const found = await planBeside(instance, stop.signal, ({ seconds }) => {
    progress.push(seconds)
    stop.abort()
  })
  assert.ok(progress.length > 0)
  assert.deepEqual([found.placed.length, clashesIn(instance, found.placed)], [70, []])
  assert.ok(found.bound <= found.points.total && found.points.total <= byPencil(instance).points.total)
})

/** Everybody is there on one morning, so that there is something to choose and not too much. */
const narrow = (instance: Instance): Instance => ({
  ...instance,
  externals: instance.externals.map((one) => ({ ...one, presence: [{ weekday: 1, from: 525, until: 675 }] })),
})

/** Every moment for every session, one after another. */
function byTrying(instance: Instance): number | undefined {
  let best: number | undefined
  const moments = instance.sessions.map((_, place) => momentsOf(instance, place))
  const room = instance.rooms[0]!.id
  const go = (place: number, placed: Held[]): void => {
    if (place === moments.length) {
      const { total } = pointsOf(instance, placed)
      best = best === undefined ? total : Math.min(best, total)
      return
    }
    for (const moment of moments[place]!) {
      const next = [...placed, { ...moment, room }]
      if (!clashesIn(instance, next).length) go(place + 1, next)
    }
  }
  go(0, [])
  return best
}
