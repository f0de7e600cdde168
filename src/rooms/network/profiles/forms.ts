import type * as z from 'zod'
import { form, text } from '#kit/form/form.ts'
import { namesAChild } from '#rooms/trade/door.ts'

const words = text(1500, 'error.long')
  .refine((said) => !namesAChild(said), 'error.child')
  .transform((value) => value || null)
export const profileForm = form({ can: words, wants: words, gives: words, asks: words })
export type ProfileSaid = z.infer<typeof profileForm.schema>
