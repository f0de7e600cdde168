import type { Room } from '#kit/http/types.ts'
import { importList } from './commands.ts'
import { fill, lay } from './country/actions.ts'
import { demo } from './demo.ts'

/** Who exists: schools from the national list, boards, municipalities, and partners that speak for themselves. */
export const organisations: Room = { name: 'organisations', commands: [importList], demo, country: { lay, fill } }
