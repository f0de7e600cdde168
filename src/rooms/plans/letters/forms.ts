import * as z from 'zod'
import { form } from '#kit/form/form.ts'
import { isLanguage } from '#kit/words/words.ts'
import { letterWays } from './tables.ts'

export const letterForm = form({
  way: z.enum(letterWays),
  taal: z.string().refine(isLanguage),
})
