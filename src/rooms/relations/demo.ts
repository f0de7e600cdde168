import { recognise } from '#kit/db/actor.ts'
import type { Town } from '#kit/http/types.ts'
import { claimOrganisation } from '#rooms/organisations/door.ts'
import { letIn } from '#rooms/people/door.ts'
import { addRelation, assure, linkOrganisation } from './actions.ts'
import type { DemoLine } from './content/demo-lines/line.ts'
import { linesOfMolentje } from './content/demo-lines/molentje.ts'
import { wholeMunicipality } from './content/demo-lines/municipality.ts'
import { linesOfWaterlelie } from './content/demo-lines/waterlelie.ts'

/** Who the two schools know: 35 lines, three of them desks of one municipality, and eight. Spraakwijzer serves both, and speaks for itself. */
export async function demo(town: Town) {
  await tell(town, 'De Waterlelie', 'Nadia Bouzid', [wholeMunicipality])
  await tell(town, 'De Waterlelie', 'Nadia Bouzid', linesOfWaterlelie)
  await tell(town, 'Het Molentje', 'Ilse Wagenaar', linesOfMolentje)
  await spraakwijzer(town)
}

async function tell(town: Town, school: string, teller: string, lines: readonly DemoLine[]) {
  const head = town.actors.get(teller)!
  for (const [place, line] of lines.entries()) {
    const added = await town.as(head, (tx, me) => addRelation(tx, me, saidOf(town, line)))
    if (!added.ok) throw new Error(`${school} could not add ${line.name}: ${added.because}`)
    town.remember(`${school}: ${line.name}`, added.id)
    // Two in three were looked at lately; the others ask “klopt dit nog?”.
    if (place % 3 !== 2) await town.as(head, (tx, me) => assure(tx, me, added.id, town.today))
  }
}

const saidOf = (town: Town, line: DemoLine) => ({
  ...{ name: line.name, type: line.type, form: line.form, levels: line.levels, scale: line.scale, since: line.since },
  ...{ place: 'Wilgenveen', postcode: line.postcode, website: line.website, phone: line.phone },
  ...{ obligation: line.obligation, legalNote: null, motives: line.motives, about: null },
  reply: line.reply ?? null,
  partOfId: line.partOf ? town.recall(line.partOf) : null,
  ownerId: town.recall(line.owner),
  deputyId: line.deputy ? town.recall(line.deputy) : null,
  faces: line.faces.map((face) => ({
    ...face,
    moment: face.moment || null,
    source: 'lijst partners van de school, september 2026',
  })),
})

async function spraakwijzer(town: Town) {
  const [name, mail] = ['Sanne ter Horst', 'sanne.terhorst@spraakwijzer.example']
  const made = await town.gate.createAccount({ email: mail, name, password: crypto.randomUUID(), proven: true })
  if (!made.ok) throw new Error(`${name} has no account: ${made.because}`)
  const { accountId } = made
  const partner = {
    name: 'Logopedie Spraakwijzer',
    type: 'logopedist',
    place: 'Wilgenveen',
    postcode: '9571 AD',
    website: 'https://spraakwijzer.example',
    phone: '0599 011 113',
  }
  await town.asKeeper(async (tx) => {
    const organisationId = await claimOrganisation(tx, accountId, partner)
    const personId = await letIn(tx, {
      organisationId,
      accountId,
      name,
      mail,
      roles: ['partnercontact'],
      source: 'uitgenodigd door De Waterlelie',
    })
    for (const school of ['De Waterlelie', 'Het Molentje'])
      await linkOrganisation(tx, {
        schoolId: town.recall(school),
        relationId: town.recall(`${school}: ${partner.name}`),
        organisationId,
      })
    town.actors.set(name, recognise({ accountId, personId, organisationId, roles: ['partnercontact'] }))
  })
}
