import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { fill } from '#kit/words/words.ts'
import { weekOf } from '#rooms/agenda/door.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { findCard } from '#rooms/network/door.ts'
import { colleaguesOf, dayPlan, isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { requestsOf } from '#rooms/requests/door.ts'
import { linesOf, tenOf } from '#rooms/signpost/door.ts'
import { cleared, nameOf, topics } from '#rooms/trade/door.ts'
import { mayGuide, mayWritePack } from './access.ts'
import { planIntroductions, setDays, writePack } from './actions.ts'
import { daysOf, packForm, packParts } from './forms.ts'
import { packLetter } from './mails/letters.ts'
import { DaysPage, MeetingPage } from './pages/meeting.tsx'
import { PackFormPage, PackPage } from './pages/pack.tsx'
import { StartPackPage, startParts } from './pages/start.tsx'
import { introductionsOf, schoolWithPack } from './queries.ts'
import { aheadOf, daysToMeet, openingsOf } from './rules.ts'
import { words } from './words/words.ts'

const pack = '/netwerk/:id{[0-9a-f-]+}/welkomstmap'
const meeting = '/school/mensen/:id{[0-9a-f-]+}/kennismaking'
const say = (c: Context<Inside>) => words.in(c.var.language)
const known = [
  'directeur',
  'teamleider',
  'ib',
  'aandachtsfunctionaris',
  'vertrouwenspersoon',
  'administratie',
  'concierge',
]

export const inside = new Hono<Inside>()
  .get('/welkomstmap', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const { me, today, config } = c.var
    const found = await c.var.work(async (tx) => ({
      school: await schoolWithPack(tx, me.organisationId),
      week: (await dayPlan(tx, me.organisationId, 1)).week,
      staff: await colleaguesOf(tx, me.organisationId, today),
    }))
    if (!found.school) return c.notFound()
    const people = known.flatMap((role) =>
      found.staff
        .filter(({ roles }) => roles.includes(role))
        .map(({ name }) => `${nameOf('role', role, c.var.language)}: ${name}`),
    )
    return c.var.page(
      <PackPage
        {...{ school: found.school, openings: openingsOf(found.week), people, today }}
        address={`${config.baseUrl}/welkomstmap`}
        mayWrite={mayWritePack(me)}
      />,
    )
  })

  .get('/welkomstmap/wijziging', async (c) => {
    if (!mayWritePack(c.var.me)) return c.notFound()
    const found = await c.var.work((tx, me) => schoolWithPack(tx, me.organisationId))
    const values = Object.fromEntries(packParts.map((part) => [part, found?.[part] ?? '']))
    return c.var.page(<PackFormPage said={packForm.blank(values)} />)
  })

  .post('/welkomstmap/wijziging', async (c) => {
    if (!mayWritePack(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = packForm.safeParse(body)
    if (!form.success) return c.var.page(<PackFormPage said={packForm.sayBack(form.error, body)} />, 422)
    // Names of grown-ups belong here; a citizen number or a birthday does not.
    const wrong = packParts.filter((part) => cleared(form.data[part] ?? '').warnings.some((kind) => kind !== 'names'))
    const errors = Object.fromEntries(wrong.map((part) => [part, 'error.names']))
    if (wrong.length) return c.var.page(<PackFormPage said={{ values: body, errors }} />, 422)
    await c.var.work((tx, me) => writePack(tx, me, form.data, c.var.today))
    c.var.tell(say(c)['form.saved'])
    return c.redirect('/welkomstmap', 303)
  })

  .get(pack, async (c) => {
    const found = await startAt(c)
    if (!found) return c.notFound()
    const { me, today, config } = c.var
    const address = `${config.baseUrl}/netwerk/${found.card.id}/welkomstmap`
    return c.var.page(<StartPackPage {...found} {...{ today, address }} maySend={mayTend(me, found.card)} />)
  })

  .post(pack, async (c) => {
    const found = await startAt(c)
    const { faceId } = await c.var.body()
    const face = found?.card.faces.find(({ id }) => id === faceId)
    if (!found || !face?.mail || !mayTend(c.var.me, found.card)) return c.notFound()
    const to = {
      to: face.mail,
      name: face.name,
      school: found.school.name,
      asker: found.card.owner?.name ?? found.school.name,
    }
    await c.var.work((tx) => enqueueMail(tx, packLetter(to, startParts(words.in('nl'), 'nl', found))))
    c.var.nudge()
    c.var.tell(fill(say(c)['start.sent'], { name: face.name }))
    return c.redirect(`/netwerk/${found.card.id}/welkomstmap`, 303)
  })

  .get(meeting, async (c) => {
    const found = await newcomerAt(c)
    if (!found) return c.notFound()
    const { today, config } = c.var
    const address = `${config.baseUrl}/school/mensen/${found.person.personId}/kennismaking`
    return c.var.page(<MeetingPage {...found} suits={found.ten.length} {...{ today, address }} />)
  })

  .post(meeting, async (c) => {
    const found = await newcomerAt(c)
    if (!found) return c.notFound()
    const { today } = c.var
    const { personId, days, from } = found.person
    const start = from && from > today ? from : today
    await c.var.work(async (tx, me) => {
      const hours = await weekOf(tx, me.organisationId, today)
      const met = found.ten.map(({ id }) => ({
        id,
        weekdays: hours.filter(({ relationId }) => relationId === id).map(({ weekday }) => weekday),
      }))
      const closed = new Set((await closedBetween(tx, me.organisationId, aheadOf(start))).map(({ day }) => day))
      await planIntroductions(tx, me, personId, daysToMeet(met, { works: days, from: start, closed }))
    })
    c.var.tell(say(c)['ten.planned'])
    return c.redirect(`/school/mensen/${personId}/kennismaking`, 303)
  })

  .get(`${meeting}/dagen`, async (c) => {
    const found = await newcomerAt(c)
    return found ? c.var.page(<DaysPage {...found} wrong={[]} />) : c.notFound()
  })

  .post(`${meeting}/dagen`, async (c) => {
    const found = await newcomerAt(c)
    if (!found) return c.notFound()
    const { said, wrong } = daysOf(await c.var.body())
    if (wrong.length) return c.var.page(<DaysPage {...found} wrong={wrong} />, 422)
    const { personId } = found.person
    await c.var.work((tx, me) => setDays(tx, me, personId, said, c.var.today))
    return c.redirect(`/school/mensen/${personId}/kennismaking`, 303)
  })

/** The pack of one partner: its line, the school, the bells, what is open. Five questions. */
async function startAt(c: Context<Inside>) {
  const { me, today } = c.var
  if (!isColleague(me)) return undefined
  const id = c.req.param('id') ?? ''
  return c.var.work(async (tx) => {
    const card = await findCard(tx, me.organisationId, id, today)
    const school = card && (await schoolWithPack(tx, me.organisationId))
    if (!card || !school) return undefined
    const asked = await requestsOf(tx, me, { part: 'open', today, relationId: id, most: 5 })
    const { week } = await dayPlan(tx, me.organisationId, 1)
    return { card, school, openings: openingsOf(week), open: asked.flatMap(({ what }) => (what ? [what] : [])) }
  })
}

/** A colleague who may be shown around by me, whom she meets, and the partners that suit her. */
async function newcomerAt(c: Context<Inside>) {
  const { me, today } = c.var
  const id = c.req.param('id') ?? ''
  if (!mayGuide(me, id)) return undefined
  return c.var.work(async (tx) => {
    const person = (await colleaguesOf(tx, me.organisationId, today)).find(({ personId }) => personId === id)
    if (!person) return undefined
    const meetings = await introductionsOf(tx, me.organisationId, id)
    return { person, meetings, ten: tenOf(await linesOf(tx, me.organisationId, today), person, topics) }
  })
}
