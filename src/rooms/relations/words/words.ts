import { wordsOf } from '#kit/words/words.ts'
import { forms, levels, obligations, scales } from '../tables.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const words = wordsOf('relations', { nl, en })

const choices = { form: forms, level: levels, scale: scales, obligation: obligations } as const
type Kind = keyof typeof choices

/** What can be chosen about a line, in the order of the page, with the words for it. */
export const choicesOf = (kind: Kind, language: string): { value: string; label: string }[] => {
  const t: Record<string, string> = words.in(language)
  return choices[kind].map((value) => ({ value, label: t[`${kind}.${value}`] ?? value }))
}
