import type { Warning } from '#rooms/trade/door.ts'

/** The flags that are a card; the other flags of the taxonomy are at most a calm line. */
export type CardFlag = 'meldcode' | 'acuut' | 'meldplicht_bestuur' | 'veiligheid_apart'
export type LineFlag = 'let_op' | 'wettelijke_melding' | 'privacy_stop'
export type Level = 'pupil' | 'group' | 'organisation'

/** A way on from a question that may mean several things: the emergency, a card, a topic, or looking something up. */
export type Choice =
  | { kind: 'emergency' }
  | { kind: 'card'; flag: CardFlag }
  | { kind: 'topic'; topic: string }
  | { kind: 'search' }

/** What the page says beside the answer, in its own words. */
export type Hint =
  | 'no-judgement-on-a-child'
  | 'parents-apply'
  | 'yearly-partner-round'
  | 'search-partners-or-head'
  | 'talk-to-confidant'
  | 'board-when-colleague'
  | 'anonymous-advice'
  | 'interpreter'

export type Answer = {
  answer: 'routes' | 'safety' | 'clarify' | 'presence' | 'contact' | 'privacy' | 'none'
  notices: CardFlag[]
  lines: LineFlag[]
  topics: string[]
  /** Of the other topics those that may well be meant; where nobody reckoned, all of them. */
  others?: string[]
  role: string | null
  /** The role a parent goes to first, when the words are a parent's. */
  parentRole: string | null
  partnerTypes: string[]
  why: { phrase: string; words: string[] }[]
  clarify?: Choice[]
  warnings: Warning[]
  level: Level[]
  /** A partner type or a role: whose number or address is asked for. */
  contactType?: string
  hints: Hint[]
  language: 'nl' | 'en' | 'other'
}

export function emptyAnswer(answer: Answer['answer']): Answer {
  return {
    answer,
    notices: [],
    lines: [],
    topics: [],
    role: null,
    parentRole: null,
    partnerTypes: [],
    why: [],
    warnings: [],
    level: [],
    hints: [],
    language: 'nl',
  }
}
