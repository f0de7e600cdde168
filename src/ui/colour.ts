/** Colours as people measure them. A hex is `#rrggbb`; OKLCH is lightness 0…1, chroma 0…0.4, hue in degrees. */
export type Lch = { l: number; c: number; h: number }
type Triple = [number, number, number]

export const isHex = (text: string) => /^#[0-9a-f]{6}$/.test(text)

const toLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const fromLinear = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
const linear = (hex: string) =>
  [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as Triple

export function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG's contrast between two colours: 1 is none, 21 is black on white. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function labOf(hex: string): Triple {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function lchOf(hex: string): Lch {
  const [l, a, b] = labOf(hex)
  return { l, c: Math.hypot(a, b), h: (Math.atan2(b, a) * 180) / Math.PI }
}

/** How far two colours are apart to the eye: 0.02 is just to be told apart. */
export const apart = (one: string, other: string) =>
  Math.hypot(...labOf(one).map((part, at) => part - (labOf(other)[at] ?? 0)))

function rgbOf({ l, c, h }: Lch): Triple {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ] as Triple
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
}

const fits = (rgb: Triple) => rgb.every((part) => part >= -0.0005 && part <= 1.0005)

/** The nearest colour a screen can show: hue and lightness stay, what is too bright becomes paler. */
export function hexOf({ l, c, h }: Lch): string {
  let [paler, brighter] = [0, c]
  if (!fits(rgbOf({ l, c, h })))
    for (let step = 0; step < 18; step++) {
      const middle = (paler + brighter) / 2
      if (fits(rgbOf({ l, c: middle, h }))) paler = middle
      else brighter = middle
    }
  else paler = c
  const part = (value: number) => Math.round(255 * fromLinear(Math.min(1, Math.max(0, value))))
  return `#${rgbOf({ l, c: paler, h })
    .map((value) => part(value).toString(16).padStart(2, '0'))
    .join('')}`
}
