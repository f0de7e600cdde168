import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { engine } from '#test/engine.ts'
import { encoded, type Fields, type Served, serveHouse, type Visitor } from '../served.ts'
import { type Address, addressesOf, places } from './addresses.ts'
import { type FoundForm, filledIn, walk } from './forms.ts'
import { anotherHead, aPersonalLink, furnish, someMeetings } from './furnish.ts'
import { type Field, formsOf } from './page.ts'
import { heavy, nasty, perField, rawMark, someOf } from './strings.ts'
import { pour, wrongFiles } from './uploads.ts'

/**
 * Every form with the nastiest strings and files: a sentence, the form filled in, never a 500. `npm test` gives each form
 * every string, several at once over its fields, and each field one alone, in turns; `npm run test:long` tries every
 * string in every field.
 */
const inFull = Boolean(process.env['TEST_LONG'])
const head = 'zita.zandbak@dewaterlelie.example'
const partner = 'sanne.terhorst@spraakwijzer.example'

let house: Served
let forms: (FoundForm & { as: string })[]
let posts: Address[]
let tried = 0
const statuses: Record<number, number> = {}

before(async () => {
  house = await serveHouse({ town: true })
  await anotherHead(house, head)
  await furnish(await visitor(head))
  const link = await aPersonalLink(house, await visitor(head))
  const asked = await someMeetings(house, await visitor(head))
  // What a script asks for takes no form.
  posts = addressesOf(house.app).filter(({ method, path }) => method === 'POST' && !path.endsWith('/opdracht'))
  const found = []
  for (const [as, from, alike] of [
    // First, as who asked may end the link it came by.
    ['', [link, asked, '/', '/wachtwoord', '/wachtwoord/woord', '/inloggen/code', '/taal'], 2],
    [head, ['/', '/mij/bevestiging'], 6],
    [partner, ['/'], 2],
  ] as const)
    found.push(...(await walk(await visitor(as), { from: [...from], alike })).forms.map((form) => ({ ...form, as })))
  found.push(...(await further(found)))
  const once = new Map(found.map((form) => [`${keyOf(form)} ${form.fields.map(({ name }) => name)}`, form]))
  forms = [...once.values()].sort((x, y) => weight(x) - weight(y))
})

const signedIn = new Map<string, Visitor>()
/** Signed in once, and again when a form has ended that. */
async function visitor(mail: string): Promise<Visitor> {
  const known = mail ? (signedIn.get(mail) ?? (await house.as(mail))) : house.nobody()
  signedIn.set(mail, known)
  return known
}

/** The steps behind an upload: their forms only exist once a list has been given. */
async function further(found: readonly (FoundForm & { as: string })[]) {
  const steps: (FoundForm & { as: string })[] = []
  for (const form of found.filter(({ upload }) => upload)) {
    const list = new File(['naam;functie;mail\r\nVera Vrolijk;leerkracht;vera@vrolijk.example\r\n'], 'lijst.csv')
    for (let [next, depth] = [form as FoundForm | undefined, 0]; next && depth < 4; depth += 1) {
      const answer = await send(form.as, next, filledIn(next.fields), list)
      const [onward] = formsOf(await answer.text()).filter(({ action }) => action.startsWith(`${form.action}/`))
      next =
        onward && !steps.some(({ action }) => action === onward.action) ? { ...onward, page: form.page } : undefined
      if (next) steps.push({ ...next, as: form.as })
    }
  }
  return steps
}

async function send(as: string, form: FoundForm, fields: Fields, file?: File): Promise<Response> {
  const who = await visitor(as)
  if (weight(form) > 0) signedIn.clear()
  if (!form.upload) return who.post(form.action, fields)
  const body = new FormData()
  for (const [name, value] of encoded(fields)) body.append(name, value)
  const place = form.fields.find(({ kind }) => kind === 'file')?.name
  if (file && place) body.append(place, file)
  return who.ask(form.action, { method: 'POST', body })
}

test('every address that takes a form was reached by a form', () => {
  const reached = (address: Address) => forms.some(({ action }) => fits(address, action))
  const unreached = posts.filter((address) => !reached(address)).map(({ path }) => path)
  // These stand on pages that nobody in the town can come to at this moment; the bodies of other kinds below reach them.
  console.log(`  ${forms.length} forms; without a form in the town: ${unreached.join(', ') || 'none'}`)
  assert.ok(unreached.length <= posts.length / 3, unreached.join(', '))
})

test('the nastiest strings in every field at once', async () => {
  const wrong: string[] = []
  for (const form of forms.filter((one) => weight(one) === 0))
    for (const [what, fields] of bodiesFor(form, Object.keys(nasty))) wrong.push(...(await judge(form, what, fields)))
  assert.deepEqual(wrong, [])
})

let turn = 0
/** So many of these as come next: over all forms and fields each has its turn as often. */
function inTurn<T>(all: readonly T[], many: number): T[] {
  turn += many
  return Array.from({ length: Math.min(many, all.length) }, (_, at) => all[(turn + at) % all.length]!)
}

/** What a form is tried with: each string in every field, or each string somewhere, as many at once as it has fields. */
function bodiesFor(form: FoundForm, all: readonly string[]): [string, Fields][] {
  const fields = form.fields.filter(({ kind }) => kind !== 'file')
  const widest = fields.find(({ type }) => type === 'textarea') ?? fields[0]
  if (!widest) return [['nothing', {}]]
  const [long, short] = [all.filter((what) => heavy.includes(what)), all.filter((what) => !heavy.includes(what))]
  const alone = (what: string): [string, Fields] => [what, { [widest.name]: given(what) }]
  if (inFull)
    return [
      ...short.map((what): [string, Fields] => [
        what,
        Object.fromEntries(fields.map(({ name }) => [name, given(what)])),
      ]),
      ...long.map(alone),
    ]
  const isTyped = fields.some(({ kind }) => kind === 'text' || kind === 'secret')
  const strings = isTyped ? short : short.filter((what) => someOf.includes(what))
  const together = Array.from({ length: Math.ceil(strings.length / fields.length) }, (): [string, Fields] => {
    const now = inTurn(strings, fields.length)
    const each = fields.map(({ name }, at): [string, string] => [name, now[at % now.length]!])
    return [
      each.map(([name, what]) => `${what} in ${name}`).join(', '),
      Object.fromEntries(each.map(([name, what]) => [name, given(what)])),
    ]
  })
  return [...together, ...inTurn(long, 2).map(alone)]
}

const times: Record<string, number> = {}
function given(what: string) {
  times[what] = (times[what] ?? 0) + 1
  return nasty[what]!
}

test('the nastiest strings in one field, the others as they should be', async () => {
  const wrong: string[] = []
  for (const form of forms.filter((one) => weight(one) === 0))
    for (const field of unlike(form.fields.filter(({ kind }) => kind !== 'file' && kind !== 'button')))
      for (const what of inFull ? perField(field) : inTurn(perField(field), 1))
        wrong.push(
          ...(await judge(form, `${what} in ${field.name}`, { ...fresh(form), [field.name]: given(what) }, field)),
        )
  assert.deepEqual(wrong, [])
})

/** Of fields that are alike but for an id or a number, such as one for each of forty things, two are enough. */
function unlike(fields: readonly Field[]): Field[] {
  const seen = new Map<string, number>()
  return fields.filter(({ name, kind }) => {
    const like = `${kind} ${name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, ':id')}`
    seen.set(like, (seen.get(like) ?? 0) + 1)
    return (seen.get(like) ?? 0) <= 2
  })
}

test('fields that are missing', async () => {
  const wrong: string[] = []
  for (const form of forms.filter((one) => weight(one) === 0)) {
    wrong.push(...(await judge(form, 'no field at all', {})))
    for (const field of unlike(form.fields.filter(({ kind }) => kind !== 'file'))) {
      const { [field.name]: _, ...others } = fresh(form)
      wrong.push(...(await judge(form, `without ${field.name}`, others, field)))
    }
  }
  assert.deepEqual(wrong, [])
})

test('bodies that are no form', async () => {
  const wrong: string[] = []
  const bodies: [string, string, string][] = [
    ['JSON', 'application/json', '{"name":{"$ne":null},"__proto__":{"admin":true}}'],
    ['broken JSON', 'application/json', '{"name":'],
    ['multipart without a boundary', 'multipart/form-data', '--x\r\n'],
    [
      'multipart that stops',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nVro',
    ],
    ['multipart of another boundary', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--\r\n'],
    ['plain text', 'text/plain', 'name=Vrolijk'],
    ['XML', 'application/xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
    ['broken percent signs', 'application/x-www-form-urlencoded', '%=%E0%A4%A&name=%zz&%00=%00'],
    ['no kind', '', 'name=Vrolijk'],
  ]
  for (const address of posts.filter(({ path }) => !path.includes('uitloggen'))) {
    const path = forms.find(({ action }) => fits(address, action))?.action ?? address.path.replace(places, 'woord')
    for (const [what, type, body] of inFull ? bodies : inTurn(bodies, 3)) {
      const who = await visitor(forms.find(({ action }) => action === path)?.as ?? head)
      const answer = await who.ask(path, {
        method: 'POST',
        headers: type ? { 'content-type': type } : {},
        body: Buffer.from(body),
      })
      wrong.push(...(await sentence(answer, `${what} to ${path}`)))
    }
  }
  assert.deepEqual(wrong, [])
})

test('files of the wrong kind', async () => {
  const wrong: string[] = []
  const uploads = forms.filter(takesFile)
  const files = wrongFiles()
  assert.ok(uploads.length >= 2, 'staff and partners can both be brought in from a file')
  for (const form of uploads)
    for (const { what, name, bytes } of files) {
      const answer = await send(form.as, form, filledIn(form.fields), new File([bytes], name))
      wrong.push(...(await sentence(answer, `${what} to ${form.action}`, { ways: [200, 413, 422] })))
    }
  assert.deepEqual(wrong, [])
})

test('fifty megabytes, announced and not', async () => {
  const wrong: string[] = []
  for (const form of forms.filter(takesFile)) {
    const { cookie } = await visitor(form.as)
    for (const announced of [true, false]) {
      const said = `50 MB ${announced ? 'announced' : 'in pieces'} to ${form.action}`
      const before_ = process.memoryUsage().rss
      const answer = await pour(house.url, { path: form.action, cookie, announced })
      const grew = (process.memoryUsage().rss - before_) / 1024 / 1024
      console.log(`  ${said}: ${answer.status}, ${grew.toFixed(0)} MB more in use`)
      wrong.push(...(await sentence(answer, said, { ways: [413] })))
    }
  }
  assert.equal(await (await fetch(`${house.url}/readyz`)).text(), 'ready')
  assert.deepEqual(wrong, [])
})

test('forms that remove, close or sign out, with the nastiest strings', async () => {
  const wrong: string[] = []
  for (const form of forms.filter((one) => weight(one) > 0))
    for (const [what, fields] of bodiesFor(form, someOf)) wrong.push(...(await judge(form, what, fields)))
  assert.deepEqual(wrong, [])
})

test('how much was tried', () => {
  console.log(`  nasty on ${engine}: ${forms.length} forms, ${tried} answers: ${JSON.stringify(statuses)}`)
  assert.ok(tried > 1000)
  // Of the very long strings each form that takes words gets two of the four.
  const typed = forms.filter((one) => weight(one) === 0 && one.fields.some(({ kind }) => kind === 'text')).length
  assert.ok(typed > 100, `${typed} forms take words`)
  for (const what of Object.keys(nasty))
    assert.ok((times[what] ?? 0) >= typed / 3, `${what}: ${times[what]} times in ${typed} forms`)
  assert.deepEqual(
    house.log.filter((line) => line.includes('"error"')),
    [],
  )
})

const takesFile = ({ fields }: FoundForm) => fields.some(({ kind }) => kind === 'file')
/** Filled in as it should be, and not twice the same: a second group of the same name is refused for another reason. */
function fresh(form: FoundForm): Fields {
  const values = filledIn(form.fields)
  for (const { name, kind, type, value } of form.fields)
    if (kind === 'text' && type === 'text' && !value) values[name] = `Vrolijk ${tried}`
  return values
}

async function judge(
  form: FoundForm & { as: string },
  what: string,
  fields: Fields,
  tested?: Field,
): Promise<string[]> {
  const answer = await send(form.as, form, fields)
  const said = `${what} to ${form.action}`
  const html = await answer.clone().text()
  const wrong = await sentence(answer, said, { ways: waysOut(form) })
  return answer.status === 422 && wrong.length === 0 ? filledInAgain(form, html, { fields, said, tested }) : wrong
}

/** What a form may answer with. Only buttons and one-time words have nothing to say back. */
function waysOut(form: FoundForm): number[] {
  if (/inloggen|wachtwoord|uitnodiging|mij/.test(form.action)) return [200, 303, 404, 409, 422, 429]
  // Codes go by letter, and letters are asked for seldom.
  if (/^\/vraag\/[^/]+\/code$/.test(form.action)) return [200, 303, 422, 429]
  // Each deed by a link is a letter to a colleague: a dozen an hour. The same forms of members take every string.
  if (/^\/vraag\/[^/]+\/(?:antwoord|aanvulling|afwijzing|afronding)$/.test(form.action)) return [200, 303, 422, 429]
  // A session that another form has moved stands at another place from then on.
  if (form.action.startsWith('/rooster/plekken/')) return [200, 303, 404, 422]
  const typed = form.fields.filter(({ kind }) => kind !== 'button' && kind !== 'hidden')
  if (typed.length === 0 || weight(form) > 0) return [200, 303, 404, 409, 422]
  return [200, 303, 422]
}

/** A page with a sentence, nothing raw in it, and no surprise. */
async function sentence(answer: Response, said: string, { ways }: { ways?: number[] } = {}): Promise<string[]> {
  tried += 1
  statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
  const html = await answer.text()
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  const words = main
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/).length
  const moved = answer.status === 303
  return [
    ...(answer.status >= 500 || (ways && !ways.includes(answer.status)) ? [`${said}: ${answer.status}`] : []),
    ...(rawMark.test(html) ? [`${said}: our mark stands raw on the page`] : []),
    ...(!moved && words < 5 ? [`${said}: ${answer.status} without a sentence`] : []),
    ...(answer.status === 422 && !/role="alert"|error-message|class="[^"]*notice/.test(html)
      ? [`${said}: 422 says not what is wrong`]
      : []),
  ]
}

/** Whatever was typed rightly is still there. */
async function filledInAgain(
  form: FoundForm & { as: string },
  html: string,
  { fields, said, tested }: { fields: Fields; said: string; tested?: Field | undefined },
): Promise<string[]> {
  // A later step that was carried along broken begins anew at the first.
  const there = formsOf(html)
  const at = (place: string) => there.find(({ action }) => kindOf(action) === kindOf(place))
  const again = at(form.action) ?? at(form.page)
  if (!again) return [`${said}: the form is gone`]
  const typed = form.fields.filter(
    ({ name, kind }) => kind === 'text' && tested && name !== tested.name && name in fields && !(name in notSaidBack),
  )
  const lost = typed.filter(
    ({ name }) => again.fields.find((field) => field.name === name)?.value.trim() !== String(fields[name]).trim(),
  )
  if (lost.length === 0) return []
  // What an earlier string has taken away, such as a room, is asked of nobody any more.
  const page = await (await visitor(form.as)).get(form.page)
  const asked = formsOf(await page.text()).find(({ action }) => action === form.action)?.fields ?? form.fields
  const missed = lost.filter(({ name }) => asked.some((field) => field.name === name))
  return missed.length ? [`${said}: lost what was typed in ${missed.map(({ name }) => name)}`] : []
}

/** What is rightly forgotten. */
const notSaidBack: Record<string, string> = { code: 'a one-time code that was wrong is typed anew' }

const kindOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
const keyOf = (form: { action: string; as: string }) => `${form.as} ${kindOf(form.action)}`
function fits(address: Address, action: string) {
  return new RegExp(`^${address.path.replace(places, '[^/]+')}$`).test(action)
}

// What ends a session, sees somebody off, removes or closes something comes last, and only once per string.
const weight = ({ action }: { action: string }) =>
  /uitloggen/.test(action)
    ? 3
    : /verwijdering|afsluiting|sessies|mensen\/[^/]+\/overdracht$|link(\/intrekking)?$/.test(action)
      ? 2
      : action.startsWith('/mij')
        ? 1
        : 0
