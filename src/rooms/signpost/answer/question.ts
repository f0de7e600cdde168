import { maybeHas } from '#kit/text/bloom.ts'
import { cleared, type Names } from '#rooms/trade/door.ts'
import lexicon from '../content/safety-lexicon.json' with { type: 'json' }
import { type Match, type Matches, matchesOf } from '../matcher/match.ts'
import type { Model } from '../matcher/model.ts'
import { isClose, type Signal, shownOf, signalsOf } from '../matcher/signals.ts'
import { reasonFor } from '../matcher/why.ts'
import { type Answer, type CardFlag, emptyAnswer, type Hint } from './answer.ts'
import { isParent, languageOf } from './language.ts'
import { model } from './load.ts'
import { oddAnswer, whoAnswer } from './odd.ts'
import { cardOf, linesOf, topics } from './topics.ts'

/**
 * The card of a flagged topic is shown when the topic is likely, unless the signals speak clearly against it ("when is
 * the fire drill"). It stands alone only when topic and signals both are sure.
 */
const shown = { chance: 0.6, score: -0.5 }
/** About a colleague, ordinary life sounds most alike: there the signal must be loudest. */
const alone = { chance: 0.5, score: 8, ofColleague: 13 }

/** Less likely than this is no alternative but noise: nobody who asks about lice means a suspicion or an interpreter. */
const worthShowing = 0.02

/** A question becomes an answer; nothing of it is kept. */
export function answerQuestion(question: string): Answer {
  const learned = model()
  const { text, warnings } = cleared(question, namesOf(learned))
  const language = languageOf(question)
  const signals = signalsOf(text, learned, lexicon.families)
  const seen = matchesOf(text, learned)
  const { matches, known, elsewhere } = seen
  const found = foundIn(signals, seen)
  if (warnings.includes('bsn')) return { ...emptyAnswer('privacy'), notices: found, warnings, language }
  const who = whoAnswer(text)
  if (who) return { ...who, topics: matches.slice(0, 5).map(({ topic }) => topic), others: [], warnings, language }
  const odd = oddAnswer(text)
  if (odd) return { ...odd, notices: together(odd.notices, found), warnings, language }
  if (found.length === 0 && (!known || elsewhere > (matches[0]?.chance ?? 0))) {
    return { ...emptyAnswer('none'), hints: ['search-partners-or-head'], warnings, language }
  }
  const answer = routes(text, seen, signals, learned)
  return { ...answer, ...asked(question, answer, language), warnings, hints: hintsFor(warnings, language), language }
}

/** Surely about a topic that has no card of its own. */
const isOrdinary = (match: Match | undefined) =>
  match !== undefined && match.chance > 0.7 && cardOf(topics.get(match.topic)) === undefined

const foundIn = (signals: Signal[], { matches, harmless }: Matches): CardFlag[] =>
  shownOf(signals, { ordinary: isOrdinary(matches[0]), harmless }) as CardFlag[]

function routes(text: string, seen: Matches, signals: Signal[], learned: Model): Answer {
  const { harmless } = seen
  const found = foundIn(signals, seen)
  const matches = inLine(seen.matches, found, signals)
  const best = topics.get(matches[0]?.topic ?? '')
  const chance = (matches[0]?.chance ?? 0) * (1 - harmless)
  const own = cardOf(best)
  const score = signals.find(({ flag }) => flag === own)?.score ?? 0
  const named = own !== undefined && asksForCard(text, own)
  const likely = own && chance > shown.chance && (named || score > shown.score)
  const notices = likely ? withOwn(own, found, signals) : found
  const first = matches.slice(0, 5).map(({ topic }) => topic)
  return {
    ...emptyAnswer(own && chance > alone.chance && (named || score > loudEnough(own)) ? 'safety' : 'routes'),
    notices,
    lines: linesOf(best),
    topics: first,
    others: matches.slice(1, 5).flatMap(({ topic, chance }) => (chance > worthShowing ? [topic] : [])),
    role: best?.firstRole ?? null,
    partnerTypes: best?.partners ?? [],
    why: first.slice(0, 3).map((topic) => reasonFor(text, topic, learned)),
    level: best?.level ?? [],
  }
}

/** Where a card shows, a topic whose own card nothing speaks for comes last: a hard hand at home is no colleague's. */
function inLine(matches: Match[], found: CardFlag[], signals: Signal[]): Match[] {
  if (found.length === 0) return matches
  const isOut = ({ topic }: Match) => {
    const own = cardOf(topics.get(topic))
    if (own === undefined || found.includes(own)) return false
    return (signals.find(({ flag }) => flag === own)?.score ?? 0) <= shown.score
  }
  return [...matches.filter((match) => !isOut(match)), ...matches.filter(isOut)]
}

/** Who asks for the card by its name gets it, also where those words mostly stand in plans and agendas. */
const callsOf: Partial<Record<CardFlag, RegExp>> = {
  meldcode: /meldcode|reporting code/i,
  meldplicht_bestuur: /meldplicht/i,
}
const asksForCard = (text: string, own: CardFlag) => callsOf[own]?.test(text) ?? false

const loudEnough = (own: CardFlag) => (own === 'meldplicht_bestuur' ? alone.ofColleague : alone.score)

/** Two cards: the one that belongs to the topic first. A third only where it is as likely as the likeliest. */
const withOwn = (own: CardFlag, found: CardFlag[], signals: Signal[]): CardFlag[] =>
  together([own], found, 3).filter((flag, place) => place < 2 || isClose(flag, signals))

const together = (first: CardFlag[], then: CardFlag[], most = 2): CardFlag[] =>
  [...new Set([...first, ...then])].slice(0, most)

/** A parent goes to the teacher first; in English we assume less that somebody knows who is who. */
function asked(question: string, answer: Answer, language: Answer['language']): Partial<Answer> {
  if (!isParent(question)) return {}
  const parentRole = topics.get(answer.topics[0] ?? '')?.parentRole ?? 'leerkracht'
  return language === 'nl' ? { parentRole } : { parentRole, role: parentRole }
}

function hintsFor(warnings: Answer['warnings'], language: Answer['language']): Hint[] {
  const judged: Hint[] = warnings.includes('names') ? ['no-judgement-on-a-child'] : []
  return language === 'nl' ? judged : [...judged, 'interpreter']
}

const namesOf = ({ names, reader }: Model): Names => ({
  isFirstName: (word) => names.has(word),
  isOrdinary: (word) => maybeHas(reader.spelling.dutch, word) || (reader.spelling.words.get(word) ?? 0) > 1,
})
