import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canBeTakenBack, isMoving, isShort, stateOf } from './rules.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 9, minute))
const begun = { doneAt: null, stoppedAt: null, undoAt: null, undoneAt: null, movedAt: at(0) }

test('a list is what its last moment says', () => {
  assert.equal(stateOf(begun, at(1)), 'busy')
  assert.equal(stateOf(begun, at(6)), 'still')
  assert.equal(stateOf({ ...begun, stoppedAt: at(2) }, at(30)), 'stopped')
  assert.equal(stateOf({ ...begun, doneAt: at(2) }, at(30)), 'done')
  assert.equal(stateOf({ ...begun, doneAt: at(2), undoAt: at(3), movedAt: at(3) }, at(4)), 'undoing')
  assert.equal(stateOf({ ...begun, doneAt: at(2), undoAt: at(3), movedAt: at(3) }, at(9)), 'still')
  assert.equal(stateOf({ ...begun, doneAt: at(2), undoAt: at(3), undoneAt: at(4) }, at(30)), 'undone')
})

test('only what moves is looked at again', () => {
  assert.deepEqual((['busy', 'undoing'] as const).map(isMoving), [true, true])
  assert.deepEqual((['still', 'stopped', 'done', 'undone'] as const).map(isMoving), [false, false, false, false])
})

test('it is taken back once, and not while it comes in', () => {
  assert.equal(canBeTakenBack(begun), false)
  assert.equal(canBeTakenBack({ ...begun, doneAt: at(1) }), true)
  assert.equal(canBeTakenBack({ ...begun, stoppedAt: at(1) }), true)
  assert.equal(canBeTakenBack({ ...begun, doneAt: at(1), undoAt: at(2) }), false)
})

test('twenty-five rows are in at once', () => assert.deepEqual([isShort(25), isShort(26)], [true, false]))
