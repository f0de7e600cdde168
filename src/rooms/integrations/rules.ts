import { createHash, randomBytes } from 'node:crypto'
import { type Day, dayPlus } from '#kit/time/day.ts'

/** How far a token may reach, in words of the API. db/ground/machines.sql says which tables each opens. */
export const scopes = [
  'school:read',
  'people:read',
  'partners:read',
  'partners:write',
  'contacts:read',
  'contacts:write',
  'presence:read',
  'presence:write',
  'signpost:ask',
  'requests:read',
  'requests:write',
  'network:read',
  'sharing:read',
  'parents:read',
  'parents:write',
  'takeovers:read',
  'agreements:read',
  'agreements:write',
  'plans:read',
  'plans:write',
  'meetings:read',
  'meetings:write',
  'days:read',
  'days:write',
  'handovers:read',
  'rounds:read',
  'occasions:read',
  'signals:read',
  'circles:read',
  'playbooks:read',
] as const
export type Scope = (typeof scopes)[number]

// A partner's hours without the partner say nothing, and who writes must see what she writes.
const goesWith: Partial<Record<Scope, readonly Scope[]>> = {
  'partners:write': ['partners:read'],
  'contacts:read': ['partners:read'],
  'contacts:write': ['contacts:read', 'partners:read'],
  'presence:read': ['partners:read'],
  'presence:write': ['presence:read', 'partners:read'],
  'requests:read': ['partners:read'],
  // Whoever asks signs with her name, and the letter goes to somebody at the partner.
  'requests:write': ['requests:read', 'partners:read', 'contacts:read', 'people:read'],
  'network:read': ['partners:read'],
  'parents:write': ['parents:read'],
  'agreements:read': ['partners:read'],
  // What is written may name the adults of the line and nobody else: so they must be known.
  'agreements:write': ['agreements:read', 'partners:read', 'contacts:read', 'people:read'],
  'plans:write': ['plans:read'],
  'meetings:write': ['meetings:read', 'partners:read', 'contacts:read', 'people:read'],
  'days:write': ['days:read'],
  'handovers:read': ['partners:read', 'contacts:read', 'people:read'],
  'rounds:read': ['partners:read'],
  'occasions:read': ['partners:read'],
  // A signal is derived from what the rooms hold.
  'signals:read': [
    ...(['partners:read', 'contacts:read', 'people:read', 'agreements:read'] as const),
    ...(['requests:read', 'plans:read', 'handovers:read'] as const),
  ],
  'circles:read': ['partners:read', 'people:read'],
  'playbooks:read': ['partners:read', 'people:read', 'days:read'],
}

/** The chosen scopes with those they cannot do without. */
export const completed = (chosen: readonly Scope[]): Scope[] =>
  scopes.filter((scope) => chosen.some((one) => one === scope || goesWith[one]?.includes(scope)))

/** Forty-three signs nobody guesses; the first three let a scanner of leaked secrets know whose it is. */
export const newToken = () => `kl_${randomBytes(32).toString('base64url')}`
export const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url')

export const longestDays = 366
export const usualDays = 180
export const warnDays = 14

/** When its maker is told that it will end: two weeks before, or at once when that has passed. */
export const warnOn = (expiresOn: Day, today: Day): Day => {
  const day = dayPlus(expiresOn, -warnDays)
  return day > today ? day : today
}

type Term = { expiresOn: Day; revokedAt: Date | null }
export const stateOf = ({ expiresOn, revokedAt }: Term, today: Day): 'works' | 'ended' | 'revoked' =>
  revokedAt ? 'revoked' : expiresOn < today ? 'ended' : 'works'
