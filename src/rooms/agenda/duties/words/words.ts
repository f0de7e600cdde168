import { wordsOf } from '#kit/words/words.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const words = wordsOf('agenda.duties', { nl, en })
