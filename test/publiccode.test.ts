import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as z from 'zod'

/**
 * What publiccode.yml asks, after docs/standard/schema.core.rst, categories-list.rst and scope-list.rst of
 * github.com/publiccodeyml/publiccode.yml (commits 018e69f, 0933db7, 53e37de). Of the lists only what we use.
 */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
const words = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string()).optional(),
})
const dependency = z.strictObject({
  name: z.string().min(1),
  versionMin: z.string().optional(),
  optional: z.boolean().optional(),
})
const contact = z.strictObject({ name: z.string().min(1), email: z.email(), affiliation: z.string().optional() })
const standard = z.strictObject({
  publiccodeYmlVersion: z.string().regex(/^0(\.\d+){0,2}$/),
  name: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  softwareVersion: z.string().optional(),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(z.enum(['collaboration', 'contact-management', 'crm', 'knowledge-management'])).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum(['standalone/web', 'standalone/backend', 'standalone/other']),
  intendedAudience: z
    .strictObject({
      countries: z.array(z.string().regex(/^[a-z]{2}$/)),
      scope: z.array(z.enum(['education', 'local-authorities', 'society', 'welfare'])),
    })
    .optional(),
  description: z.record(language, words).refine((said) => Object.keys(said).length > 0),
  legal: z.strictObject({ license: z.literal('EUPL-1.2') }),
  maintenance: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('none') }),
    z.strictObject({ type: z.enum(['internal', 'community']), contacts: z.array(contact).min(1) }),
  ]),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(language).min(1) }),
  dependsOn: z.strictObject({ open: z.array(dependency) }).optional(),
})
const text = readFileSync(join(import.meta.dirname, '..', 'publiccode.yml'), 'utf8')
const said = () => tree(linesOf(text))

test('publiccode.yml is what the standard asks', () => {
  assert.deepEqual(standard.safeParse(said()).error?.issues ?? [], [])
})

test('what the standard refuses is refused here', () => {
  const file = said() as Record<string, unknown>
  const refused: Record<string, unknown>[] = [
    { url: undefined },
    { url: 'unknown' },
    { maintenance: { type: 'community', contacts: [{ name: 'De makers' }] } },
    { maintenance: { type: 'community' } },
    { intendedAudience: { countries: ['NL'], scope: ['education'] } },
    { developmentStatus: 'busy' },
    { description: {} },
    { somethingElse: 1 },
  ]
  for (const change of refused)
    assert.equal(standard.safeParse({ ...file, ...change }).success, false, JSON.stringify(change))
})

test('it says no more than is so: the version is ours, and an address nobody has is said to be none', () => {
  const ours = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as { version: string }
  const { softwareVersion, url } = said() as { softwareVersion: string; url: string }
  assert.equal(softwareVersion, ours.version)
  if (new URL(url).hostname === 'example.org') assert.match(text, /# .*there is no public one yet/)
})

/** The YAML of this one file: maps and lists by indentation, quoted and folded texts, yes and no. */
type Row = { indent: number; text: string }
type Tree = string | boolean | Tree[] | { [key: string]: Tree }

const linesOf = (yaml: string): Row[] =>
  yaml
    .split('\n')
    .filter((row) => row.trim() && !row.trimStart().startsWith('#'))
    .map((row) => ({ indent: row.length - row.trimStart().length, text: row.trim() }))

function tree(rows: readonly Row[]): Tree {
  const [first] = rows
  if (!first) return ''
  const parts = partsOf(rows, first.indent)
  if (first.text.startsWith('- ')) return parts.map(itemOf)
  return Object.fromEntries(parts.map(entryOf))
}

/** Each row at this depth with the rows below it. */
function partsOf(rows: readonly Row[], indent: number): Row[][] {
  const parts: Row[][] = []
  for (const row of rows) {
    if (row.indent === indent) parts.push([row])
    else parts.at(-1)?.push(row)
  }
  return parts
}

function itemOf([first, ...below]: Row[]): Tree {
  const { indent, text: said } = first!
  const bare = said.slice(2)
  return /^\w+: /.test(bare) ? tree([{ indent: indent + 2, text: bare }, ...below]) : scalar(bare)
}

function entryOf([first, ...below]: Row[]): [string, Tree] {
  const [, key = '', value = ''] = /^(\w+):(?: (.*))?$/.exec(first!.text) ?? assert.fail(first!.text)
  if (value === '>') return [key, below.map((row) => row.text).join(' ')]
  return [key, value ? scalar(value) : tree(below)]
}

const scalar = (said: string): Tree =>
  said === 'true' || said === 'false' ? said === 'true' : said.replace(/^'(.*)'$/, '$1')
