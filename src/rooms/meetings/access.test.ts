import { before, test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { meetingAddresses, meetingAnswers, meetingInvitees, meetingLinks, meetingOptions, meetings } from './tables.ts'
import { type Asked, asked, draft, fixed, only, school, town } from './trial.test.ts'

/** Everyone × every table × every verb, refusals included; each deed is taken back. */
let closed: Asked
let open: Asked
let done: Asked
let sketch: string
let keys: Record<string, string>

before(async () => {
  closed = await asked()
  open = await asked({ showsAnswers: true, takesOptions: true })
  done = await fixed()
  sketch = await draft()
  keys = {
    parent: closed.keys['Ouder Een']!,
    face: closed.keys['Lotte Logopedist']!,
    'parent, open': open.keys['Ouder Een']!,
    'parent, done': done.keys['Ouder Een']!,
  }
})

const theMeeting = (id: string) => and(eq(meetings.schoolId, school), eq(meetings.id, id))
const guests = { id: meetings.id }

test('a draft is its maker’s; a poll is seen by who is invited; what is fixed by every colleague', async () => {
  const see = (id: string) => (tx: Parameters<Parameters<typeof only>[2]>[0]) =>
    tx.select(guests).from(meetings).where(theMeeting(id))
  await only(['maker'], keys, see(sketch), 'draft')
  await only(['maker', 'invited', 'link:parent', 'link:face'], keys, see(closed.id), 'poll')
  await only(['maker', 'invited', 'link:parent, open'], keys, see(open.id), 'open poll')
  await only(['maker', 'invited', 'colleague', 'head', 'link:parent, done'], keys, see(done.id), 'fixed')
})

test('colleagues make a meeting in their own name; makers change theirs, and drop a draft', async () => {
  const row = { schoolId: school, title: 'x', kind: 'other', minutes: 30, makerName: 'x', schoolName: 'x' } as const
  await only(
    ['maker', 'invited', 'colleague', 'head'],
    keys,
    (tx, me) =>
      tx
        .insert(meetings)
        .values({ ...row, madeBy: me?.personId ?? null, invited: [] })
        .returning(guests),
    'in her own name',
  )
  await only(
    ['maker'],
    keys,
    (tx) =>
      tx
        .insert(meetings)
        .values({ ...row, madeBy: town.teacher.personId, invited: [] })
        .returning(guests),
    'in another’s name',
  )
  for (const id of [closed.id, sketch])
    await only(
      ['maker'],
      keys,
      (tx) => tx.update(meetings).set({ title: 'y' }).where(theMeeting(id)).returning(guests),
      'change',
    )
  await only(
    [],
    keys,
    (tx) => tx.update(meetings).set({ madeBy: null }).where(theMeeting(closed.id)).returning(guests),
    'given away',
  )
  await only(['maker'], keys, (tx) => tx.delete(meetings).where(theMeeting(sketch)).returning(guests), 'draft dropped')
  await only([], keys, (tx) => tx.delete(meetings).where(theMeeting(closed.id)).returning(guests), 'poll dropped')
})

test('who is invited is hidden from one another unless that was chosen; addresses are the maker’s alone', async () => {
  const parent = (one: Asked) => and(eq(meetingInvitees.meetingId, one.id), eq(meetingInvitees.name, 'Ouder Een'))
  const see = (one: Asked) => (tx: Parameters<Parameters<typeof only>[2]>[0]) =>
    tx.select({ id: meetingInvitees.id }).from(meetingInvitees).where(parent(one))
  await only(['maker', 'link:parent'], keys, see(closed), 'hidden')
  await only(['maker', 'invited', 'link:parent, open'], keys, see(open), 'shown')
  await only(['maker', 'link:parent, done'], keys, see(done), 'fixed')
  for (const one of [closed, open, done])
    await only(
      ['maker'],
      keys,
      (tx) => tx.select().from(meetingAddresses).where(eq(meetingAddresses.meetingId, one.id)),
      'addresses',
    )
  const fresh = { schoolId: school, meetingId: closed.id, name: 'x', required: true }
  const id = { id: meetingInvitees.id }
  await only(['maker'], keys, (tx) => tx.insert(meetingInvitees).values(fresh).returning(id), 'invite')
  await only(
    ['maker'],
    keys,
    (tx) => tx.update(meetingInvitees).set({ required: false }).where(parent(closed)).returning(id),
    'must',
  )
  await only(
    [],
    keys,
    (tx) =>
      tx.update(meetingLinks).set({ tokenDigest: 'mine' }).where(eq(meetingLinks.meetingId, closed.id)).returning(),
    'key',
  )
  const link = { schoolId: school, meetingId: closed.id, tokenDigest: 'mine' }
  await only([], keys, (tx) => tx.delete(meetingLinks).where(eq(meetingLinks.meetingId, closed.id)).returning(), 'gone')
  await only(
    ['maker'],
    keys,
    async (tx) => {
      const newcomer = crypto.randomUUID()
      await tx.insert(meetingInvitees).values({ ...fresh, id: newcomer })
      await tx.insert(meetingLinks).values({ ...link, id: newcomer })
      return [newcomer]
    },
    'a link of her own',
  )
  await only(['maker'], keys, (tx) => tx.delete(meetingInvitees).where(parent(closed)).returning(id), 'left out')
})

test('in which language a link is read, only that link says, and of itself', async () => {
  const id = { id: meetingInvitees.id }
  const reads = (one: Asked, name: string) => (tx: Parameters<Parameters<typeof only>[2]>[0]) =>
    tx
      .update(meetingInvitees)
      .set({ language: 'en' })
      .where(and(eq(meetingInvitees.meetingId, one.id), eq(meetingInvitees.id, one.invitees[name]!)))
      .returning(id)
  await only(['link:parent'], keys, reads(closed, 'Ouder Een'), 'the parent')
  await only(['link:face'], keys, reads(closed, 'Lotte Logopedist'), 'the face')
  await only([], keys, reads(open, 'Lotte Logopedist'), 'not another’s, also where all is shown')
  await only([], keys, reads(closed, 'Ineke Begeleider'), 'a colleague chooses hers for herself')
  const itself = eq(meetingInvitees.id, closed.invitees['Ouder Een']!)
  await only(
    ['maker'],
    keys,
    (tx) => tx.update(meetingInvitees).set({ required: false }).where(itself).returning(id),
    'a link says nothing else',
  )
})

test('moments are offered by the maker, and by others where that was chosen', async () => {
  const add = (one: Asked) => (tx: Parameters<Parameters<typeof only>[2]>[0]) =>
    tx
      .insert(meetingOptions)
      .values({ schoolId: school, meetingId: one.id, startsAt: new Date('2026-12-09T10:00:00Z') })
      .returning({ id: meetingOptions.id })
  await only(['maker'], keys, add(closed), 'closed')
  await only(['maker', 'invited', 'link:parent, open'], keys, add(open), 'open')
  await only(
    ['maker', 'invited', 'link:parent', 'link:face'],
    keys,
    (tx) => tx.select().from(meetingOptions).where(eq(meetingOptions.meetingId, closed.id)),
    'seen',
  )
  await only(
    ['maker'],
    keys,
    (tx) => tx.delete(meetingOptions).where(eq(meetingOptions.meetingId, open.id)).returning({ id: meetingOptions.id }),
    'withdrawn',
  )
})

test('one answers for oneself only, while it is open; what is not hers is not changed', async () => {
  const answer = (one: Asked, name: string) => (tx: Parameters<Parameters<typeof only>[2]>[0]) =>
    tx
      .insert(meetingAnswers)
      .values({
        schoolId: school,
        meetingId: one.id,
        optionId: one.options[0]!,
        inviteeId: one.invitees[name]!,
        stage: 'no',
      })
      .onConflictDoUpdate({
        target: [meetingAnswers.schoolId, meetingAnswers.meetingId, meetingAnswers.optionId, meetingAnswers.inviteeId],
        set: { stage: 'no' },
      })
      .returning({ id: meetingAnswers.optionId })
  await only(['link:parent'], keys, answer(closed, 'Ouder Een'), 'the parent')
  await only(['invited'], keys, answer(closed, 'Ineke Begeleider'), 'a colleague')
  await only(['maker'], keys, answer(closed, 'Joris Juf'), 'the maker, again')
  await only([], keys, answer(done, 'Ouder Een'), 'fixed already')
  const its = and(eq(meetingAnswers.meetingId, closed.id), eq(meetingAnswers.inviteeId, closed.invitees['Joris Juf']!))
  await only(['maker'], keys, (tx) => tx.select().from(meetingAnswers).where(its), 'seen')
  await only([], keys, (tx) => tx.delete(meetingAnswers).where(its).returning(), 'never removed')
  const shown = and(eq(meetingAnswers.meetingId, open.id), eq(meetingAnswers.inviteeId, open.invitees['Joris Juf']!))
  await only(
    ['maker', 'invited', 'link:parent, open'],
    keys,
    (tx) => tx.select().from(meetingAnswers).where(shown),
    'shown',
  )
})
