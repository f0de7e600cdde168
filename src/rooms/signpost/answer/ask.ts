import type { Answer } from './answer.ts'
import { answerQuestion } from './question.ts'

export type AskLine = { question: string } & Pick<Answer, 'answer' | 'notices' | 'topics' | 'role' | 'partnerTypes'>

/** One question in, one line out, for `kortelijnen ask --json`. */
export function askLine(question: string): AskLine {
  const { answer, notices, topics, role, partnerTypes } = answerQuestion(question)
  return { question, answer, notices, topics, role, partnerTypes }
}
