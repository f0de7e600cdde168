import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Hono } from 'hono'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database } from '#kit/db/database.ts'
import type { Gate } from '#kit/gate/gate.ts'
import { readBody, readUpload } from '#kit/http/body.ts'
import type { Inside } from '#kit/http/types.ts'
import type { Refusal } from '#kit/sheet/sheet.ts'
import { LanguageContext } from '#kit/words/words.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { addRelation } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { type Frame, renderPage } from '#ui/frame.tsx'
import type { NoteCode } from '../import/partner.ts'
import { inside } from '../routes.tsx'
import { FIELDS } from './forms.ts'
import { words as said } from './words/words.ts'

const today = '2026-11-21'
const nasty = `<script>alert(1)</script>"'&`
let db: Database
let me: Actor

before(async () => {
  db = await freshDatabase()
  me = await actingAsKeeper(db, async (tx) => {
    const [school] = await tx
      .insert(organisations)
      .values({ kind: 'school', name: 'De Eik', source: 'typed' })
      .returning()
    const organisationId = school!.id
    const [person] = await tx.insert(people).values({ name: 'Bo', source: 'test', notedBy: organisationId }).returning()
    await tx.insert(memberships).values({ organisationId, personId: person!.id, roles: ['directeur'], days: [] })
    return recognise({ accountId: 'Bo', personId: person!.id, organisationId, roles: ['directeur'] })
  })
  const bare = {
    type: null,
    place: null,
    postcode: null,
    website: null,
    phone: null,
    levels: [],
    scale: null,
    since: null,
    ownerId: null,
    deputyId: null,
  }
  const known = {
    ...bare,
    name: 'Bieb',
    form: 'organisation' as const,
    obligation: null,
    legalNote: null,
    motives: [],
    about: null,
    faces: [],
  }
  await actingAs(db, me, (tx) => addRelation(tx, me, known))
})

const frame = {
  language: 'nl',
  dir: 'ltr',
  nonce: '',
  assets: { css: '', js: '' },
  nav: [],
  words: { product: 'KL', skip: '', nav: '', menu: '' },
  footer: { links: [] },
} as unknown as Frame

/** The room on its own, without the rest of the house. */
function visit(path: string, body?: FormData) {
  const house = new Hono<Inside>()
  house.use(async (c, next) => {
    c.set('language', 'nl')
    c.set('today', today)
    c.set('now', new Date(`${today}T09:00:00Z`))
    // She has just signed in.
    c.set('gate', { whoIs: async () => ({ freshAt: c.var.now }) } as unknown as Gate)
    c.set('me', me)
    c.set('work', (work) => actingAs(db, me, (tx) => work(tx, me)))
    c.set('body', () => readBody(c))
    c.set('upload', (field) => readUpload(c, field))
    c.set('tell', () => {})
    c.set('page', (node, status = 200) =>
      c.html(renderPage(frame, <LanguageContext.Provider value="nl">{node}</LanguageContext.Provider>), status),
    )
    await next()
  })
  house.route('/', inside)
  return house.request(path, body ? { method: 'POST', body } : {})
}

const form = (values: Record<string, string | Blob>) => {
  const filled = new FormData()
  for (const [name, value] of Object.entries(values)) filled.append(name, value)
  return filled
}
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      plainOf(value!),
    ]),
  )
const plainOf = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const chosen = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="(column\.\d+)"[\s\S]*?<\/select>/g)].map(([select, name]) => [
      name!,
      /value="([^"]*)" selected/.exec(select)?.[1] ?? '',
    ]),
  )

test('a list goes from file to partners in three pages, carried by the pages themselves', async () => {
  const csv = `Naam;Wat doen ze;Contactpersoon;Telefoon\nLogopedie ${nasty.replace(/"/g, '')};logopedie;Els Bos;06-11223344\nBieb;bibliotheek;;\n;;;\n06-1;x;;\n`
  const mapping = await (await visit('/netwerk/lijst', form({ file: new File([csv], 'net.csv'), pasted: '' }))).text()
  assert.match(mapping, /Bijvoorbeeld: /)
  assert.doesNotMatch(mapping, /<script>alert/)
  assert.equal(chosen(mapping)['column.0'], 'name')
  const preview = await (
    await visit('/netwerk/lijst/voorbeeld', form({ ...hidden(mapping), ...chosen(mapping) }))
  ).text()
  assert.match(words(preview), /bestaat al\?[\s\S]*Ja: vul aan wat nog leeg is/)
  assert.match(mapping, /data-turbo="false"/)
  assert.match(words(preview), /Dit lukt nog niet[\s\S]*Dit is geen naam/)
  assert.doesNotMatch(preview, /<script>alert/)
  const taken = await visit('/netwerk/lijst/overname', form(hidden(preview)))
  assert.equal(taken.status, 303, await taken.text())
  assert.match(words(await (await visit('/netwerk?zoek=els')).text()), /Logopedie/)
  assert.match(await (await visit('/netwerk/lijst.csv')).text(), /^\ufeff?Partner;Vorm;Type/)
})

test('a file of the wrong kind gets a sentence, and what was pasted stays', async () => {
  const given = async (file: Blob | string, pasted = '') => {
    const answer = await visit('/netwerk/lijst', form({ file, pasted }))
    return [answer.status, words(await answer.text())] as const
  }
  const cases: [Blob | string, RegExp, number][] = [
    ['', /Kies een bestand of plak/, 422],
    [new File([], 'leeg.csv'), /Dit bestand is leeg/, 422],
    [new File(['%PDF-1.7 ...'], 'a.pdf'), /Dit is geen lijst/, 422],
    [new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])], 'a.xls'), /oud Excel-bestand/, 422],
    [new File(['PK\u0003\u0004kapot'], 'a.xlsx'), /kapot|geen lijst/, 422],
    [new File(['Naam\n'.repeat(2500)], 'lang.csv'), /langer dan 2000 regels/, 422],
    [new File(['x'.repeat(11_000_000)], 'groot.csv'), /te groot/, 413],
    [new File(['x'.repeat(50_000_000)], 'heel groot.csv'), /te groot/, 413],
  ]
  for (const [file, sentence, status] of cases) {
    const [answered, text] = await given(file)
    assert.match(text, sentence)
    assert.equal(answered, status, text.slice(0, 300))
  }
  assert.match((await given(new File(['%PDF'], 'a.pdf'), 'mijn lijst'))[1], /mijn lijst/)
  const broken = await visit('/netwerk/lijst', form({ pasted: 'Naam;Telefoon\n"Bieb;06\nx;"' }))
  assert.equal(broken.status, 200)
  assert.equal((await visit('/netwerk/lijst/voorbeeld', form({ kept: '{' }))).status, 422)
})

test('everything that reading a list can say has words', () => {
  const notes = [
    'phone-unclear',
    'mail-unclear',
    'mail-repaired',
    'website-unclear',
    'postcode-unclear',
    'day-unclear',
    'only-month',
    'only-year',
    'last-of-month',
    'ended-already',
    'not-taken',
    'days-unclear',
    'days-guessed',
    'word-unclear',
    'too-many-motives',
    'house-number-mended',
    'type-guessed',
    'type-unknown',
    'phone-more',
    'mail-more',
    'owner-unknown',
    'owner-several',
    'shifted',
    'merged',
    'added-to-above',
    'names-child',
  ] as const satisfies readonly NoteCode[]
  const wrong = [
    'empty',
    'too-large',
    'not-a-table',
    'broken',
    'old-xls',
    'other-spreadsheet',
    'password',
  ] as const satisfies readonly Refusal[]
  // Not one left out: the compiler refuses these when the engine learns a new one.
  const noteLeft: Exclude<NoteCode, (typeof notes)[number]> extends never ? true : false = true
  const wrongLeft: Exclude<Refusal, (typeof wrong)[number]> extends never ? true : false = true
  const keys = [
    ...notes.map((code) => `note.${code}`),
    ...wrong.map((code) => `lists.error.${code}`),
    ...FIELDS.map((field) => `field.${field}`),
    ...['no-name', 'not-a-name', 'too-long', 'remark'].map((code) => `bad.${code}`),
    ...['type-name', 'check-columns', 'shorten', 'leave-out'].map((code) => `remedy.${code}`),
  ]
  for (const language of ['nl', 'en']) for (const key of keys) assert.ok(key in said.in(language), key)
  assert.ok(noteLeft && wrongLeft)
})
