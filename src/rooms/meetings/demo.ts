import type { Actor } from '#kit/db/actor.ts'
import type { Town } from '#kit/http/types.ts'
import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { sayWhen } from './answering/actions.ts'
import { openedBy } from './answering/queries.ts'
import { type At, askAll, makeMeeting } from './asking/actions.ts'
import { whoCanBeAsked } from './asking/queries.ts'
import { digestOf, tokenOf } from './asking/rules.ts'
import { demoPast, type Past } from './content/demo-past.ts'
import { fixMeeting } from './fixing/actions.ts'
import { beginPoints } from './points/actions.ts'
import { usualPoints } from './points/words/words.ts'
import { inviteesOf, optionsOf } from './queries.ts'
import type { MeetingKind, Stage } from './tables.ts'
import { keepWishes } from './wishes/actions.ts'

type Told = {
  title: string
  kind: MeetingKind
  minutes: number
  colleagues: string[]
  faces: string[]
  at: string[]
  outsiders?: Outsiders
  /** Instead of the usual points of its kind. */
  points?: readonly string[]
}
type Outsiders = { name: string; mail: string }[]

/**
 * Marjolein asks when Sanne, Joost and a parent can; Nadia has fixed the meeting about the year's partners, and has a working
 * group in draft. Ilse of Het Molentje asks Sanne too: that waits on Sanne’s own Vandaag. Four meetings are over.
 */
export async function demo(town: Town) {
  for (const past of demoPast) await tellPast(town, past)
  const ib = town.actors.get('Marjolein van Veen')!
  const head = town.actors.get('Nadia Bouzid')!
  const next = (weekday: number): Day => dayPlus(town.today, 7 + ((weekday - weekdayOf(town.today) + 7) % 7))
  const poll = await askIn(town, ib, {
    ...{
      title: 'Overleg',
      kind: 'consultation',
      minutes: 45,
      colleagues: ['Joost Hendriks'],
      faces: ['Sanne ter Horst'],
      outsiders: [{ name: 'Ans de Boer', mail: 'ans.de.boer@ouders.example' }],
    },
    at: [`${next(1)}T15:15`, `${next(2)}T15:15`, `${next(4)}T15:15`],
  })
  await answerIn(town, ib, poll, { 'Sanne ter Horst': ['no', 'yes', 'if_needed'], 'Ans de Boer': ['yes', 'yes', 'no'] })
  const fixed = await askIn(town, head, {
    ...{ title: 'Voortgang samenwerking', kind: 'review', minutes: 60 },
    ...{ colleagues: ['Marjolein van Veen', 'Peter Smit'], faces: [], at: [`${next(2)}T15:30`] },
  })
  await fixIn(town, head, fixed, 'teamkamer')
  await askIn(town, town.actors.get('Ilse Wagenaar')!, {
    ...{ title: 'Kennismaking', kind: 'introduction', minutes: 30, colleagues: [], faces: ['Sanne ter Horst'] },
    ...{ at: [`${next(3)}T15:15`, `${next(4)}T12:15`], outsiders: [] },
  })
  await draftIn(town, head, ['Marjolein van Veen', 'Joost Hendriks', 'Peter Smit'], 'Sanne ter Horst')
}

/** Not asked yet: it goes on from two of the others, and Sanne travels. */
const draftIn = (town: Town, who: Actor, colleagues: readonly string[], face: string) =>
  town.as(who, async (tx, me) => {
    const known = await whoCanBeAsked(tx, me, town.today)
    const idsOf = (all: readonly { personId: string; name: string }[]) =>
      all.flatMap(({ name, personId }) => (colleagues.includes(name) ? [personId] : []))
    const faces = known.faces.flatMap(({ name, id }) => (name === face ? [id] : []))
    const more = { title: 'Werkgroep taal', kind: 'working_group', minutes: 60 } as const
    const made = await makeMeeting(
      tx,
      me,
      { ...more, colleagues: idsOf(known.colleagues), faces, outsiders: [] },
      town.today,
    )
    if (!made.ok) throw new Error(`no draft: ${made.because}`)
    await beginPoints(tx, me, made.id, usualPoints('nl', 'working_group'))
    const invitees = await inviteesOf(tx, { schoolId: me.organisationId, id: made.id })
    const kept = await keepWishes(tx, me, made.id, {
      ...{ answerBy: dayPlus(town.today, 5), showsAnswers: false, showsMails: false, takesOptions: false, quorum: 2 },
      required: invitees.flatMap(({ id, personId }) => (personId === me.personId ? [id] : [])),
      travels: new Map(invitees.flatMap(({ id, faceId }) => (faceId ? [[id, 20]] : []))),
    })
    if (!kept.ok) throw new Error(`no wishes: ${kept.because}`)
  })

/** Asked so many days before it was, answered the day after, fixed some days later. */
async function tellPast(town: Town, { by, weeksAgo, weekday, time, askedBefore, fixedBefore, ...told }: Past) {
  const who = town.actors.get(by)
  if (!who) throw new Error(`The story has no ${by}.`)
  const daysAgo = ((weekdayOf(town.today) - weekday + 7) % 7 || 7) + 7 * weeksAgo
  const held = dayPlus(town.today, -daysAgo)
  const { place, said, also, ...asking } = told
  const before = (days: number) => at({ today: dayPlus(held, -days) })
  const moments = [`${held}T${time}`, ...also.map((later) => `${dayPlus(held, later)}T${time}`)]
  const id = await askIn(town, who, { ...asking, at: moments }, before(askedBefore))
  await answerIn(town, who, id, said, before(askedBefore - 1))
  await fixIn(town, who, id, place, before(fixedBefore))
}

/** The first of the moments that were offered. */
const fixIn = (town: Town, who: Actor, id: string, place: string, on = at(town)) =>
  town.as(who, async (tx, me) => {
    const [option] = await optionsOf(tx, { schoolId: me.organisationId, id })
    const done = await fixMeeting(tx, me, id, { startsAt: option!.startsAt, spaceId: null, place }, on)
    if (!done.ok) throw new Error(`not fixed: ${done.because}`)
  })

const at = ({ today }: Pick<Town, 'today'>): At => ({ today, now: new Date(`${today}T08:00:00Z`) })

const askIn = (town: Town, who: Actor, told: Told, on = at(town)) =>
  town.as(who, async (tx, me) => {
    const known = await whoCanBeAsked(tx, me, on.today)
    const made = await makeMeeting(
      tx,
      me,
      {
        ...{ title: told.title, kind: told.kind, minutes: told.minutes },
        colleagues: known.colleagues.flatMap(({ name, personId }) =>
          told.colleagues.includes(name) ? [personId] : [],
        ),
        faces: known.faces.flatMap(({ name, id }) => (told.faces.includes(name) ? [id] : [])),
        outsiders: told.outsiders ?? [],
      },
      on.today,
    )
    if (!made.ok) throw new Error(`no meeting: ${made.because}`)
    await beginPoints(tx, me, made.id, told.points ?? usualPoints('nl', told.kind))
    const required = (await inviteesOf(tx, { schoolId: me.organisationId, id: made.id })).map(({ id }) => id)
    const more = {
      required,
      quorum: null,
      travels: new Map(),
      showsAnswers: false,
      showsMails: false,
      takesOptions: true,
    }
    const asked = await askAll(tx, me, made.id, { moment: told.at, answerBy: dayPlus(on.today, 5), ...more }, on)
    if (!asked.ok) throw new Error(`not asked: ${asked.because}`)
    return made.id
  })

async function answerIn(town: Town, who: Actor, id: string, said: Record<string, readonly Stage[]>, on = at(town)) {
  const one = { schoolId: who.organisationId, id }
  const invitees = await town.as(who, (tx) => inviteesOf(tx, one))
  for (const { id: inviteeId, name } of invitees) {
    const stages = said[name]
    if (!stages) continue
    const key = digestOf(tokenOf(one, inviteeId))
    await town.asGuest(key, async (tx) => {
      const opened = await openedBy(tx, key)
      const options = await optionsOf(tx, one)
      const answers = options.map((option, nth) => ({ optionId: option.id, stage: stages[nth] ?? 'no' }))
      if (opened) await sayWhen(tx, { meeting: opened.meeting, inviteeId }, answers, on.now)
    })
  }
}
