import type { Plot, Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { meetingInvitees, meetingLinks, meetings } from '../tables.ts'

/** At each school one meeting for which a moment is looked for: the head teacher and some colleagues. */
export async function fill({ tx, plots }: Stretch): Promise<number> {
  const found = plots.flatMap(meetingOf)
  const [rows, invitees] = [found.map(({ meeting }) => meeting), found.flatMap(({ invitees }) => invitees)]
  // Whoever is invited has a link; that of an invented meeting opens nothing, as its digest is of no secret.
  const links = invitees.map(({ schoolId, meetingId, id, personId }) => ({
    ...{ schoolId, meetingId, id, personId, tokenDigest: id },
  }))
  return (
    (await insertMany(tx, meetings, rows)) +
    (await insertMany(tx, meetingInvitees, invitees)) +
    (await insertMany(tx, meetingLinks, links))
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
    return { schoolId, meetingId, id, personId, name: `Collega ${nth + 1}`, required: true }
  })
  const meeting = {
    ...{ schoolId, id: meetingId, title: 'Overleg', kind: 'consultation' as const, minutes: 30, madeBy: head.id },
    ...{ makerName: 'De directeur', schoolName, invited: invitees.map(({ personId }) => personId) },
  }
  return [{ meeting, invitees }]
}
