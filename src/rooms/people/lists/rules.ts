import { cleanText } from '#kit/sheet/clean.ts'
import type { ColleagueSaid } from '../forms.ts'
import type { LaidNote } from '../import/laidgroups.ts'
import type { Staff, StaffNote } from '../import/staff.ts'
import type { Colleague } from '../queries.ts'

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The same mail, or the same name without regard for capitals and accents. */
export const isSamePerson = (colleague: Pick<Colleague, 'name' | 'mail'>, staff: Pick<Staff, 'name' | 'mail'>) =>
  (staff.mail !== '' && colleague.mail?.toLowerCase() === staff.mail.toLowerCase()) ||
  plain(colleague.name) === plain(staff.name)

/** A row on its way in: first everybody, and then who stands in for whom. */
export type StaffSaid = { staff: Staff; step: 'person' | 'deputy' }

export const staffRows = (list: readonly Staff[]): { name: string; said: StaffSaid; counted: boolean }[] => [
  ...list.map((staff) => ({ name: staff.name, said: { staff, step: 'person' as const }, counted: true })),
  ...list
    .filter(({ deputy }) => deputy)
    .map((staff) => ({
      name: `${staff.name} – ${staff.deputy}`,
      said: { staff, step: 'deputy' as const },
      counted: false,
    })),
]

// A list that says nothing about tasks is nearly always one of teachers; it can be changed with one click.
const rolesOf = (staff: Pick<Staff, 'roles'>) => (staff.roles.length ? staff.roles : ['leerkracht'])

export const newFrom = (staff: Staff): ColleagueSaid => ({
  name: staff.name,
  mail: staff.mail || null,
  phone: staff.phone || null,
  roles: rolesOf(staff),
  days: staff.days,
  deputyId: null,
  from: null,
  until: null,
})

/** What was known stays; what was missing is filled in. */
export const completed = (known: Colleague, staff: Staff): ColleagueSaid => ({
  name: known.name,
  mail: known.mail ?? (staff.mail || null),
  phone: known.phone ?? (staff.phone || null),
  roles: [...new Set([...known.roles, ...staff.roles])],
  days: known.days.length ? known.days : staff.days,
  deputyId: known.deputyId,
  from: known.from,
  until: known.until,
})

/** The rows of a table, carried from one step to the next in the page itself: nothing is kept until somebody says yes. */
export const pack = (rows: readonly string[][]) => JSON.stringify(rows)

export function unpack(text: unknown): string[][] | undefined {
  if (typeof text !== 'string' || text.length > 2_000_000) return undefined
  try {
    const rows: unknown = JSON.parse(text)
    const isTable =
      Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'))
    return isTable ? (rows as string[][]).map((row) => row.map(cleanText)) : undefined
  } catch {
    return undefined
  }
}

/** What somebody can do about a note. */
export const remedyOf: Record<(StaffNote | LaidNote)['because'], Remedy> = {
  'mail-unclear': 'later',
  'mail-repaired': 'look',
  'mail-shared': 'look',
  'mail-more': 'choose',
  'phone-more': 'choose',
  'phone-unclear': 'later',
  'role-unclear': 'later',
  'no-role': 'look',
  'days-unclear': 'later',
  'days-guessed': 'look',
  shifted: 'look',
  merged: 'look',
  'column-left-out': 'own',
  'column-headless': 'own',
  'room-left-out': 'spaces',
  'teacher-unknown': 'team-first',
  'teacher-several': 'whole-name',
  'group-exists': 'group',
  'years-unclear': 'group',
  'pupils-unclear': 'group-later',
}

type Remedy = 'look' | 'choose' | 'later' | 'own' | 'spaces' | 'team-first' | 'whole-name' | 'group' | 'group-later'
