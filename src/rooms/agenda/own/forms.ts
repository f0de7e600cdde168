import { form, needed } from '#kit/form/form.ts'

export const calendarForm = form({
  address: needed(500, { missing: 'error.address', tooLong: 'error.address' }),
})
