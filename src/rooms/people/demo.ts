import { recognise } from '#kit/db/actor.ts'
import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { addColleague, addGroup, addSpace, changeColleague, setBellTimes } from './actions.ts'
import { molentje } from './content/demo-staff/molentje.ts'
import type { StaffMember, Story } from './content/demo-staff/story.ts'
import { waterlelie } from './content/demo-staff/waterlelie.ts'
import { letIn } from './joining/actions.ts'
import { findColleague } from './queries.ts'

/** Who works at De Waterlelie (28 people and one who left, 14 groups) and at Het Molentje (six people, four groups). All invented. */
export async function demo(town: Town) {
  await tell(town, 'De Waterlelie', waterlelie)
  await tell(town, 'Het Molentje', molentje)
  await boardOf(town)
}

async function tell(town: Town, school: string, story: Story) {
  const organisationId = town.recall(school)
  const head = await headTeacher(town, organisationId, story.staff[0]!)
  for (const member of story.staff.slice(1)) {
    const added = await town.as(head, (tx, me) =>
      addColleague(tx, me, { ...saidOf(town, member), source: story.source }),
    )
    if (added.ok) town.remember(member.name, added.id)
    if (added.ok && member.account) await account(town, organisationId, { personId: added.id, member })
  }
  await standIns(town, school, story)
  for (const group of story.groups)
    await town.as(head, (tx, me) =>
      addGroup(tx, me, { ...group, teachers: group.teachers.map((name) => town.recall(name)) }),
    )
  for (const space of story.spaces) {
    const added = await town.as(head, (tx, me) => addSpace(tx, me, space))
    if (added.ok) town.remember(`${school}: ${space.name}`, added.id)
  }
  await town.as(head, (tx, me) => setBellTimes(tx, me, story.bells))
}

const saidOf = ({ today }: Town, { name, mail, phone, roles, days, leftAgo }: StaffMember) => ({
  name,
  mail,
  phone,
  roles,
  days,
  deputyId: null,
  from: null,
  until: leftAgo ? dayPlus(today, -leftAgo) : null,
})

async function headTeacher(town: Town, organisationId: string, member: StaffMember) {
  const accountId = await makeAccount(town, member)
  const personId = await town.asKeeper((tx) =>
    letIn(tx, {
      organisationId,
      accountId,
      name: member.name,
      mail: member.mail,
      roles: member.roles,
      source: 'eerste gebruiker van de school',
    }),
  )
  const head = recognise({ accountId, personId, organisationId, roles: member.roles })
  const said = saidOf(town, member)
  await town.as(head, (tx, me) => changeColleague(tx, me, personId, said))
  town.remember(member.name, personId)
  town.actors.set(member.name, head)
  return head
}

/** Who speaks for the board of both schools. */
async function boardOf(town: Town) {
  const [organisationId, name, mail] = [town.recall('bestuur'), 'Karima Vos', 'karima.vos@veenenplas.example']
  const accountId = await makeAccount(town, { name, mail })
  const roles = ['bestuurder']
  const said = { organisationId, accountId, name, mail, roles, source: 'eerste gebruiker van het bestuur' }
  const personId = await town.asKeeper((tx) => letIn(tx, said))
  town.actors.set(name, recognise({ accountId, personId, organisationId, roles }))
}

async function account(
  town: Town,
  organisationId: string,
  { personId, member }: { personId: string; member: StaffMember },
) {
  const accountId = await makeAccount(town, member)
  await town.asKeeper((tx) =>
    letIn(tx, {
      organisationId,
      accountId,
      personId,
      name: member.name,
      mail: member.mail,
      roles: member.roles,
      source: 'uitgenodigd door de school',
    }),
  )
  town.actors.set(member.name, recognise({ accountId, personId, organisationId, roles: member.roles }))
}

// Nobody signs in with this password: the demo lets one in with a click, and nowhere else does this town exist.
async function makeAccount(town: Town, { name, mail }: Pick<StaffMember, 'name' | 'mail'>): Promise<string> {
  const made = await town.gate.createAccount({ email: mail, name, password: crypto.randomUUID(), proven: true })
  if (!made.ok) throw new Error(`The story could not give ${name} an account: ${made.because}`)
  return made.accountId
}

async function standIns(town: Town, school: string, story: Story) {
  const head = town.actors.get(story.staff[0]!.name)!
  for (const member of story.staff.filter((one) => one.deputy)) {
    const personId = town.recall(member.name)
    const colleague = await town.as(head, (tx, me) => findColleague(tx, me.organisationId, personId))
    if (!colleague) throw new Error(`${member.name} is not at ${school}`)
    await town.as(head, (tx, me) =>
      changeColleague(tx, me, personId, { ...saidOf(town, member), deputyId: town.recall(member.deputy!) }),
    )
  }
}
