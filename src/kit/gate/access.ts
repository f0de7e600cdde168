import { type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import { always, gate } from '#kit/db/policy.ts'
import { account, passkey, provider, session, tries, twoFactor, usedCodes, user, verification } from './tables.ts'

// Only the gate comes here, and it must look up anyone who knocks. Nobody else has so much as a grant on the schema.
const onlyTheGate = (table: PgTable) =>
  pgPolicy('only the gate', { for: 'all', to: gate, using: always, withCheck: always }).link(table)

export const onlyTheGateReadsUsers = onlyTheGate(user)
export const onlyTheGateReadsSessions = onlyTheGate(session)
export const onlyTheGateReadsAccounts = onlyTheGate(account)
export const onlyTheGateReadsVerifications = onlyTheGate(verification)
export const onlyTheGateReadsSecondSteps = onlyTheGate(twoFactor)
export const onlyTheGateReadsUsedCodes = onlyTheGate(usedCodes)
export const onlyTheGateReadsPasskeys = onlyTheGate(passkey)
export const onlyTheGateReadsProviders = onlyTheGate(provider)
export const onlyTheGateCountsTries = onlyTheGate(tries)
