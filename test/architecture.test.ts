import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composes, ground, leansOn, quiet } from '#rooms/map.ts'
import { breaches, type House, theHouse } from './house.ts'

const map = { leansOn, ground, quiet, composes }
const clean = theHouse()

for (const [rule, look] of Object.entries(breaches)) test(rule, () => assert.deepEqual(look(clean, map), []))

// A rule that cannot fail is no rule: each is shown a house with one breach planted in it, and must find it.
const planted: Record<keyof typeof breaches, House | { map: typeof map }> = {
  'arrows point down: main → rooms → ui → kit': plant('src/kit/time/day.ts', "import { x } from '#ui/mark.tsx'"),
  'rooms enter one another by the door only, as drawn on the map': plant(
    'src/rooms/people/queries.ts',
    "import { x } from '#rooms/network/queries.ts'",
  ),
  'a door has at most twelve names, each named': plant('src/rooms/trade/door.ts', "export * from './rules.ts'"),
  'the map has no circles': { map: { ...map, leansOn: { ...leansOn, trade: ['home'] } as never } },
  'no open room leans on a quiet one': { map: { ...map, quiet: ['people'] as never } },
  'every room uses the same words for its parts': plant('src/rooms/people/helpers.ts', 'export const x = 1'),
  'rules know no clock, database, HTTP or words': plant(
    'src/rooms/people/rules.ts',
    "import { eq } from 'drizzle-orm'",
  ),
  'pages wait for nothing and ask no database': plant('src/rooms/people/pages/staff.tsx', 'const x = await y'),
  'a page holds no text of its own': plant('src/rooms/people/pages/staff.tsx', '<p>Zomaar een zin in een pagina</p>'),
  'a room writes its own tables only, and in actions only': plant(
    'src/rooms/people/queries.ts',
    'tx.insert(people).values({})',
  ),
  'rooms that compose write nothing and own no tables': plant('src/rooms/home/tables.ts', 'export const t = 1'),
  'main knows each room by its nameplate or door': plant(
    'src/main/house.tsx',
    "import { x } from '#rooms/people/queries.ts'",
  ),
  'nothing but tests leans on the tests': plant('src/kit/time/day.ts', "import { x } from '#test/engine.ts'"),
  'the keeper lets in and does no other work for people': plant(
    'src/rooms/people/routes.tsx',
    'c.var.asKeeper((tx) => tx)',
  ),
  'kit and ui know no words of the trade': plant('src/ui/mark.tsx', 'const teacher = 1'),
  'no file is longer than 300 lines': plant('src/kit/time/day.ts', '\n'.repeat(400)),
  'no default exports but controllers, no any, no sleeping tests': plant('src/kit/time/day.ts', 'export default 1'),
  'addresses are nouns': plant('src/rooms/people/routes.tsx', "  .get('/Wijzig_dit', x)"),
  'nothing from a question goes into a URL or a log': plant('src/rooms/signpost/routes.tsx', "c.req.query('question')"),
}

function plant(path: string, text: string): House {
  const others = clean.filter((file) => file.path !== path)
  const before = clean.find((file) => file.path === path)?.text ?? ''
  return [...others, { path, text: `${before}\n${text}\n` }]
}

for (const [rule, house] of Object.entries(planted))
  test(`planted: ${rule}`, () => {
    const look = breaches[rule as keyof typeof breaches]
    const found = Array.isArray(house) ? look(house, map) : look(clean, house.map)
    assert.ok(found.length > 0, 'the planted breach was not seen')
  })

test('every rule has a breach planted', () =>
  assert.deepEqual(Object.keys(planted).sort(), Object.keys(breaches).sort()))
