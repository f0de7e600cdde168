import { form, text } from '#kit/form/form.ts'

/** What both sides say: first of themselves, then of working together. */
export const questions = ['does', 'never', 'judged', 'needs', 'wants', 'gains', 'hears', 'deputises', 'drops'] as const
export type Question = (typeof questions)[number]
export const longestAnswer = 400

const answer = text(longestAnswer, 'error.long').transform((value) => value || null)
export const sideForm = form({
  ...{ does: answer, never: answer, judged: answer, needs: answer, wants: answer },
  ...{ gains: answer, hears: answer, deputises: answer, drops: answer },
})
export type Answers = Record<Question, string | null>
