import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'

const mail = z.preprocess((v) => (typeof v === 'string' ? v.trim() : ''), z.email('error.mail').max(254, 'error.mail'))
// A password is taken as it is typed: blanks count.
const password = z.preprocess(
  (v) => (typeof v === 'string' ? v : ''),
  z.string().min(1, 'error.password').max(200, 'error.too-long'),
)

export const signInForm = form({ mail, password, naar: text(300, 'error.mail') })
export const codeForm = form({
  code: needed(40, { missing: 'error.code', tooLong: 'error.code' }),
  naar: text(300, 'error.mail'),
})
export const mailForm = form({ mail })
export const linkForm = form({ mail, naar: text(300, 'error.mail') })
export const passwordForm = form({ password })
export const beginForm = form({
  code: needed(40, { missing: 'error.setup', tooLong: 'error.setup' }),
  name: needed(120, { missing: 'error.name', tooLong: 'error.name' }),
  mail,
  password,
})
export const moreCodeForm = form({ code: needed(40, { missing: 'error.setup', tooLong: 'error.setup' }) })
export const chooseForm = form({ organisationId: z.uuid('error.choose') })
export const typedForm = form({
  name: needed(160, { missing: 'error.name', tooLong: 'error.name' }),
  place: needed(80, { missing: 'error.place', tooLong: 'error.place' }),
  postcode: maybe(z.string().max(10, 'error.place')),
})
