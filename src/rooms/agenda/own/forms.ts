import { form, needed } from '#kit/form/form.ts'

export const calendarForm = form({
  address: needed(500, { missing: 'own.error.address', tooLong: 'own.error.address' }),
})
