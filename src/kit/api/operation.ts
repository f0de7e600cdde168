import * as z from 'zod'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Signals } from '#kit/http/signals.ts'
import type { Day } from '#kit/time/day.ts'
import type { ProblemStatus } from './problem.ts'

/** One thing a program may ask: the router, the OpenAPI document, the page for people and the tests are made from it. */
export type Operation = {
  /** English, in camel case, and lasting: generated clients call it by this name. */
  id: string
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below /api/v1, in nouns: /things/{id}/moment. */
  path: string
  tag: string
  says: { en: string; nl: string }
  /** More about it, for who reads the document. */
  more?: string
  /** All of these are needed; none means that any token will do. */
  scopes: readonly string[]
  params: z.ZodObject
  query: z.ZodObject
  body?: z.ZodObject
  /** Turns a message of a form into a sentence. */
  say?: (message: string) => string
  answer: { status: 200 | 201 | 204; schema?: z.ZodType }
  /** What it may say no with, besides what every operation may. */
  refuses: readonly ProblemStatus[]
  /** Needs If-Match with the ETag of what it changes. */
  guarded?: boolean
  /** A POST that changes nothing needs no Idempotency-Key. */
  safe?: boolean
  run: (given: Given<Values, Values, Values>) => Promise<unknown>
  /** What it looks like now, to compare with If-Match. */
  current?: (given: Given<Values, Values, Values>) => Promise<unknown>
}
type Values = Record<string, never>

/** What an operation works with: what was asked, already checked, and a transaction that is the token's. */
export type Given<P, Q, B> = {
  params: P
  query: Q
  body: B
  tx: Tx
  me: Actor
  today: Day
  now: Date
  /** What can want somebody's eye, as all rooms say. */
  signals: Signals
}

type Shape = z.core.$ZodLooseShape
type Definition<
  P extends Shape,
  Q extends Shape,
  B extends z.ZodObject | undefined,
  A extends z.ZodType | undefined,
> = {
  params?: P
  query?: Q
  body?: B
  answer: { status: 200 | 201 | 204; schema?: A }
  refuses?: readonly ProblemStatus[]
  run: (given: GivenOf<P, Q, B>) => Promise<A extends z.ZodType ? z.input<A> : void>
  current?: (given: GivenOf<P, Q, B>) => Promise<unknown>
} & Omit<Operation, 'params' | 'query' | 'body' | 'answer' | 'refuses' | 'run' | 'current'>

type GivenOf<P extends Shape, Q extends Shape, B extends z.ZodObject | undefined> = Given<
  z.output<z.ZodObject<P>>,
  z.output<z.ZodObject<Q>>,
  B extends z.ZodObject ? z.output<B> : undefined
>

/** Defines an operation; what `run` gets and gives follows from the forms. */
export function operation<
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodObject | undefined = undefined,
  A extends z.ZodType | undefined = undefined,
>({ params, query, refuses = [], ...given }: Definition<P, Q, B, A>): Operation {
  const shapes = { params: z.object(params ?? {}), query: z.strictObject(query ?? {}), refuses }
  return { ...given, ...shapes } as unknown as Operation
}

/** The address in Hono's way of writing. */
export const routeOf = ({ path }: Pick<Operation, 'path'>) => path.replace(/\{(\w+)\}/g, ':$1')
