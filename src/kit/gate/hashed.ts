import { createHash } from 'node:crypto'
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth'

export const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url')

type Row = Record<string, unknown>
type Given = { model: string; where?: Where[]; data?: Row; update?: Row; set?: Row }
type Verb = (given: Given) => Promise<unknown>

/** All that better-auth asks of a database. */
export const adapterVerbs = [
  ...['create', 'findOne', 'findMany', 'count', 'update', 'updateMany'],
  ...['delete', 'deleteMany', 'consumeOne', 'incrementOne'],
] as (keyof DBAdapter)[]

/**
 * better-auth keeps session tokens as they are: whoever reads the table can be anybody. This adapter stands between:
 * towards the database every token is a digest, towards better-auth it is the token that was asked for. A session
 * found by anything else than its token comes back with the digest, which opens nothing.
 */
export const withHashedTokens =
  (make: (options: BetterAuthOptions) => DBAdapter) =>
  (options: BetterAuthOptions): DBAdapter => {
    const inner = make(options)
    const hashing = Object.fromEntries(adapterVerbs.map((verb) => [verb, forSessions(inner[verb] as unknown as Verb)]))
    const hashed = {
      ...inner,
      ...hashing,
      // The gate's statements each stand on their own (PGlite has one connection), so a "transaction" is this adapter.
      transaction: (work) => work(hashed),
    } as DBAdapter
    return hashed
  }

const forSessions =
  (verb: Verb): Verb =>
  async (given) => {
    if (given.model !== 'session') return verb(given)
    const answer = await verb(sealedIn(given))
    const known = tokensIn(given)
    return Array.isArray(answer) ? answer.map((row) => opened(row, known)) : opened(answer, known)
  }

const sealedIn = (given: Given): Given => ({
  ...given,
  ...(given.where && { where: given.where.map(sealedClause) }),
  ...(given.data && { data: sealedRow(given.data) }),
  ...(given.update && { update: sealedRow(given.update) }),
  ...(given.set && { set: sealedRow(given.set) }),
})

const isToken = (clause: Where) => clause.field === 'token'

/** A token is looked up by being equal; comparing it in any other way makes no sense, so it is refused. */
function sealedClause(clause: Where): Where {
  if (!isToken(clause)) return clause
  const { operator = 'eq', value } = clause
  if (operator === 'eq' && typeof value === 'string') return { ...clause, value: digestOf(value) }
  if (operator === 'in' && Array.isArray(value))
    return { ...clause, value: value.map((token) => digestOf(String(token))) }
  throw new Error(`a session token can be looked up, not compared with ${operator}`)
}

const sealedRow = (row: Row): Row => (typeof row.token === 'string' ? { ...row, token: digestOf(row.token) } : row)

const tokensIn = (given: Given): string[] =>
  [given.data?.token, given.update?.token, given.where?.filter(isToken).map((clause) => clause.value)]
    .flat(2)
    .filter((token): token is string => typeof token === 'string')

function opened(answer: unknown, known: string[]): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  const token = known.find((candidate) => digestOf(candidate) === (answer as Row).token)
  return token ? { ...answer, token } : answer
}
