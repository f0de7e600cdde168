import { createHash } from 'node:crypto'
import { apart, contrast, hexOf, isHex, type Lch, lchOf, luminance } from '#ui/colour.ts'

/** The four tokens with which one acts, in one colour. Everything else keeps the colour of the house. */
export type Tokens = { do: string; 'do-strong': string; 'do-wash': string; 'on-do': string }
export type Accent = { light: Tokens; dark: Tokens; kept: { light: boolean; dark: boolean } }
export type Chosen = { ok: true; accent: Accent } | { ok: false; because: 'no-colour' | 'like-safety' }

// Grounds on which the colour stands, taken from tokens.css; a test holds them equal.
export const grounds = {
  light: { paper: '#f6f1e6', sheet: '#fffdf8', sunk: '#ebe3d3', wash: '#e7efe5', safe: '#a1124c' },
  dark: { paper: '#171b19', sheet: '#202623', sunk: '#111412', wash: '#25392f', safe: '#ff85ac' },
} as const
const readable = 4.5
const tooAlike = 0.07

/** Any colour becomes one that can be read, in light and in dark; refused when it looks like the safety cards. */
export function accentOf(hex: string): Chosen {
  if (!isHex(hex)) return { ok: false, because: 'no-colour' }
  const colour = lchOf(hex)
  const [light, dark] = [inLight(colour, hex), inDark(colour, hex)]
  if (apart(light.do, grounds.light.safe) < tooAlike || apart(dark.do, grounds.dark.safe) < tooAlike)
    return { ok: false, because: 'like-safety' }
  return { ok: true, accent: { light, dark, kept: { light: light.do === hex, dark: dark.do === hex } } }
}

function inLight({ l, c, h }: Lch, hex: string): Tokens {
  const wash = washOf({ c: Math.min(c, 0.025), h }, luminance(grounds.light.wash))
  const on = [grounds.light.paper, grounds.light.sheet, grounds.light.sunk, wash]
  const act = holds(hex, on) ? hex : nearest({ l, c, h }, on, 0)
  const strong = hexOf({ ...lchOf(act), l: Math.max(0, lchOf(act).l - 0.09) })
  return { do: act, 'do-strong': strong, 'do-wash': wash, 'on-do': grounds.light.sheet }
}

function inDark({ l, c, h }: Lch, hex: string): Tokens {
  const wash = washOf({ c: Math.min(c, 0.04), h }, luminance(grounds.dark.wash))
  const on = [grounds.dark.paper, grounds.dark.sheet, grounds.dark.sunk, wash]
  const act = holds(hex, on) ? hex : nearest({ l, c, h }, on, 1)
  const strong = hexOf({ ...lchOf(act), l: Math.min(0.97, lchOf(act).l + 0.08) })
  return { do: act, 'do-strong': strong, 'do-wash': wash, 'on-do': hexOf({ l: 0.2, c: Math.min(c, 0.04), h }) }
}

const holds = (hex: string, on: readonly string[]) => on.every((ground) => contrast(hex, ground) >= readable)

/** The lightness nearest to the wish, on the way to black (0) or white (1), at which the colour can be read. */
function nearest(wish: Lch, on: readonly string[], end: 0 | 1): string {
  let [near, far] = [wish.l, end as number]
  for (let step = 0; step < 14; step++) {
    const middle = (near + far) / 2
    if (holds(hexOf({ ...wish, l: middle }), on)) far = middle
    else near = middle
  }
  return hexOf({ ...wish, l: far })
}

/** A breath of the colour, as light as the house's own: whatever stands on that can be read on this. */
function washOf({ c, h }: Omit<Lch, 'l'>, light: number): string {
  let [low, high] = [0, 1]
  for (let step = 0; step < 16; step++) {
    const middle = (low + high) / 2
    if (luminance(hexOf({ l: middle, c, h })) < light) low = middle
    else high = middle
  }
  return hexOf({ l: light > 0.5 ? high : low, c, h })
}

/** The tokens as a stylesheet; paper stays black on white. */
export function accentCss({ light, dark }: Accent): string {
  const said = (tokens: Tokens) =>
    Object.entries(tokens)
      .map(([name, hex]) => `--${name}:${hex}`)
      .join(';')
  return `@media screen{:root{${said(light)}}:root[data-theme='dark']{${said(dark)}}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme='light']){${said(dark)}}}`
}

/** Where that stylesheet is. A file rather than a <style>: kept for ever, and right also after a visit by Turbo. */
export function accentPath(hex: string | null | undefined): string | undefined {
  const chosen = hex ? accentOf(hex) : undefined
  if (!chosen?.ok) return undefined
  const digest = createHash('sha256').update(accentCss(chosen.accent)).digest('base64url').slice(0, 8)
  return `/assets/accent/${hex?.slice(1)}-${digest}.css`
}
