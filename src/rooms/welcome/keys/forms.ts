import { form, needed, text } from '#kit/form/form.ts'

/** What a device signed. Whether it is that, the gate says. */
const answer = text(20_000, 'key.failed')

export const keyForm = form({ answer, naar: text(300, 'error.mail') })
export const newKeyForm = form({
  answer,
  name: needed(80, { missing: 'key.name.missing', tooLong: 'key.name.missing' }),
})
