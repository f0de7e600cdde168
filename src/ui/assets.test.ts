import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { assets } from '#ui/assets.ts'
import { settle, trim, worn } from '#ui/trim.ts'

test('style stays under 14 kB and script under 40 kB, compressed', async () => {
  const { css, js } = await assets()
  assert.ok(css.gzip.length <= 14_000, `style is ${css.gzip.length}`)
  assert.ok(js.gzip.length <= 40_000, `script is ${js.gzip.length}`)
})

test('the path of a file changes with its content', async () => {
  const { css, js, icon } = await assets()
  assert.match(css.path, /^\/assets\/style-[\w-]{10}\.css$/)
  assert.match(js.path, /^\/assets\/browser-[\w-]{10}\.js$/)
  assert.match(icon.path, /^\/assets\/icon-[\w-]{10}\.svg$/)
})

test('the second reader gets the same bundle', async () => {
  assert.equal(await assets(), await assets())
})

test('the list of what is worn is what our components wear', () => {
  const source = globSync('*.tsx', { cwd: import.meta.dirname })
    .map((file) => read(file))
    .join('\n')
  const found = new Set([...source.matchAll(/utrecht-[a-z][\w-]*/g)].map(([name]) => name))
  assert.deepEqual([...found].sort(), [...worn].sort())
})

test('trimming leaves out only what nobody wears', () => {
  const css = `/* a { b } */ .utrecht-button:hover:not(:disabled, .utrecht-button--disabled) { color: red }
    .utrecht-calendar, .utrecht-button { color: blue } .utrecht-calendar--open { color: green }
    @media print { .utrecht-calendar { color: black } .utrecht-table { color: black } }`
  const left = trim(css)
  assert.ok(!left.includes('calendar'))
  assert.match(left, /utrecht-button:hover:not\(:disabled, \.utrecht-button--disabled\) \{ color: red \}/)
  assert.match(left, /\.utrecht-button\s*\{ color: blue \}/)
  assert.match(left, /@media print \{\s*\.utrecht-table \{ color: black \} \}/)
})

test('what we never give the library is worked out beforehand, and nothing else changes', () => {
  const css = `.utrecht-a{color:var( --utrecht-x, var(--utrecht-given) );margin:var(--utrecht-x);--_utrecht-lost:var(--utrecht-x)}
:root{--utrecht-given:var(--ink,red);--utrecht-idle:1}.b{border:1px var(--utrecht-given, var(--utrecht-x)) calc(1px + var(--own))}`
  assert.equal(
    settle(css),
    `.utrecht-a{color:var(--utrecht-given);margin:unset}
:root{--utrecht-given:var(--ink,red)}.b{border:1px var(--utrecht-given) calc(1px + var(--own))}`,
  )
})

test('our style asks nothing of left or right, so that it can be mirrored', () => {
  for (const file of globSync('*.css', { cwd: import.meta.dirname })) {
    assert.doesNotMatch(
      read(file),
      /(margin|padding|border)-(left|right)|text-align: (left|right)|^\s*(left|right):/m,
      file,
    )
  }
})

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
}
