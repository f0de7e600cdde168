import type { Plot, Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { bellTimes, groups, groupTeachers, memberships, people, spaces } from '../tables.ts'
import { type Invented, inventContacts, inventGroups, inventStaff, usualBells, usualSpaces } from './rules.ts'

/** Who works at each school, its groups, rooms and bell times; and who speaks for the partners of the area. */
export async function fill({ tx, plots, around, source }: Stretch): Promise<number> {
  const schools = plots.map(schoolOf)
  const partners = around.recall('partners').map(({ id }) => ({
    organisationId: id,
    staff: inventContacts(around.chance(`contacts of ${id}`), `partner-${id.slice(0, 6)}`),
  }))
  const all = [...schools, ...partners].flatMap(({ organisationId, staff }) =>
    staff.map((one) => ({ organisationId, ...one })),
  )
  const noted = all.map(({ id, name, mail, phone, organisationId }) => ({
    ...{ id, name, mail, phone, source, notedBy: organisationId },
  }))
  const taught = schools.flatMap(({ organisationId: schoolId, classes }) =>
    classes.flatMap(({ id: groupId, teachers }) => teachers.map((one) => ({ schoolId, groupId, ...one }))),
  )
  // The partners of an area are met again in its next stretch.
  const rows = [
    await insertMany(tx, people, noted, { unlessThere: true }),
    await insertMany(tx, memberships, all.map(membershipOf), { unlessThere: true }),
    await insertMany(tx, groups, schools.flatMap(groupsOf)),
    await insertMany(tx, groupTeachers, taught),
    await insertMany(
      tx,
      spaces,
      schools.flatMap(({ rooms }) => rooms),
    ),
    await insertMany(tx, bellTimes, schools.flatMap(bellsOf)),
  ]
  return rows.reduce((sum, many) => sum + many, 0)
}

function schoolOf({ id: organisationId, code, chance, remember }: Plot) {
  const many = chance('size').between(4, 14)
  const staff = inventStaff(chance('staff'), { house: `school-${code.toLowerCase()}`, groups: many })
  const classes = inventGroups(chance('groups'), many, staff)
  const drawn = chance('spaces')
  const rooms = usualSpaces.map((name) => ({ schoolId: organisationId, id: drawn.uuid(), name }))
  remember(
    'staff',
    staff.map(({ id, roles }) => ({ id, as: roles })),
  )
  remember(
    'groups',
    classes.map(({ id, name }) => ({ id, as: [name] })),
  )
  remember(
    'spaces',
    rooms.map(({ id, name }) => ({ id, as: [name] })),
  )
  return { organisationId, staff, classes, rooms }
}
type School = ReturnType<typeof schoolOf>

const membershipOf = ({
  organisationId,
  membershipId,
  id,
  roles,
  days,
  deputyId,
}: Invented & { organisationId: string }) => ({
  ...{ organisationId, id: membershipId, personId: id, roles, days, deputyId },
})

const groupsOf = ({ organisationId: schoolId, classes }: School) =>
  classes.map(({ id, name, years, pupils }) => ({ schoolId, id, name, years, pupils }))

const bellsOf = ({ organisationId: schoolId }: School) => usualBells.map((bell) => ({ schoolId, ...bell }))
