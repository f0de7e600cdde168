import { Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { inside as holders } from './holders/routes.tsx'
import { inside as map } from './map/routes.tsx'
import { inside as organogram } from './organogram/routes.tsx'

export const inside = new Hono<Inside>().route('/', holders).route('/', map).route('/', organogram)
