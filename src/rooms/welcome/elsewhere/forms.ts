import { form, needed, text } from '#kit/form/form.ts'

/** A provider by its word, and where one was going. */
export const viaForm = form({ naar: text(300, 'error.mail') })
export const linkForm = form({ provider: needed(31, { missing: 'away.gone', tooLong: 'away.gone' }) })
