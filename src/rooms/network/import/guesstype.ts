import { plain as bare } from '#kit/sheet/layout.ts'
import { sectorOfType } from '#rooms/trade/door.ts'
import { sectorsMeant } from './sectorwords.ts'
import { TYPE_WORDS } from './typewords.ts'

export type Guess = { type: string | null; sure: number }

type Word = { type: string; word: string; vague: boolean }
type Hit = { type: string; word: string; size: number; vague: boolean }

/**
 * The type of a partner from what it is called and what else is said about it. Above 0.7 it may be shown as known.
 * A word that says little says more where the sector is known: "groen" at a municipality.
 */
export function guessType(name: string, text = '', sectors: readonly string[] = []): Guess {
  const said = plain(text)
  const around = new Set([...sectors, ...plain(name).split(' ').flatMap(sectorsMeant)])
  const strength = strengthIn(around)
  const exact = WORDS.find(({ word }) => word === said)
  const inName = hitsIn(plain(name), 1)
  const denied = inName.some(({ type, vague }) => !vague && type !== exact?.type)
  if (exact && !exact.vague) return { type: exact.type, sure: denied ? 0.65 : 0.95 }
  // A label of one or two words says more than the name, a sentence says less.
  const hits = [...inName, ...hitsIn(said, said.split(' ').length > 3 ? 0.9 : 1.3)]
  if (hits.length === 0) return { type: null, sure: 0 }
  const best = hits.reduce((one, other) => (strength(other) > strength(one) ? other : one))
  const rival = Math.max(0, ...hits.filter(({ type }) => type !== best.type).map(strength))
  const own = Math.min(1, 0.62 + best.size / 30)
  const sure =
    (best.vague ? (fits(best, around) ? 0.55 : 0.4) : own) * (rival > 0 ? 1 - (rival / strength(best)) * 0.4 : 1)
  return { type: best.type, sure: Number(Math.min(sure, 0.95).toFixed(2)) }
}

/** The longest word of each type in the text; a word inside a longer one that was found does not count. */
function hitsIn(text: string, weight: number): Hit[] {
  const found = WORDS.filter(({ word }) => holds(text, word))
  return found
    .filter(({ word }) => !found.some((other) => other.word.length > word.length && other.word.includes(word)))
    .map(({ type, word, vague }) => ({ type, word, size: word.length * weight, vague }))
}

function holds(text: string, word: string): boolean {
  const padded = ` ${text} `
  return word.length >= 6 ? padded.includes(word) : padded.includes(` ${word} `)
}

const strengthIn = (sectors: ReadonlySet<string>) => (hit: Hit) =>
  hit.vague ? hit.size / (fits(hit, sectors) ? 2 : 4) : hit.size

/** The word that names the sector itself ("gemeente") does not tell its types apart. */
const fits = ({ type, word }: Hit, sectors: ReadonlySet<string>) =>
  sectors.has(sectorOfType(type)?.id ?? '') && sectorsMeant(word).length === 0

/** "v.v. De Bal" is vv De Bal. */
const plain = (text: string) =>
  bare(text.replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (short) => `${short.replaceAll('.', '')} `))

const WORDS: readonly Word[] = Object.entries(TYPE_WORDS).flatMap(([type, list]) =>
  list.split(', ').map((word) => ({ type, word: plain(word.replace('~', '')), vague: word.startsWith('~') })),
)
