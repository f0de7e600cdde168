import * as z from 'zod'
import { form, needed } from '#kit/form/form.ts'

// A password is taken as it is typed: blanks count.
export const secret = (missing: string) =>
  z.preprocess((v) => (typeof v === 'string' ? v : ''), z.string().min(1, missing).max(200, 'error.too-long'))

export const placeForm = form({ organisation: z.uuid('error.choose') })
export const changeForm = form({ current: secret('error.password'), next: secret('self.password.missing') })
export const proofForm = form({ password: secret('error.password') })
export const firstCodeForm = form({ code: needed(10, { missing: 'error.code', tooLong: 'error.code' }) })
