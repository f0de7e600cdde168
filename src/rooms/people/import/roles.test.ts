import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { groupName, readRoles } from './roles.ts'

const known = (
  JSON.parse(readFileSync(new URL('../../trade/content/roles.json', import.meta.url), 'utf8')) as { id: string }[]
).map(({ id }) => id)

test('roles as schools write them', () => {
  const cases: [string, string[], string[]][] = [
    ["IB'er/taalcoördinator", ['ib', 'taalcoordinator'], []],
    ['lkr gr 3', ['leerkracht'], ['3']],
    ['Lkr. groep 1/2A', ['leerkracht'], ['1/2A']],
    ['groep 7-8', ['leerkracht'], ['7/8']],
    ['lk 1/2, bhv', ['leerkracht', 'preventiemedewerker'], ['1/2']],
    ['5/6', ['leerkracht'], ['5/6']],
    ['gr8', ['leerkracht'], ['8']],
    ['leerkracht 5b + rekenco', ['leerkracht', 'rekencoordinator'], ['5B']],
    ['leerkracht groep 4 en 6, MR', ['leerkracht', 'mr'], ['4', '6']],
    ['Directeur', ['directeur'], []],
    ['adjunct-directeur', ['directeur'], []],
    ['bovenschools directeur', ['bestuurder'], []],
    ['Intern begeleider onderbouw', ['ib'], []],
    ['bouwcoördinator OB', ['teamleider'], []],
    ['vakleerkracht gym', ['sportcoordinator'], []],
    ['conciërge', ['concierge'], []],
    ['Onderwijsassistente', ['onderwijsassistent'], []],
    ['ICC-er', ['cultuurcoordinator'], []],
    ['coördinator natuur en techniek', ['natuurtechniekcoordinator'], []],
    ['ICT + BHV', ['preventiemedewerker', 'ict'].reverse(), []],
    ['hoofd BHV', ['preventiemedewerker'], []],
    ['interne contactpersoon', ['vertrouwenspersoon'], []],
    ['aandachtsfunctionaris meldcode', ['aandachtsfunctionaris'], []],
    ['administratie', ['administratie'], []],
    ['HB-specialist', ['hb_specialist'], []],
    ['leesconsulent', ['taalcoordinator'], []],
    ['stagecoördinator', ['schoolopleider'], []],
    ['verkeersouder', ['verkeerscoordinator'], []],
  ]
  for (const [text, roles, groups] of cases) {
    const read = readRoles(text)
    assert.deepEqual([read.roles, read.groups], [roles, groups], text)
    for (const role of read.roles) assert.ok(known.includes(role), role)
  }
})

test('what is no role we know is left over, not guessed', () => {
  assert.deepEqual(readRoles('tovenaar'), { roles: [], groups: [], rest: 'tovenaar' })
  assert.deepEqual(readRoles(''), { roles: [], groups: [], rest: '' })
  assert.deepEqual(readRoles('IB, tovenaar'), { roles: ['ib'], groups: [], rest: 'tovenaar' })
})

test('names of groups', () => {
  assert.deepEqual(groupName('groep 1/2 a'), ['1/2A'])
  assert.deepEqual(groupName('gr. 3'), ['3'])
  assert.deepEqual(groupName('1-feb'), ['1/2'])
  assert.deepEqual(groupName('2026-08-07'), ['7/8'])
  assert.deepEqual(groupName('12b'), ['1/2B'])
  assert.deepEqual(groupName('De Uilen'), ['De Uilen'])
})
