import type { Chance } from '#kit/chance/chance.ts'
import { inventPerson } from '#kit/chance/persons.ts'

/** A membership to be, with the person in it. */
export type Invented = {
  id: string
  membershipId: string
  name: string
  mail: string
  phone: string
  roles: string[]
  days: number[]
  deputyId: string | null
}
export type InventedGroup = { id: string; name: string; years: number[]; pupils: number; teachers: Taught[] }
type Taught = { personId: string; days: number[] }

// What a teacher may do besides teaching.
const tasks = [
  'cultuurcoordinator',
  'taalcoordinator',
  'rekencoordinator',
  'gedragsspecialist',
  'pestcoordinator',
  'vertrouwenspersoon',
  'gezondheidscoordinator',
  'sportcoordinator',
  'natuurtechniekcoordinator',
  'verkeerscoordinator',
  'schoolopleider',
  'ict',
  'eventmanager',
  'hb_specialist',
] as const
const week = [1, 2, 3, 4, 5]

/** Who works at a school with so many groups: from eleven people to thirty. */
export function inventStaff(chance: Chance, { house, groups }: { house: string; groups: number }): Invented[] {
  const teachers = Math.ceil(groups * 1.4)
  const roles = [
    ['directeur'],
    ['ib', 'aandachtsfunctionaris'],
    ...(groups > 9 ? [['ib'], ['teamleider', 'leerkracht']] : []),
    ['administratie'],
    ['concierge', 'preventiemedewerker'],
    ...Array.from({ length: Math.ceil(groups / 4) }, () => ['onderwijsassistent']),
    ...Array.from({ length: teachers }, () => ['leerkracht']),
  ]
  // Tasks are laid on the last in line, who are the teachers.
  tasks.forEach((task, place) => void roles.at(-1 - (place % teachers))!.push(task))
  const staff = roles.map((held) => inventOne(chance, house, held))
  return staff.map((one, place) => ({ ...one, deputyId: place > 3 && chance.falls(25) ? staff[place - 3]!.id : null }))
}

const inventOne = (chance: Chance, house: string, roles: string[]): Invented => ({
  ...{ id: chance.uuid(), membershipId: chance.uuid(), roles, deputyId: null },
  ...inventPerson(chance, house),
  days: daysOf(chance),
})

const daysOf = (chance: Chance) => chance.some(week, chance.pick([2, 3, 3, 4, 4, 5])).sort()

/** The classes, one to two years each, with one or two of the teachers. */
export function inventGroups(chance: Chance, many: number, staff: readonly Invented[]): InventedGroup[] {
  const teachers = staff.filter(({ roles }) => roles.includes('leerkracht'))
  return Array.from({ length: many }, (_, place) => {
    const year = Math.floor((place * 8) / many) + 1
    const years = many < 8 ? [year, Math.min(8, year + 1)] : [year]
    const pair = chance.falls(60) ? [place, place + many] : [place]
    return {
      id: chance.uuid(),
      name: `Groep ${years.join('/')}${many > 8 ? 'abc'[place % 3] : ''} ${place + 1}`,
      years: [...new Set(years)],
      pupils: chance.between(17, 29),
      teachers: pair.flatMap((at) => {
        const teacher = teachers[at % teachers.length]
        return teacher && pair.length <= teachers.length ? [{ personId: teacher.id, days: teacher.days }] : []
      }),
    }
  })
}

/** The professionals of a partner that speaks for itself: one or two. */
export const inventContacts = (chance: Chance, house: string): Invented[] =>
  Array.from({ length: chance.between(1, 2) }, () => inventOne(chance, house, ['partnercontact']))

const long: [string, string, 'lesson' | 'break' | 'lunch'][] = [
  ['08:30', '10:15', 'lesson'],
  ['10:15', '10:30', 'break'],
  ['10:30', '12:00', 'lesson'],
  ['12:00', '12:45', 'lunch'],
  ['12:45', '14:45', 'lesson'],
]
const short: typeof long = [...long.slice(0, 2), ['10:30', '12:30', 'lesson']]

/** When the bell goes: long days and a short Wednesday. */
export const usualBells = week.flatMap((weekday) =>
  (weekday === 3 ? short : long).map(([from, until, part]) => ({ weekday, from, until, part })),
)
export const usualSpaces = ['Spreekkamer', 'Gymzaal', 'Ouderkamer', 'Speellokaal']
