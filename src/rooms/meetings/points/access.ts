import { eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, guest, keeper, me, member } from '#kit/db/policy.ts'
import { meetingPoints, meetings } from '../tables.ts'

const ofMeeting = (condition: SQL = always) =>
  exists(sql`(select 1 from ${meetings} where ${meetings.schoolId} = ${meetingPoints.schoolId}
    and ${meetings.id} = ${meetingPoints.meetingId} and ${condition})`)
const iMadeIt = eq(meetings.madeBy, me)

// Who made it and who is invited; never every colleague who sees that a room is taken.
export const weSeePoints = pgPolicy('makers and invited see what is spoken about', {
  for: 'select',
  to: member,
  using: ofMeeting(or(iMadeIt, sql`${meetings.invited} @> array[${me}]`) as SQL),
}).link(meetingPoints)
export const makersWritePoints = pgPolicy('makers say what is spoken about', {
  for: 'insert',
  to: member,
  withCheck: ofMeeting(iMadeIt),
}).link(meetingPoints)
export const makersTakePointsAway = pgPolicy('makers say it otherwise', {
  for: 'delete',
  to: member,
  using: ofMeeting(iMadeIt),
}).link(meetingPoints)
export const linksShowPoints = pgPolicy('a link shows what is spoken about', {
  for: 'select',
  to: guest,
  using: ofMeeting(),
}).link(meetingPoints)
export const keeperTendsPoints = pgPolicy('the keeper tends what is spoken about', {
  ...{ for: 'all', to: keeper, using: always, withCheck: always },
}).link(meetingPoints)
