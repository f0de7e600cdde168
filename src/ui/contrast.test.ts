import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

// Which text stands on which ground, and which part (edge, dot, ring) must be seen against which ground.
const text: Record<string, string[]> = {
  ink: ['paper', 'sheet', 'sunk', 'do-wash', 'safe-wash'],
  'ink-soft': ['paper', 'sheet', 'sunk', 'do-wash'],
  paper: ['ink'],
  do: ['paper', 'sheet', 'sunk', 'do-wash'],
  'do-strong': ['paper', 'sheet', 'sunk', 'do-wash'],
  'on-do': ['do', 'do-strong'],
  'wait-ink': ['wait-wash'],
  'safe-ink': ['safe-wash'],
  'on-safe': ['safe', 'safe-ink'],
  wrong: ['paper', 'sheet', 'wrong-wash'],
  'on-wrong': ['wrong', 'wrong-strong'],
}
const grounds = ['paper', 'sheet']
const parts: Record<string, string[]> = {
  edge: [...grounds, 'sunk'],
  do: [...grounds, 'sunk'],
  wait: grounds,
  safe: [...grounds, 'safe-wash'],
  wrong: grounds,
  focus: [...grounds, 'sunk', 'do-wash', 'wait-wash', 'safe-wash'],
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`hue-${i + 1}`, [...grounds, 'do-wash']])),
}

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const modes = {
  light: colours(/:root \{([^}]*--paper[^}]*)\}/),
  dark: colours(/:root\[data-theme='dark'\] \{([^}]*)\}/),
}

for (const [mode, colour] of Object.entries(modes)) {
  test(`in ${mode}, every text can be read on every ground it stands on (4.5)`, () => {
    assert.deepEqual(tooFaint(colour, text, 4.5), [])
  })
  test(`in ${mode}, every part can be told from its ground (3)`, () => {
    assert.deepEqual(tooFaint(colour, parts, 3), [])
  })
  test(`in ${mode}, the ten hues stay apart for every kind of eye`, () => {
    for (const [eye, see] of Object.entries(eyes)) assert.ok(smallestStep(colour, see) > 10, `${eye} in ${mode}`)
  })
  test(`in ${mode}, the ten hues are ten different greys`, () => {
    const greys = hues(colour)
      .map((hex) => lab(linear(hex))[0])
      .sort((a, b) => a - b)
    for (let i = 1; i < greys.length; i++)
      assert.ok((greys[i] ?? 0) - (greys[i - 1] ?? 0) > 3.5, `step ${i} in ${mode}`)
  })
}

test('dark by the device and dark by choice are the same dark', () => {
  const byDevice = colours(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/)
  assert.ok(byDevice.size > 30)
  assert.deepEqual([...byDevice], [...modes.dark])
})

test('every pair that is held names a colour that exists', () => {
  const named = [...Object.entries(text), ...Object.entries(parts)].flatMap(([front, backs]) => [front, ...backs])
  assert.deepEqual(
    named.filter((name) => !modes.light.has(name)),
    [],
  )
})

function colours(block: RegExp): Map<string, string> {
  const body = block.exec(css)?.[1] ?? ''
  return new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name ?? '', hex ?? '']))
}

function tooFaint(colour: Map<string, string>, pairs: Record<string, string[]>, least: number): string[] {
  return Object.entries(pairs).flatMap(([front, backs]) =>
    backs
      .map((back) => ({ back, ratio: contrast(colour.get(front) ?? '', colour.get(back) ?? '') }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`),
  )
}

type Triple = [number, number, number]

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as Triple
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

// Machado, Oliveira and Fernandes (2009), complete absence of one kind of cone.
const eyes: Record<string, Triple[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function hues(colour: Map<string, string>): string[] {
  return Array.from({ length: 10 }, (_, i) => colour.get(`hue-${i + 1}`) ?? '')
}

function smallestStep(colour: Map<string, string>, eye: Triple[]): number {
  const seen = hues(colour).map((hex) => lab(eye.map((row) => dot(row, linear(hex))) as Triple))
  return Math.min(
    ...seen.flatMap((one, i) =>
      seen.slice(i + 1).map((other) => Math.hypot(...one.map((v, k) => v - (other[k] ?? 0)))),
    ),
  )
}

const dot = (row: Triple, rgb: Triple) => row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]

function lab(rgb: Triple): Triple {
  const inside = rgb.map((part) => Math.min(1, Math.max(0, part))) as Triple
  const x = curve(dot([0.4124, 0.3576, 0.1805], inside) / 0.95047)
  const y = curve(luminance(inside))
  const z = curve(dot([0.0193, 0.1192, 0.9505], inside) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const curve = (part: number) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116)
