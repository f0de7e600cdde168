import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** The informal calendar: whom to invite, send a card or bring something, with lists ready to print. */
export const occasions: Room = { name: 'occasions', api, address: '/attenties', inside, demo }
