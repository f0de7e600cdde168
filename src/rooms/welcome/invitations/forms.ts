import * as z from 'zod'
import { form, maybe } from '#kit/form/form.ts'

export const inviteForm = form({ personId: z.uuid('error.choose') })
export const partnerForm = form({ faceId: z.uuid('error.choose') })
/** For whom she speaks: one of her organisations, or a new one. */
export const entreeForm = form({ organisation: maybe(z.union([z.literal('new'), z.uuid()], 'entree.choose')) })
