import { wordsOf } from '#kit/words/words.ts'
import { en as pageEn } from '../content/en.ts'
import { nl as pageNl } from '../content/nl.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

/** What colleagues and partners read. */
export const words = wordsOf('showcase', { nl, en })
/** What everybody reads. */
export const says = wordsOf('showcase-page', { nl: pageNl, en: pageEn })
