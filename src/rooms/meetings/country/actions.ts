import type { Plot, Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { meetingInvitees, meetings } from '../tables.ts'

/** At each school one meeting for which a moment is looked for: the head teacher and some colleagues. */
export async function fill({ tx, plots }: Stretch): Promise<number> {
  const found = plots.flatMap(meetingOf)
  return (
    (await insertMany(
      tx,
      meetings,
      found.map(({ meeting }) => meeting),
    )) +
    (await insertMany(
      tx,
      meetingInvitees,
      found.flatMap(({ invitees }) => invitees),
    ))
  )
}

function meetingOf({ id: schoolId, name: schoolName, chance, recall }: Plot) {
  const drawn = chance('meetings')
  const staff = recall('staff')
  const head = staff.find(({ as }) => as.includes('directeur'))
  if (!head) return []
  const others = drawn.some(
    staff.filter(({ id }) => id !== head.id),
    6,
  )
  const meetingId = drawn.uuid()
  const invitees = [head, ...others].map(({ id: personId }, nth) => {
    const id = drawn.uuid()
    return { schoolId, meetingId, id, personId, name: `Collega ${nth + 1}`, required: true, tokenDigest: id }
  })
  const meeting = {
    ...{ schoolId, id: meetingId, title: 'Overleg', kind: 'consultation' as const, minutes: 30, madeBy: head.id },
    ...{ makerName: 'De directeur', schoolName, invited: invitees.map(({ personId }) => personId) },
    keys: [] as string[],
  }
  return [{ meeting, invitees }]
}
