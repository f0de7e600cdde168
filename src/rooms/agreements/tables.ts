import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Who does what was agreed: the school, the partner, or the two together. */
export const parts = ['school', 'partner', 'both'] as const
export const sides = ['school', 'partner'] as const
export const aimOutcomes = ['reached', 'partly', 'missed'] as const
/** How a partner is written or spoken to, and how it likes to be reached. */
export const tones = ['formal', 'informal'] as const
export const channels = ['phone', 'mail', 'person'] as const
/** Whose way of working leads: the art is to involve others in the school's own. */
export const procedures = ['ours', 'theirs', 'together'] as const

/** The sentence that says when it has succeeded, with the day on which both look. Both sides read it. */
export const aims = pgTable(
  'aims',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    success: text().notNull(),
    /** The day on which both look whether it has. */
    lookOn: date().notNull(),
    /** When the two begin; what was written later than that shows that it was. */
    startsOn: date(),
    writtenOn: date().notNull(),
    outcome: text({ enum: aimOutcomes }),
    lookedOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('aims_by_relation').on(t.schoolId, t.relationId),
  ],
)

/** What was agreed: who does what, until when. Both sides read it. Never about a child. */
export const agreements = pgTable(
  'agreements',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    what: text().notNull(),
    part: text({ enum: parts }).notNull(),
    /** The colleague who does the school's part. */
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    until: date().notNull(),
    madeOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('agreements_by_relation').on(t.schoolId, t.relationId),
    index('agreements_by_person').on(t.schoolId, t.personId),
  ],
)

/** What each side says of it: kept or not. One word a side, hers to take back. */
export const keepings = pgTable(
  'keepings',
  {
    schoolId: uuid().notNull(),
    agreementId: uuid().notNull(),
    side: text({ enum: sides }).notNull(),
    kept: boolean().notNull(),
    saidOn: date().notNull(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.agreementId, t.side] }),
    foreignKey({ columns: [t.schoolId, t.agreementId], foreignColumns: [agreements.schoolId, agreements.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** How the school goes about this line: rhythm, tone, whose procedure leads. The school's alone. */
export const manners = pgTable(
  'manners',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    /** How often the two speak, in weeks. */
    everyWeeks: integer(),
    /** The next moment, when it was set; else the rhythm says. */
    nextOn: date(),
    /** Until this day nobody needs to ring. */
    sleepsUntil: date(),
    tone: text({ enum: tones }),
    channel: text({ enum: channels }),
    /** How they decide there, in one line. */
    route: text(),
    style: text(),
    procedure: text({ enum: procedures }),
    procedureNote: text(),
    refuses: text(),
    /** As it goes on an envelope. */
    label: text(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

export type Aim = typeof aims.$inferSelect
export type Agreement = typeof agreements.$inferSelect
export type Keeping = typeof keepings.$inferSelect
export type Manners = typeof manners.$inferSelect
export type Side = (typeof sides)[number]
export type AimOutcome = (typeof aimOutcomes)[number]
