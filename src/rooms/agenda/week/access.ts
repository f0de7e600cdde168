import { weekTable } from '../lessons/access.ts'
import { placements, sessionGroups, sessions, weekLimits } from './tables.ts'

export const [seeSessions, makeSessions, keepSessions] = weekTable(sessions, 'sessions')
export const [seeSessionGroups, makeSessionGroups, keepSessionGroups] = weekTable(sessionGroups, 'groups of sessions')
export const [seePlacements, makePlacements, keepPlacements] = weekTable(placements, 'placements')
export const [seeLimits, makeLimits, keepLimits] = weekTable(weekLimits, 'limits of the week')
