import type { MiddlewareHandler } from 'hono'

/** One line per request for the operator: method, the route's pattern (never the address itself), status, time. */
export const logRequests =
  (write: (line: string) => void): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now()
    await next()
    const route = c.req.routePath === '/*' ? '(none)' : c.req.routePath
    write(
      JSON.stringify({
        method: c.req.method,
        route,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      }),
    )
  }

/** A surprise, without what somebody typed: name, code and where in our own code. */
export function describeError(error: unknown): string {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = (root as { code?: string }).code
  const own =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /\/src\/|\\src\\/.test(line))
          .slice(0, 4)
      : []
  return JSON.stringify({
    error: root instanceof Error ? root.name : 'unknown',
    ...(code ? { code } : {}),
    at: own.map((l) => l.trim().replace(/.*\/src\//, 'src/')),
  })
}
