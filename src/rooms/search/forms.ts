import { form, text } from '#kit/form/form.ts'

export const searchForm = form({ wish: text(100, 'error.long') })
