import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { handPlaybook, handTask } from './passing/actions.ts'
import { playbooksHeld, tasksHeld } from './passing/queries.ts'
import { playbookDays } from './queries.ts'
import { inside } from './routes.tsx'
import { words } from './words/words.ts'

/** The big days of a school: who does what when, reckoned back from the day, and next year again. */
export const events: Room = {
  ...{ name: 'events', api, address: '/draaiboeken', inside, demo },
  happenings: [playbookDays],
  hangs: [
    {
      ...{ kind: 'events.owner', columns: ['playbooks.owner_id'] },
      ...{ name: (language) => words.in(language)['hangs.owner'], list: playbooksHeld, handTo: handPlaybook },
    },
    {
      ...{ kind: 'events.task', columns: ['playbook_tasks.doer_id'] },
      ...{ name: (language) => words.in(language)['hangs.task'], list: tasksHeld, handTo: handTask },
    },
  ],
}
