import { plain } from '#kit/sheet/layout.ts'
import { readName } from '#kit/sheet/personname.ts'
import { roleMeant } from './rolewords.ts'

export type Colleague = { name: string; roles?: readonly string[] }

/** Who is meant by "Anja", "A. de Jong", "IB'er" or "Anja (gym)"; undefined when it is nobody, or could be two. */
export function findColleague<Person extends Colleague>(
  text: string,
  colleagues: readonly Person[],
): Person | undefined {
  const meant = colleaguesMeant(text, colleagues)
  return meant.length === 1 ? meant[0] : undefined
}

/** Everybody who can be meant: by name, narrowed by the hint beside it, or else by the task. */
export function colleaguesMeant<Person extends Colleague>(text: string, colleagues: readonly Person[]): Person[] {
  if (GONE.test(text)) return []
  for (const { name, hint } of readings(text.trim().replace(TITLES, ''))) {
    const named = byName(name, colleagues)
    const able = named.length > 1 ? holding(hint, named) : []
    if (named.length > 0) return able.length > 0 ? able : named
  }
  const { name, hint } = split(text)
  const able = holding(name, colleagues)
  const hinted = able.length > 1 && hint ? byName(hint, able) : []
  return hinted.length > 0 ? hinted : able
}

/** Why somebody named in a list is not found, with who it could be; undefined when all is clear. */
export function whyOpen(
  text: string,
  colleagues: readonly Colleague[],
): { because: 'owner-unknown' | 'owner-several'; value: string } | undefined {
  const meant = text ? colleaguesMeant(text, colleagues) : []
  if (!text || meant.length === 1) return undefined
  const names = meant.map(({ name }) => name)
  const shown = names.length > 4 ? [...names.slice(0, 3), '…'] : names
  return meant.length === 0
    ? { because: 'owner-unknown', value: text }
    : { because: 'owner-several', value: `${text} (${shown.join(', ')})` }
}

type Reading = { name: string; hint: string }

/** The whole as a name; then what stands in brackets, or small or as a task at the end, as a hint. */
function readings(text: string): Reading[] {
  const { name, hint } = split(text)
  const words = name.split(/\s+/)
  const shorter = words.slice(1).flatMap((_, at): Reading[] => {
    const rest = words.slice(words.length - 1 - at).join(' ')
    const isHint = /^(gr|groep)\b/i.test(rest) || roleMeant(rest) !== undefined
    return isHint ? [{ name: words.slice(0, words.length - 1 - at).join(' '), hint: `${hint} ${rest}`.trim() }] : []
  })
  return [{ name, hint }, ...shorter]
}

function split(text: string): Reading {
  const hint = /\(([^)]*)\)/.exec(text)?.[1] ?? ''
  return { name: text.replace(/\s*\([^)]*\)/g, '').trim(), hint }
}

function holding<Person extends Colleague>(task: string, colleagues: readonly Person[]): Person[] {
  const role = roleMeant(task)
  return role ? colleagues.filter(({ roles = [] }) => roles.includes(role)) : []
}

function byName<Person extends Colleague>(text: string, colleagues: readonly Person[]): Person[] {
  const said = readName(text)
  const wanted = { given: plain(said.given), family: plain(said.family) }
  if (wanted.given === '' && wanted.family === '') return []
  const ways: ((name: { whole: string; given: string; family: string }) => boolean)[] = [
    ({ whole }) => whole === plain(said.name),
    ({ given, family }) => wanted.family !== '' && family === wanted.family && given[0] === wanted.given[0],
    ({ given, family }) =>
      given === wanted.given && wanted.family !== '' && family.startsWith(wanted.family.replace(/ .*$/, '')),
    ({ given }) => wanted.family === '' && given === wanted.given,
    ({ family }) => family === (wanted.given === '' ? wanted.family : wanted.family === '' ? wanted.given : '-'),
  ]
  const found = ways.map((way) => colleagues.filter(({ name }) => way(partsOf(name))))
  return found.find((meant) => meant.length > 0) ?? []
}

function partsOf(name: string): { whole: string; given: string; family: string } {
  const read = readName(name)
  return { whole: plain(read.name), given: plain(read.given), family: plain(read.family) }
}

// "Petra (weg per 1-8)" is not the Petra who works here now.
const GONE = /\((?:is |al )?(weg|vertrokken|gestopt|uit dienst|met pensioen|oud[- ]collega|was)(?!\p{L})/iu
const TITLES = /^(?:juf(?:frouw)?|meester|mevr(?:ouw)?|mw|dhr|de heer|mr|mrs|ms)\.? /i
