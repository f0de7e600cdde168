import { wordsOf } from '#kit/words/words.ts'
import { en as pageEn } from '../content/en.ts'
import { nl as pageNl } from '../content/nl.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

/** What colleagues read. */
export const words = wordsOf('parents', { nl, en })
/** What parents and children read: the only words a translator for parents has to make. */
export const says = wordsOf('parents-page', { nl: pageNl, en: pageEn })
export type Say = keyof typeof pageNl
