import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { inside, street } from './routes.tsx'

/** A school's page for parents: whom to ask, what one can do oneself, and the numbers that always hold. */
export const parents: Room = {
  ...{ name: 'parents', api, address: '/ouders', street, inside, demo },
  signs: { 'parent_names.person_id': 'her own permission; shown only while she belongs to the school' },
}
