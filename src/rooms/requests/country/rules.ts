import type { Chance } from '#kit/chance/chance.ts'
import type { Thing } from '#kit/chance/country.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { answerByFor } from '../rules.ts'
import type { MomentKind, Side } from '../tables.ts'

export type Held = {
  staff: readonly Thing[]
  lines: readonly Thing[]
  faces: readonly Thing[]
  school: string
  today: Day
}

const matters = [
  'Kunnen jullie in de teamvergadering vertellen wat er dit jaar anders is?',
  'We zoeken een les over gezond eten die past bij het thema van mei.',
  'Wie komt er na de zomer bij ons langs, en op welke dag?',
  'Kunnen we de afspraken over bereikbaarheid nog een keer doornemen?',
  'Is er plek om met twee groepen op bezoek te komen?',
]
const whom = ['groep 5 en 6', 'het team', 'de onderbouw', 'ouders van groep 8']

type Told = { kind: MomentKind; side: Side }
const ways: readonly (readonly Told[])[] = [
  [],
  [{ kind: 'seen', side: 'asked' }],
  [{ kind: 'accepted', side: 'asked' }],
  [{ kind: 'declined', side: 'asked' }],
  [
    { kind: 'accepted', side: 'asked' },
    { kind: 'answered', side: 'asked' },
  ],
  [
    { kind: 'accepted', side: 'asked' },
    { kind: 'answered', side: 'asked' },
    { kind: 'done', side: 'asking' },
  ],
  [{ kind: 'withdrawn', side: 'asking' }],
]
// What is older than a month has mostly come to an end.
const oldWays = [ways[5]!, ways[5]!, ways[5]!, ways[6]!]

/** What one school asked in a year: some fifteen questions, a few of which still wait. */
export const inventRequests = (chance: Chance, held: Held) =>
  Array.from({ length: chance.between(8, 22) }, () => inventRequest(chance, held))

function inventRequest(chance: Chance, { staff, lines, faces, school, today }: Held) {
  const ago = chance.between(0, 330)
  const asked = dayPlus(today, -ago)
  const wishDay = dayPlus(asked, chance.between(7, 30))
  const face = chance.falls(85) ? chance.pick(faces) : undefined
  const relationId = face ? (face.as[0] ?? null) : chance.falls(50) ? (chance.pick(lines)?.id ?? null) : null
  const id = chance.uuid()
  const askedBy = chance.pick(staff).id
  return {
    ...{ id, relationId, personId: relationId ? null : chance.pick(staff).id, askedBy, schoolName: school },
    ...{ level: chance.falls(60) ? ('group' as const) : ('organisation' as const), what: chance.pick(matters) },
    ...{ forWhom: chance.pick(whom), wishDay, answerBy: answerByFor(asked, wishDay), createdAt: at(asked, 9) },
    moments: inventMoments(chance, { asked, askedBy, ago }),
    link: face && inventLink(chance, face, asked),
  }
}
export type InventedRequest = ReturnType<typeof inventRequest>

function inventMoments(chance: Chance, { asked, askedBy, ago }: { asked: Day; askedBy: string; ago: number }) {
  const told: readonly Told[] = [{ kind: 'asked', side: 'asking' }, ...chance.pick(ago > 30 ? oldWays : ways)]
  return told.map(({ kind, side }, place) => ({
    ...{ id: chance.uuid(), kind, side, at: at(dayPlus(asked, Math.min(place * 3, ago)), 9 + place) },
    personId: side === 'asking' ? askedBy : null,
    text: kind === 'answered' ? 'Dat kan. We bellen volgende week om een dag te kiezen.' : null,
    reason: kind === 'declined' ? ('full' as const) : null,
    outcome: kind === 'done' ? chance.pick(['helped', 'helped', 'partly', 'not'] as const) : null,
  }))
}

/** Digests of nothing: no key in the world opens this. */
const inventLink = (chance: Chance, { id: faceId, as: [, name = '', mail = ''] }: Thing, asked: Day) => ({
  ...{ id: chance.uuid(), faceId, name, mail, sentAt: at(asked, 9), expiresAt: at(dayPlus(asked, 90), 9) },
  ...{ tokenDigest: `verzonnen ${chance.uuid()}`, replyDigest: `verzonnen ${chance.uuid()}` },
})

const at = (day: Day, hour: number) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
