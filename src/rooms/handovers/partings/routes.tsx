import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import { brake } from '#kit/http/limit.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { namesSomebodyElse } from '../cards/rules.ts'
import { endMyAccess, type Given, nameSuccessor, part, sayIStop, staysAfterAll, takeAnswer } from './actions.ts'
import { partingForm, type SuccessorSaid, successorForm } from './forms.ts'
import { PartingPage } from './pages/parting.tsx'
import { NoLinkPage, SaidPage, StopPage, SuccessorPage, WaitPage } from './pages/successor.tsx'
import { facesOfOurs, type Held, hangingOn, heldBy, leaverAt, saidOf } from './queries.ts'
import { chosenIn, digestOf, isToken } from './rules.ts'
import { words } from './words/words.ts'

const one = '/netwerk/:id{[0-9a-f-]+}/gezichten/:face{[0-9a-f-]+}/vertrek'
const link = '/opvolging/:token'
/** What is said by a link is a letter to a colleague: a dozen in an hour for one link, as with a question. */
const mayNameAgain = brake({ most: 12, seconds: 3600 })
const say = (c: Context<Inside> | Context<Street>) => words.in(c.var.language)
const isId = (text: unknown) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(text))

export const inside = new Hono<Inside>()
  .get(one, (c) => show(c, undefined))

  .post(one, async (c) => {
    const body = await c.var.body()
    const form = partingForm.safeParse(body)
    if (!form.success) return show(c, partingForm.sayBack(form.error, body))
    const parted = await c.var.work((tx, me) => part(tx, me, at(c), form.data, given(c)))
    if (!parted.ok && parted.because === 'not-found') return c.notFound()
    if (!parted.ok) return show(c, { values: body, errors: { [parted.because]: `error.${parted.because}` } })
    c.var.nudge()
    c.var.tell(say(c)[chosenIn(form.data.follows)?.way === 'ask' ? 'asked.told' : 'saved'])
    return c.redirect(addressOf(c), 303)
  })

  .post(`${one}/opvolger`, async (c) => {
    const { answer } = await c.var.body()
    const taken = isId(answer)
      ? await c.var.work((tx, me) => takeAnswer(tx, me, at(c), String(answer), given(c)))
      : undefined
    if (!taken?.ok) return c.notFound()
    c.var.nudge()
    c.var.tell(fill(say(c)['answers.taken'], { name: taken.name }))
    return c.redirect(addressOf(c), 303)
  })

  .post(`${one}/intrekking`, async (c) => {
    const name = (await c.var.work((tx, me) => leaverAt(tx, me.organisationId, at(c), c.var.today)))?.face.name
    const stays = await c.var.work((tx, me) => staysAfterAll(tx, me, at(c), given(c)))
    if (!stays.ok || !name) return c.notFound()
    c.var.tell(fill(say(c)['stayed'], { name }))
    return c.redirect(`/netwerk/${at(c).relationId}/gezichten`, 303)
  })

  .get('/vertrek', (c) => showStop(c, undefined))

  .post('/vertrek', async (c) => {
    if (!c.var.me.roles.includes('partnercontact')) return c.notFound()
    const body = await c.var.body()
    const form = successorForm.safeParse(body)
    if (!form.success) return showStop(c, successorForm.sayBack(form.error, body))
    const faces = [body['faces'] ?? []].flat().filter(isId)
    const { now, today, hangings } = c.var
    const known = (await facesHere(c)).flatMap(({ name, school }) => [name, school])
    if (names(form.data, known)) return showStop(c, { values: body, errors: { note: 'error.names' } })
    const saying = { said: form.data, now, today }
    const told = await c.var.work(async (tx, me) => {
      const said = await sayIStop(tx, me, faces, saying)
      const stops = said.ok && body['account'] === 'yes'
      return { said, alone: stops && !(await endMyAccess(tx, me, { day: form.data.stopsOn, today, hangings })) }
    })
    if (!told.said.ok) return showStop(c, { values: body, errors: { faces: 'error.schools' } })
    c.var.nudge()
    c.var.tell(say(c)[told.alone ? 'say.account.alone' : 'say.said'])
    return c.redirect('/vertrek', 303)
  })

// Looking changes nothing, so that whoever scans mail for danger may open the link; only what is posted does.
export const street = new Hono<Street>()
  .get(link, async (c) => {
    const held = await heldIn(c)
    return held ? showByLink(c, held, undefined) : c.var.page(<NoLinkPage />, 404)
  })
  .post(link, async (c) => {
    const held = await heldIn(c)
    if (!held) return c.var.page(<NoLinkPage />, 404)
    const typed = await c.var.body()
    // When the day is known already, it is not hers to say by this link.
    const body: Body = held.stopsOn ? { ...typed, stopsOn: held.stopsOn } : typed
    const form = successorForm.safeParse(body)
    if (!form.success) return showByLink(c, held, successorForm.sayBack(form.error, body))
    if (names(form.data, [held.name, held.leaver, held.school]))
      return showByLink(c, held, { values: body, errors: { note: 'error.names' } })
    if (!mayNameAgain(keyIn(c), c.var.now.getTime()).ok) return c.var.page(<WaitPage />, 429)
    await c.var.asGuest(keyIn(c), (tx) => nameSuccessor(tx, held, { said: form.data, now: c.var.now }))
    c.var.nudge()
    return c.var.page(<SaidPage school={held.school} />)
  })
  // Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
  .all('/opvolging/*', (c) => c.var.page(<NoLinkPage />, 404))

const names = ({ note, name }: SuccessorSaid, known: readonly string[]) => namesSomebodyElse(note, [...known, name])

const at = (c: Context<Inside>) => ({ relationId: c.req.param('id') ?? '', faceId: c.req.param('face') ?? '' })
const addressOf = (c: Context<Inside>) => `/netwerk/${at(c).relationId}/gezichten/${at(c).faceId}/vertrek`
const given = (c: Context<Inside>): Given => ({
  ...{ now: c.var.now, today: c.var.today, hangings: c.var.hangings },
  source: sourceOf(c.var.today),
})
const sourceOf = (today: Day) => fill(words.in('nl')['source'], { day: sayDay(today, 'nl') })

async function show(c: Context<Inside>, said: Said | undefined) {
  const { me, today, hangings, language } = c.var
  if (!isColleague(me)) return c.notFound()
  const found = await c.var.work(async (tx) => {
    const leaver = await leaverAt(tx, me.organisationId, at(c), today)
    if (!leaver || !mayTend(me, leaver.relation)) return undefined
    const her = { organisationId: me.organisationId, outsiderId: leaver.face.id, today }
    return {
      leaver,
      hanging: await hangingOn(tx, hangings, her),
      told: leaver.parting && (await saidOf(tx, me.organisationId, leaver.parting.id)),
    }
  })
  if (!found) return c.notFound()
  const kinds = new Map(hangings.outside.flatMap(({ hangs = [] }) => hangs).map((one) => [one.kind, one]))
  const hanging = found.hanging.flatMap(({ kind, name, href }) => {
    const known = kinds.get(kind)
    return known
      ? [{ name: known.say?.(name, language) ?? name, href, kind: known.name(language), after: known.after }]
      : []
  })
  return c.var.page(<PartingPage {...found} {...{ said, today, hanging }} />, said ? 422 : 200)
}

const facesHere = (c: Context<Inside>) =>
  c.var.work((tx, me) => facesOfOurs(tx, me.organisationId, me.personId, c.var.today))

async function showStop(c: Context<Inside>, said: Said | undefined) {
  if (!c.var.me.roles.includes('partnercontact')) return c.notFound()
  return c.var.page(<StopPage faces={await facesHere(c)} said={said} today={c.var.today} />, said ? 422 : 200)
}

const keyIn = (c: Context<Street>) => digestOf(c.req.param('token') ?? '')
const heldIn = (c: Context<Street>) =>
  isToken(c.req.param('token') ?? '')
    ? c.var.asGuest(keyIn(c), (tx) => heldBy(tx, keyIn(c)))
    : Promise.resolve(undefined)

const showByLink = (c: Context<Street>, held: Held, said: Said | undefined) =>
  c.var.page(
    <SuccessorPage held={held} said={said} at={`/opvolging/${c.req.param('token')}`} today={c.var.today} />,
    said ? 422 : 200,
  )
