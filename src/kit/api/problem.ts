/** Why an answer is not the one that was asked for, as RFC 9457 has it. `errors` says which field and why. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  detail: string
  errors?: readonly { field: string; why: string }[]
}
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503

const titles: Record<ProblemStatus, string> = {
  400: 'The request cannot be understood',
  401: 'No valid token',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Cannot be done like this',
  428: 'If-Match is missing',
  429: 'Too many requests',
  500: 'Our mistake',
  503: 'Try again',
}

type More = { errors?: readonly { field: string; why: string }[]; headers?: Readonly<Record<string, string>> }

/** Thrown by whoever finds out; whatever was written in the same transaction is taken back. */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly more: More
  constructor(status: ProblemStatus, detail: string, more: More = {}) {
    super(detail)
    this.status = status
    this.more = more
  }
}

export const bodyOf = ({ status, message, more }: Problem): ProblemBody => ({
  type: 'about:blank',
  title: titles[status],
  status,
  detail: message,
  ...(more.errors ? { errors: more.errors } : {}),
})

export const problemAnswer = (problem: Problem): Response =>
  new Response(JSON.stringify(bodyOf(problem)), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...problem.more.headers },
  })

/** What was refused by an action, as a problem: each `because` has its own status and sentence. */
export function unless<O extends { ok: boolean }>(
  outcome: O,
  why: Readonly<Record<Because<O>, readonly [ProblemStatus, string, string?]>>,
): Extract<O, { ok: true }> {
  if (outcome.ok) return outcome as Extract<O, { ok: true }>
  const [status, detail, field] = why[(outcome as unknown as { because: Because<O> }).because]
  throw new Problem(status, detail, field ? { errors: [{ field, why: detail }] } : {})
}
type Because<O> = Extract<O, { ok: false }> extends { because: infer B extends string } ? B : never

// What PostgreSQL says when what came in, not we, is at fault. Operations foresee these; here is the net under them.
const byCode: Record<string, readonly [ProblemStatus, string]> = {
  '42501': [403, 'Whoever made this token may not do this, or its scopes do not reach that far.'],
  '23505': [409, 'This exists already.'],
  '23503': [409, 'Something else still refers to this, or what you refer to is gone.'],
  '40001': [409, 'Somebody changed this at the same moment. Try again.'],
  '40P01': [409, 'Somebody changed this at the same moment. Try again.'],
}

export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  const said = cause?.code ?? code ?? ''
  const known = byCode[said]
  if (known) return new Problem(...known)
  return said.startsWith('22') ? new Problem(400, 'A value does not fit what is kept here.') : undefined
}
