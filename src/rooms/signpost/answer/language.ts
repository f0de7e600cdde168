import { wordsOf } from '../matcher/text.ts'

const english = new Set(
  (
    'the my is are not at who can i to a and he she they his her with for what how where when does do we our you your son ' +
    'daughter child boy girl school teacher need help about has have been this that of on it there someone pupil mum dad'
  ).split(' '),
)
const dutch = new Set(
  (
    'de het een ik mijn is niet op wie kan naar en hij zij ze zijn haar met voor wat hoe waar wanneer doet doen wij we ' +
    'onze je jullie u zoon dochter kind jongen meisje juf meester van er heeft heb dat die dit deze in ook nog geen maar ' +
    'als bij om te moet mag wil ouders moeder vader groep klas'
  ).split(' '),
)

/** Enough to choose the words of the answer; a short question is taken as Dutch unless it clearly is not. */
export function languageOf(question: string): 'nl' | 'en' | 'other' {
  const letters = question.match(/\p{L}/gu)?.length ?? 0
  const latin = question.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 3 && latin < letters / 2) return 'other'
  const words = wordsOf(question)
  const score = (known: Set<string>): number => words.filter((word) => known.has(word)).length
  if (score(english) >= 2 && score(english) > score(dutch)) return 'en'
  return 'nl'
}

/** "mijn zoon", "me dochter", "my son": a parent writes. */
export function isParent(question: string): boolean {
  return /\b(?:mijn|mn|m'n|me|onze|ons|my|our)\s+(?:oudste |jongste |kleine )?(?:zoon|zoontje|dochter|dochtertje|kind|kinderen|kleuter|jongste|oudste|son|daughter|child|kid|kids)\b/i.test(
    question,
  )
}
