import { type Answers, type Question, questions } from './forms.ts'

const plain = (text: string | null | undefined) =>
  (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Where the two say something else. Only how they work together can differ; who they are always does. */
export const together: readonly Question[] = ['hears', 'drops']
export const differs = (
  question: Question,
  ours: Partial<Answers> | undefined,
  theirs: Partial<Answers> | undefined,
) => {
  const [we, they] = [plain(ours?.[question]), plain(theirs?.[question])]
  return together.includes(question) && we !== '' && they !== '' && we !== they
}
export const isEmpty = (answers: Answers) => questions.every((question) => !answers[question])

const month = 30 * 86_400_000
export const linkEnds = (now: Date) => new Date(now.getTime() + month)
