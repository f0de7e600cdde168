import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { GateLetter } from '#kit/gate/gate.ts'
import type { Letter } from '#kit/mail/send.ts'
import * as table from '../src/rooms/agreements/mails/table.ts'
import * as arrivals from '../src/rooms/arrivals/mails/letters.ts'
import * as handovers from '../src/rooms/handovers/mails/letters.ts'
import * as partings from '../src/rooms/handovers/partings/mails/letters.ts'
import * as integrations from '../src/rooms/integrations/mails/letters.ts'
import * as meetings from '../src/rooms/meetings/mails/letters.ts'
import * as desk from '../src/rooms/plans/desk/mails/letters.ts'
import * as resolutions from '../src/rooms/plans/letters/mails/letters.ts'
import * as requests from '../src/rooms/requests/mails/letters.ts'
import * as surveys from '../src/rooms/surveys/mails/letters.ts'
import * as welcome from '../src/rooms/welcome/mails/letters.ts'

/** Every letter of every room, in both languages: no word is missing, and none is left in the other. */
const rooms = join(import.meta.dirname, '../src/rooms')
const [to, name, school, link] = ['x@example.org', 'X', 'Y', 'https://z.example/1']
const day = '2026-11-24'
type Say = (language: string) => Letter[]

const request = (language: string) => ({ to, name, school, asker: 'Z', language })
const question = { what: 'Q', forWhom: null, wishDay: day, answerBy: day, source: 'S' }
const ways = [
  { link, replyTo: 'r@z.example' },
  { link, replyTo: undefined },
]
const about = { title: 'T', minutes: 30, makerName: 'M', schoolName: school }
const readers = (language: string) => [true, false].map((inside) => ({ name, mail: to, link, inside, language }))
const when = { startsAt: new Date('2026-11-24T09:00:00Z'), endsAt: new Date('2026-11-24T10:00:00Z') }
const calendar = { method: 'REQUEST', content: 'x' } as const
const series = { repeats: 'week' as const, dates: [{ startsAt: when.startsAt, off: null }] }
const vote = { schoolName: school, closesOn: day, name, mail: to, link }
const gate = ['password-changed', 'passkey-added', 'second-step-stopped'] as const

const letters: Record<string, Record<string, Say>> = {
  'agreements/mails/table.ts': { tableLetter: (l) => [table.tableLetter({ to, name, school, link }, l)] },
  'arrivals/mails/letters.ts': {
    packLetter: (l) => [arrivals.packLetter({ to, name, school, asker: 'Z' }, [{ title: 'T', lines: ['1'] }], l)],
  },
  'handovers/mails/letters.ts': {
    letterAbout: (language) =>
      (['asked', 'declined', 'fell'] as const).map((one) => handovers.letterAbout(one, { to, name, link, language })),
  },
  'handovers/partings/mails/letters.ts': {
    whoFollowsLetter: (l) => [partings.whoFollowsLetter({ to, name, school, link }, l)],
    namedLetter: (l) => [partings.namedLetter({ to, name, link }, l)],
  },
  'integrations/mails/letters.ts': {
    endsLetter: (language) => [
      integrations.endsLetter({ to, maker: 'M', name, until: day, baseUrl: 'https://z.example', language }),
    ],
    stoppedLetter: (language) => [
      integrations.stoppedLetter({ to, maker: 'M', name, baseUrl: 'https://z.example', language }),
    ],
  },
  'meetings/mails/letters.ts': {
    askLetter: (l) => readers(l).flatMap((one) => [true, false].map((b) => meetings.askLetter(about, one, day, b))),
    makerLetter: (language) =>
      (['complete', 'due'] as const).map((kind) =>
        meetings.makerLetter(kind, about, { name, mail: to, link, answered: 1, invited: 2, language }),
      ),
    appointmentLetter: (l) =>
      (['fixed', 'moved', 'cancelled', 'date.moved', 'date.cancelled'] as const).flatMap((kind) =>
        readers(l).map((one) =>
          meetings.appointmentLetter(kind, { ...about, ...when, place: '', series }, one, calendar, undefined),
        ),
      ),
    endedLetter: (l) => readers(l).map((one) => meetings.endedLetter(about, one)),
    leftOutLetter: (l) =>
      readers(l).flatMap((one) => [calendar, undefined].map((c) => meetings.leftOutLetter(about, one, c, undefined))),
  },
  'plans/desk/mails/letters.ts': {
    noText: () => [],
    noLetter: (l) =>
      [true, false].map((atOnce) => desk.noLetter(to, { contact: null, name, school, asker: 'Z', atOnce }, l)),
  },
  'plans/letters/mails/letters.ts': {
    letterText: () => [],
    letterSubject: () => [],
    resolutionLetter: (l) =>
      [day, null].flatMap((askUntil) =>
        (['involved', 'informed'] as const).flatMap((way) =>
          [true, false].map((past) =>
            resolutions.resolutionLetter(
              {
                ...{ to, name, school, title: 'T', about: null, decidesOn: day, askUntil, way, past, asker: 'Z' },
                replyTo: undefined,
              },
              l,
            ),
          ),
        ),
      ),
  },
  'requests/mails/letters.ts': {
    askLetter: (l) =>
      ways.flatMap((way) => [true, false].map((again) => requests.askLetter(request(l), question, way, again))),
    linkLetter: (l) =>
      ways.flatMap((way) => (['more', 'link'] as const).map((kind) => requests.linkLetter(kind, request(l), way))),
    closedLetter: (l) => [requests.closedLetter(request(l))],
    leftOutLetter: (l) => [requests.leftOutLetter(request(l), ['quote', 'attachment', 'personal'])],
    accountLetter: (l) => [requests.accountLetter(request(l), link)],
    newsLetter: (language) =>
      (['news', 'overdue'] as const).map((kind) => requests.newsLetter(kind, { to, name, about: 'A', link, language })),
    codeLetter: (l) => [requests.codeLetter(to, '123456', l)],
  },
  'surveys/mails/letters.ts': {
    voteLetter: (language) =>
      (['open', 'totals', 'sounding'] as const).flatMap((kind) =>
        [true, false].map((again) => surveys.voteLetter({ ...vote, kind, language }, again)),
      ),
  },
  'welcome/mails/letters.ts': {
    inviteLetter: (language) => [welcome.inviteLetter({ to, name, organisation: school, language, link, until: day })],
    partnerLetter: (language) => [
      welcome.partnerLetter({ to, name, school, partner: 'P', source: 'S', language, link, until: day }),
    ],
    gateLetter: (language) => {
      const said: GateLetter[] = [
        { to, name, language, kind: 'reset', token: 't', minutes: 60 },
        { to, name, language, kind: 'link', token: 't', minutes: 15, path: '/' },
        { to, name, language, kind: 'provider-linked', provider: 'P' },
        ...gate.map((kind) => ({ to, name, language, kind })),
      ]
      return said.map((one) => welcome.gateLetter(one, 'https://z.example'))
    },
  },
}

const found = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/mails\/[^/]+\.tsx?$/.test(path) && !path.includes('.test.'))
  .sort()

test('no letter of any room is left out here', async () => {
  assert.deepEqual(Object.keys(letters).sort(), found)
  for (const path of found) {
    const written = Object.entries((await import(join(rooms, path))) as Record<string, unknown>)
    const functions = written.filter(([, one]) => typeof one === 'function').map(([of]) => of)
    assert.deepEqual(Object.keys(letters[path]!).sort(), functions.sort(), path)
  }
})

const dutch =
  /\b(de|het|een|van|uw|u|je|jij|jouw|wij|ons|niet|geen|voor|met|aan|naar|bij|op|uit|dit|deze|wordt|beste|dag|graag|vraag|nog|ook|wie|wat|hier|collega|school vraagt|di|wo|vr|za|zo|dinsdag)\b/i
const english = /\b(the|you|your|this|that|please|dear|hello|with|from|for|not|who|what|here|and|tue|tuesday)\b/i
/** Who gets a Dutch letter as a parent may read no Dutch: there a line of English is meant to stand. */
const meant = (text: string) => text.replace(/^In English: .*$/gm, '')
const sayings = (language: string) =>
  Object.entries(letters).flatMap(([path, each]) =>
    Object.entries(each).flatMap(([of, say]) => say(language).map((letter) => ({ of: `${path} ${of}`, letter }))),
  )

test('each is whole in both languages, and in no two at once', () => {
  for (const [language, other] of [
    ['nl', english],
    ['en', dutch],
  ] as const)
    for (const { of, letter } of sayings(language)) {
      const text = `${letter.subject}\n${meant(letter.text)}`
      assert.doesNotMatch(text, /[{}]|undefined|null|letter\.|NaN/, `${language} ${of}`)
      const left = other.exec(text.replaceAll(link, ''))?.[0]
      assert.equal(left, undefined, `${language} ${of}: “${left}” in\n${text}`)
      assert.equal(letter.to, to)
    }
  const [nl, en] = [sayings('nl'), sayings('en')]
  for (const [place, { of, letter }] of nl.entries()) {
    const theirs = en[place]!.letter
    assert.ok(letter.subject !== theirs.subject && letter.text !== theirs.text, `${of} is the same in both`)
  }
})
