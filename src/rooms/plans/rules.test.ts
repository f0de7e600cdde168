import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksDecision, hoursOver, makesRoom, mayBecomeLine, mayBeDecided, through } from './rules.ts'

test('one more goes through a ceiling that is reached, and through none that was not agreed', () => {
  assert.deepEqual(through({ mostLines: 30, mostPerOwner: 8 }, { lines: 29, ofOwner: 7 }), [])
  assert.deepEqual(through({ mostLines: 30, mostPerOwner: 8 }, { lines: 30, ofOwner: 8 }), ['school', 'owner'])
  assert.deepEqual(through({ mostLines: null, mostPerOwner: 8 }, { lines: 99, ofOwner: null }), [])
})

test('hours are over only where hours were agreed', () => {
  assert.equal(hoursOver(undefined, 10), undefined)
  assert.equal(hoursOver({ hours: 90, declared: null }, 10), undefined)
  assert.equal(hoursOver({ hours: 30, declared: 40 }, 10), undefined)
  assert.equal(hoursOver({ hours: 30, declared: 40 }, 11), 1)
})

test('room is made by a line, or by a reason why none makes it', () => {
  const none = { room: null, roomLineId: null, roomNote: null }
  assert.equal(makesRoom(none), false)
  assert.equal(makesRoom({ ...none, room: 'ends' }), false)
  assert.equal(makesRoom({ ...none, room: 'sleeps', roomLineId: 'x' }), true)
  assert.equal(makesRoom({ ...none, room: 'neither' }), false)
  assert.equal(makesRoom({ ...none, room: 'neither', roomNote: 'kost niets' }), true)
})

test('a trial asks again on its day; a yes and a no stand', () => {
  const choice = { seenBy: '2026-11-22' }
  assert.equal(asksDecision(choice, 'try', '2026-11-21'), false)
  assert.equal(asksDecision(choice, 'try', '2026-11-22'), true)
  assert.equal(asksDecision(choice, null, '2026-01-01'), true)
  assert.equal(asksDecision(choice, 'no', '2027-01-01'), false)
  assert.deepEqual(
    [null, 'try', 'yes', 'no'].map((last) => mayBeDecided(last as 'try')),
    [true, true, false, false],
  )
  assert.equal(mayBecomeLine({ lineId: null }, 'try'), true)
  assert.equal(mayBecomeLine({ lineId: null }, 'no'), false)
  assert.equal(mayBecomeLine({ lineId: 'x' }, 'yes'), false)
})
