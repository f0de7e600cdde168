import { plain } from '#kit/sheet/layout.ts'
import { readName } from '#kit/sheet/personname.ts'

export type Colleague = { id: string; name: string }

/** Who is meant by "Anja", "A. de Jong" or "Anja de J."; undefined when it is nobody, or could be two. */
export function findColleague<Person extends Colleague>(
  text: string,
  colleagues: readonly Person[],
): Person | undefined {
  const said = readName(text.replace(/\s*\([^)]*\)/g, '').replace(/^(juf|meester)\s+/i, ''))
  const wanted = { given: plain(said.given), family: plain(said.family) }
  const ways: ((name: { whole: string; given: string; family: string }) => boolean)[] = [
    ({ whole }) => whole === plain(said.name),
    ({ given, family }) => wanted.family !== '' && family === wanted.family && given[0] === wanted.given[0],
    ({ given, family }) =>
      given === wanted.given && wanted.family !== '' && family.startsWith(wanted.family.replace(/ .*$/, '')),
    ({ given }) => wanted.family === '' && given === wanted.given,
    ({ family }) => family === (wanted.given === '' ? wanted.family : wanted.family === '' ? wanted.given : '-'),
  ]
  for (const way of ways) {
    const found = colleagues.filter(({ name }) => way(partsOf(name)))
    if (found.length === 1) return found[0]
    if (found.length > 1) return undefined
  }
  return undefined
}

function partsOf(name: string): { whole: string; given: string; family: string } {
  const read = readName(name)
  return { whole: plain(read.name), given: plain(read.given), family: plain(read.family) }
}
