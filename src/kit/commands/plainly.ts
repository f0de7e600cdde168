import type * as z from 'zod'

const kinds: Record<string, string> = {
  ...{ string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false' },
  ...{ array: 'a list', object: 'an object in braces' },
}

/** What is wrong with a value that a program brings, in a sentence: for `schema.safeParse(value, { error: plainly })`. */
export function plainly(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? issue.expected
      return issue.input === undefined ? `is missing; it must be ${kind}.` : `must be ${kind}.`
    }
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}.`
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}.`
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}.`
    default:
      return 'is not what is expected here.'
  }
}

const unitOf = (origin: string) => (origin === 'array' ? ' long' : origin === 'string' ? ' characters' : '')
