import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { importList, styleBoard } from './commands.ts'
import { fill, lay } from './country/actions.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** Who exists: schools from the national list, boards, municipalities, and partners that speak for themselves. */
export const organisations: Room = {
  name: 'organisations',
  api,
  inside,
  commands: [importList, styleBoard],
  demo,
  country: { lay, fill },
}
