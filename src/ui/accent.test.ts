import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accentCss, accentOf, accentPath, grounds, type Tokens } from '#ui/accent.ts'
import { contrast, hexOf, luminance } from '#ui/colour.ts'

// What stands on the accent's own ground, from tokens.css.
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const blocks = { light: /:root \{([^}]*--paper[^}]*)\}/, dark: /:root\[data-theme='dark'\] \{([^}]*)\}/ }
const tokens = (mode: keyof typeof blocks) =>
  new Map(
    [...(blocks[mode].exec(css)?.[1] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [
      name!,
      hex!,
    ]),
  )

const manyColours = [
  '#000000',
  '#ffffff',
  '#ffff00',
  '#00ff00',
  '#0000ff',
  '#ff0000',
  '#808080',
  ...Array.from({ length: 72 }, (_, i) => i * 5).flatMap((h) =>
    [0.15, 0.35, 0.5, 0.65, 0.8, 0.95].flatMap((l) => [0.04, 0.14, 0.3].map((c) => hexOf({ l, c, h }))),
  ),
]

test('whatever colour a board likes, what it colours can be read: 4.5 in light and in dark', () => {
  const tooFaint: string[] = []
  let refused = 0
  for (const hex of manyColours) {
    const chosen = accentOf(hex)
    if (!chosen.ok) {
      refused += 1
      continue
    }
    for (const mode of ['light', 'dark'] as const)
      tooFaint.push(...faint(mode, chosen.accent[mode]).map((what) => `${hex} in ${mode}: ${what}`))
  }
  console.log(`  ${manyColours.length} colours tried, ${refused} refused as too like the safety cards`)
  assert.deepEqual(tooFaint, [])
  assert.ok(refused < manyColours.length / 20)
})

function faint(mode: 'light' | 'dark', own: Tokens): string[] {
  const house = tokens(mode)
  const { paper, sheet, sunk } = grounds[mode]
  const wash = own['do-wash']
  const pairs: [string, string, number][] = [
    ...[paper, sheet, sunk, wash].flatMap((ground) => [
      [own.do, ground, 4.5] as [string, string, number],
      [own['do-strong'], ground, 4.5] as [string, string, number],
    ]),
    [own['on-do'], own.do, 4.5],
    [own['on-do'], own['do-strong'], 4.5],
    [house.get('ink')!, wash, 4.5],
    [house.get('ink-soft')!, wash, 4.5],
    [house.get('focus')!, wash, 3],
    ...Array.from({ length: 10 }, (_, i) => [house.get(`hue-${i + 1}`)!, wash, 3] as [string, string, number]),
  ]
  return pairs.filter(([a, b, least]) => !(contrast(a, b) >= least)).map(([a, b]) => `${a} on ${b}`)
}

test('the grounds the accent reckons with are those of the house', () => {
  for (const mode of ['light', 'dark'] as const)
    for (const [name, hex] of Object.entries(grounds[mode]))
      assert.equal(hex, tokens(mode).get(name === 'wash' ? 'do-wash' : name), `${name} in ${mode}`)
})

test('a colour that can be read is kept; one that cannot is made darker or lighter, in its own hue', () => {
  const navy = accentOf('#1d3a6b')
  assert.ok(navy.ok && navy.accent.kept.light && !navy.accent.kept.dark)
  const yellow = accentOf('#ffd400')
  assert.ok(yellow.ok && !yellow.accent.kept.light && yellow.accent.kept.dark)
  assert.ok(luminance(yellow.accent.light.do) < luminance('#ffd400'))
})

test('no accent may look like the cards about safety, and nothing but a colour is taken', () => {
  assert.deepEqual(accentOf('#a1124c'), { ok: false, because: 'like-safety' })
  for (const text of ['red', '#12345', '#1234567', '#GGGGGG', '#123456;}', ''])
    assert.deepEqual(accentOf(text), { ok: false, because: 'no-colour' }, text)
})

test('the stylesheet leaves paper alone, and its path changes with what it says', () => {
  const chosen = accentOf('#1d3a6b')
  assert.ok(chosen.ok)
  assert.match(accentCss(chosen.accent), /^@media screen\{:root\{--do:#1d3a6b;/)
  assert.match(accentPath('#1d3a6b')!, /^\/assets\/accent\/1d3a6b-[\w-]{8}\.css$/)
  assert.equal(accentPath(null), undefined)
  assert.equal(accentPath('#a1124c'), undefined)
})
