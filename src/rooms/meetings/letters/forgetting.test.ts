import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { dropDraft } from '../asking/actions.ts'
import { as, asKeeper, make, town } from '../trial.test.ts'
import { forgetMeetings } from './actions.ts'

test('a year after a draft was dropped, the trail does not know either who was to be asked', async () => {
  const outsiders = [{ name: 'Ouder Vergeten', mail: 'vergeten@thuis.example' }]
  const made = await make(town.teacher, 'Kennismaking', { outsiders })
  assert.ok(made.ok)
  assert.deepEqual(await as(town.teacher, (tx) => dropDraft(tx, town.teacher, made.id)), { ok: true })
  const known = () =>
    asKeeper((tx) =>
      rowsOf(tx, sql`select 1 from trail where contents::text like '%vergeten@%' or contents::text like '%Vergeten%'`),
    )
  assert.ok((await known()).length > 0)
  await asKeeper((tx) => forgetMeetings(tx, new Date()))
  assert.ok((await known()).length > 0, 'not yet')
  await asKeeper((tx) => forgetMeetings(tx, new Date(Date.now() + 400 * 86_400_000)))
  assert.deepEqual(await known(), [])
})
