import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people, spaces } from '#rooms/people/door.ts'
import { faces } from '#rooms/relations/door.ts'

export const meetingKinds = ['consultation', 'introduction', 'review', 'parents', 'working_group', 'other'] as const
export const repeats = ['week', 'two_weeks', 'month_weekday', 'month_day'] as const
export const answerStages = ['yes', 'if_needed', 'no'] as const

const moment = () => timestamp({ withTimezone: true })

/** People of several organisations come together once: first when they can is asked, then a moment is fixed. */
export const meetings = pgTable(
  'meetings',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** Neutral: it stands in letters and calendars of others. */
    title: text().notNull(),
    kind: text({ enum: meetingKinds }).notNull(),
    minutes: integer().notNull(),
    madeBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** As the letter says them, because whoever opens a link sees no table with people or schools. */
    makerName: text().notNull(),
    schoolName: text().notNull(),
    /** Empty until it was asked: then it is a draft. */
    askedAt: moment(),
    answerBy: date(),
    /** Whoever is invited sees the names and answers of the others. */
    showsAnswers: boolean().notNull().default(false),
    /** The invitation says everybody's name and mail address. */
    showsMails: boolean().notNull().default(false),
    /** Whoever is invited may add a moment. */
    takesOptions: boolean().notNull().default(false),
    /** The maker heard that everybody has answered. */
    completeAt: moment(),
    /** It goes on when so many of those who need not come can; empty where that does not matter. */
    quorum: integer(),
    /** Set once the moment is fixed. */
    startsAt: moment(),
    endsAt: moment(),
    fixedAt: moment(),
    /** How it is repeated; its dates stand in a table of their own, and what stands here is the first. */
    repeats: text({ enum: repeats }),
    /** When the last date is over; empty for what happens once. */
    overAt: moment(),
    spaceId: uuid(),
    place: text(),
    /** How often the invitation changed (RFC 5545, SEQUENCE). */
    sequence: integer().notNull().default(0),
    /** The number of the last change that concerns everybody who is invited. */
    changed: integer().notNull().default(0),
    cancelledAt: moment(),
    /** Who of the school is invited: the policies read it. */
    invited: uuid().array().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }),
    index('meetings_by_maker').on(t.schoolId, t.madeBy),
    index('meetings_by_moment').on(t.schoolId, t.startsAt),
  ],
)

/** Who is invited: a colleague, a face at a partner, or somebody from outside by name. */
export const meetingInvitees = pgTable(
  'meeting_invitees',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    faceId: uuid(),
    name: text().notNull(),
    /** Without her it makes no sense. */
    required: boolean().notNull(),
    /** So many minutes of travelling to where we meet, and as many back. */
    travel: integer().notNull().default(0),
    /** In which language she read the page of her link when she answered: letters after that are in it. */
    language: text(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.id] }),
    foreignKey({
      columns: [t.schoolId, t.meetingId],
      foreignColumns: [meetings.schoolId, meetings.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.schoolId, t.faceId], foreignColumns: [faces.schoolId, faces.id] }).onDelete('cascade'),
    unique('invited_once').on(t.schoolId, t.meetingId, t.personId),
    index('invitees_by_person').on(t.schoolId, t.personId),
  ],
)

/**
 * The personal link of somebody invited. Apart, and without a policy that reads another table of this room: so a meeting can
 * ask whether a link still lasts. Whose it is stands here again, because whoever comes by a link must see no one else.
 */
export const meetingLinks = pgTable(
  'meeting_links',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    /** The id of who is invited. */
    id: uuid().notNull(),
    personId: uuid(),
    faceId: uuid(),
    tokenDigest: text().notNull(),
    endedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.id] }),
    foreignKey({
      columns: [t.schoolId, t.meetingId, t.id],
      foreignColumns: [meetingInvitees.schoolId, meetingInvitees.meetingId, meetingInvitees.id],
    }).onDelete('cascade'),
    index('meeting_links_by_token').on(t.tokenDigest),
    index('meeting_links_by_person').on(t.schoolId, t.personId),
    index('meeting_links_by_face').on(t.schoolId, t.faceId),
  ],
)

/** Where a letter to somebody invited goes. Apart, so that of all who are invited only the maker sees it. */
export const meetingAddresses = pgTable(
  'meeting_addresses',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    /** The id of who is invited. */
    id: uuid().notNull(),
    mail: text().notNull(),
    /** The number of the last invitation written to her; empty before the first. */
    told: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.id] }),
    foreignKey({
      columns: [t.schoolId, t.meetingId, t.id],
      foreignColumns: [meetingInvitees.schoolId, meetingInvitees.meetingId, meetingInvitees.id],
    }).onDelete('cascade'),
  ],
)

/** A moment that was offered. It lasts as long as the meeting. */
export const meetingOptions = pgTable(
  'meeting_options',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    startsAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.id] }),
    foreignKey({
      columns: [t.schoolId, t.meetingId],
      foreignColumns: [meetings.schoolId, meetings.id],
    }).onDelete('cascade'),
    unique('offered_once').on(t.schoolId, t.meetingId, t.startsAt),
  ],
)

/** One row for each moment and person, so that no two answers ever stand in each other's way. */
export const meetingAnswers = pgTable(
  'meeting_answers',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    optionId: uuid().notNull(),
    inviteeId: uuid().notNull(),
    stage: text({ enum: answerStages }).notNull(),
    answeredAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.optionId, t.inviteeId] }),
    foreignKey({
      columns: [t.schoolId, t.meetingId, t.optionId],
      foreignColumns: [meetingOptions.schoolId, meetingOptions.meetingId, meetingOptions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.schoolId, t.meetingId, t.inviteeId],
      foreignColumns: [meetingInvitees.schoolId, meetingInvitees.meetingId, meetingInvitees.id],
    }).onDelete('cascade'),
  ],
)

/** The dates of a series, each with where and when it is now. What happens once has none. */
export const meetingDates = pgTable(
  'meeting_dates',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    /** The day on which the rule puts it; it keeps that name when it is moved. */
    day: date().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    spaceId: uuid(),
    place: text(),
    /** Why it does not happen: the school is closed, or it was called off. */
    off: text({ enum: ['closed', 'cancelled'] }),
    /** The number under which this date changed last. */
    sequence: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.day] }),
    foreignKey({
      columns: [t.schoolId, t.meetingId],
      foreignColumns: [meetings.schoolId, meetings.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }),
    index('dates_by_moment').on(t.schoolId, t.startsAt),
  ],
)

/** What is spoken about, in order. Apart: a colleague who is not invited sees that there is a meeting, and no more. */
export const meetingPoints = pgTable(
  'meeting_points',
  {
    schoolId: uuid().notNull(),
    meetingId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    nr: integer().notNull(),
    point: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.meetingId, t.id] }),
    unique('point_in_order').on(t.schoolId, t.meetingId, t.nr),
    foreignKey({
      columns: [t.schoolId, t.meetingId],
      foreignColumns: [meetings.schoolId, meetings.id],
    }).onDelete('cascade'),
  ],
)

export type MeetingDate = typeof meetingDates.$inferSelect
export type Repeat = (typeof repeats)[number]
export type Meeting = typeof meetings.$inferSelect
export type MeetingKind = (typeof meetingKinds)[number]
export type Stage = (typeof answerStages)[number]
