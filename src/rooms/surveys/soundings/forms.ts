import * as z from 'zod'
import { form } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { answers, statements } from './rules.ts'

const answer = z.enum(answers, 'error.answer')
const shape = Object.fromEntries(statements.map((statement) => [statement, answer]))
/** An answer to each statement. */
export const soundingForm = form(shape)
export const answersIn = (said: Record<string, (typeof answers)[number]>) =>
  statements.map((statement) => answers.indexOf(said[statement] ?? 'never'))

export const startForm = form({ closesOn: z.string('error.closesOn').refine(isDay, 'error.closesOn') })
