import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hintOf } from './rules.ts'

test('what Entree says, by either of its names', () => {
  assert.deepEqual(
    hintOf({
      eduPersonAffiliation: ['employee'],
      nlEduPersonHomeOrganizationId: ['11zz03'],
      nlEduPersonHomeOrganization: ['De Petteflat'],
    }),
    { code: '11ZZ03', organisation: 'De Petteflat', works: true },
  )
  const urn = 'urn:mace:dir:attribute-def:'
  assert.deepEqual(
    hintOf({ [`${urn}eduPersonAffiliation`]: ['student'], [`${urn}nlEduPersonHomeOrganizationId`]: ['x', '11ZZ'] }),
    { code: '11ZZ', organisation: undefined, works: false },
  )
  assert.equal(hintOf({ eduPersonAffiliation: ['Student', 'Staff'] }).works, true)
  assert.deepEqual(hintOf({}), { code: undefined, organisation: undefined, works: undefined })
  assert.equal(hintOf({ nlEduPersonHomeOrganizationId: ["11ZZ'; drop", '%'] }).code, undefined)
})
