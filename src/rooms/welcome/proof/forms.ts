import { form, needed, text } from '#kit/form/form.ts'
import { secret } from '../self/forms.ts'

const naar = text(300, 'proof.wrong')

export const passwordProofForm = form({ password: secret('error.password'), naar })
export const codeProofForm = form({ code: needed(10, { missing: 'error.code', tooLong: 'error.code' }), naar })
