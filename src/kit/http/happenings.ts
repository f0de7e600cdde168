import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'

/** Something that happens on a day. */
export type Happening = { id: string; day: Day; title: string; href: string }
/** What of a room happens between two days, as who looks: a room says so on its nameplate, and joins the year. */
export type Happenings = readonly ((
  tx: Tx,
  asked: { organisationId: string; from: Day; until: Day },
) => Promise<Happening[]>)[]
