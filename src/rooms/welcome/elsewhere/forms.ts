import { form, needed, text } from '#kit/form/form.ts'

/** A provider by its word, and where one was going. */
export const viaForm = form({ naar: text(300, 'error.mail') })
export const linkForm = form({ provider: needed(31, { missing: 'away.gone', tooLong: 'away.gone' }) })
/** A SAML answer, in the words of that protocol. */
export const postedForm = form({
  SAMLResponse: needed(350_000, { missing: 'away.failed', tooLong: 'away.failed' }),
  RelayState: needed(500, { missing: 'away.failed', tooLong: 'away.failed' }),
})
