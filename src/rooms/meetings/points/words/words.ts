import { type Language, wordsOf } from '#kit/words/words.ts'
import type { MeetingKind } from '../../tables.ts'
import { pointsIn } from '../rules.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const words = wordsOf('meetings.points', { nl, en })
/** What such a meeting is usually about, as a beginning. */
export const usualPoints = (language: Language, kind: MeetingKind) => pointsIn(words.in(language)[`usual.${kind}`])
