import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingAsKeeper } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { findSchools } from './queries.ts'
import { organisations } from './tables.ts'

test('a school is found as people type it: without accents, with its kind before it, with its place', async () => {
  const db = await freshDatabase()
  await actingAsKeeper(db, async (tx) => {
    const school = (name: string, place: string, code: string) =>
      ({ kind: 'school', name, place, code, source: 'duo', postcode: '9571 AZ' }) as const
    await tx
      .insert(organisations)
      .values([
        school('Openbare Basisschool De Westhoek', '2e Exloërmond', '18UV00'),
        school('CBS De Regenboog', 'Bergeijk', '22LI00'),
        school('De Regenboog', 'Almere', '13NH00'),
      ])
    const names = async (wish: string) => (await findSchools(tx, wish)).map(({ name }) => name)
    for (const wish of [
      'obs de westhoek',
      '2e exloermond',
      'WESTHOEK exloërmond',
      'basisschool westhoek',
      '18uv',
      '9571az obs',
    ])
      assert.ok((await names(wish)).includes('Openbare Basisschool De Westhoek'), wish)
    assert.deepEqual(await names('cbs regenboog'), ['CBS De Regenboog', 'De Regenboog'], 'the kind named comes first')
    assert.deepEqual(await names('regenboog, almere'), ['De Regenboog'])
    assert.deepEqual(await names('100%'), [])
    assert.deepEqual(await names('obs'), [], 'a kind alone is looked for as it is')
  })
})
