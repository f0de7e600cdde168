import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayClose } from './access.ts'
import { type Cast, castVote, closeSooner, digestOf, openLink, type Voice } from './actions.ts'
import { voteForm } from './forms.ts'
import { GuestVotePage, SaidPage } from './pages/guest.tsx'
import { PollsPage } from './pages/list.tsx'
import { PollPage } from './pages/poll.tsx'
import { findPoll, type PollShown, pollsOf } from './queries.ts'
import { takesVotes } from './rules.ts'
import { answersIn, soundingForm } from './soundings/forms.ts'
import { inside as soundings } from './soundings/routes.tsx'
import type { Poll } from './tables.ts'
import { words } from './words/words.ts'

const link = '/stem/:token'

// Whoever scans mail for danger opens every link in it: looking changes nothing.
export const street = new Hono<Street>()
  .get(link, async (c) => {
    const opened = await openedIn(c)
    if (!opened) return gone(c)
    if (opened.voted) return told(c, 'voted')
    if (!takesVotes(opened.poll, c.var.today)) return told(c, 'closed')
    return c.var.page(<GuestVotePage at={addressOf(c)} poll={opened.poll} said={voteForm.blank()} />)
  })

  .post(link, async (c) => {
    const opened = await openedIn(c)
    if (!opened) return gone(c)
    const body = await c.var.body()
    const { said, voice } = voiceIn(opened.poll, body)
    if (!voice && !opened.voted && takesVotes(opened.poll, c.var.today))
      return c.var.page(<GuestVotePage at={addressOf(c)} poll={opened.poll} said={said} />, 422)
    if (!voice) return told(c, opened.voted ? 'voted' : 'closed')
    const cast = await c.var.asGuest(keyIn(c), (tx) => castVote(tx, opened, voice, c.var.today))
    return told(c, cast.ok ? 'now' : cast.because)
  })
  // Nothing below this address goes on to the porch, which would put it in the address of the sign-in page.
  .all('/stem/*', (c) => gone(c))

const say = (c: Context<Street> | Context<Inside>) => words.in(c.var.language)
const keyIn = (c: Context<Street>) => digestOf(c.req.param('token') ?? '')
const addressOf = (c: Context<Street>) => `/stem/${c.req.param('token') ?? ''}`
const openedIn = (c: Context<Street>) =>
  /^[\w-]{43}$/.test(c.req.param('token') ?? '')
    ? c.var.asGuest(keyIn(c), (tx) => openLink(tx, keyIn(c)))
    : Promise.resolve(undefined)
const gone = (c: Context<Street>) =>
  c.var.page(<SaidPage title={say(c)['guest.gone.title']} text={say(c)['guest.gone.text']} />, 404)

function told(c: Context<Street>, what: 'now' | 'voted' | 'closed') {
  const t = say(c)
  if (what === 'closed') return c.var.page(<SaidPage title={t['guest.closed.title']} text={t['guest.closed.text']} />)
  return c.var.page(<SaidPage title={t['guest.done.title']} text={t[what === 'now' ? 'said.voted' : 'said.already']} />)
}

/** What somebody said in the form of this poll, or that form said back. */
function voiceIn({ kind }: Pick<Poll, 'kind'>, body: Body): { said: Said; voice: Voice | undefined } {
  const said = voteForm.blank()
  if (kind === 'sounding') {
    const form = soundingForm.safeParse(body)
    return form.success
      ? { said, voice: { answers: answersIn(form.data) } }
      : { said: soundingForm.sayBack(form.error, body), voice: undefined }
  }
  const form = voteForm.safeParse(body)
  return form.success ? { said, voice: form.data } : { said: voteForm.sayBack(form.error, body), voice: undefined }
}

const one = '/stemmingen/:id{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .route('/', soundings)

  .get('/stemmingen', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const all = await c.var.work((tx, me) => pollsOf(tx, me.organisationId, me.personId))
    return c.var.page(<PollsPage polls={all} today={c.var.today} />)
  })

  .get(one, async (c) => {
    const poll = await pollIn(c)
    return poll ? show(c, poll, voteForm.blank(), 200) : c.notFound()
  })

  .post(`${one}/stem`, async (c) => {
    const poll = await pollIn(c)
    if (!poll || poll.mine === null) return c.notFound()
    if (poll.mine || !takesVotes(poll, c.var.today)) {
      c.var.tell(say(c)[poll.mine ? 'said.already' : 'said.closed'])
      return c.redirect(`/stemmingen/${poll.id}`, 303)
    }
    const body = await c.var.body()
    const { said, voice } = voiceIn(poll, body)
    if (!voice) return show(c, poll, said, 422)
    const cast = await c.var.work((tx, me) => castVote(tx, { poll, personId: me.personId }, voice, c.var.today))
    c.var.tell(say(c)[textOf(cast)])
    return c.redirect(`/stemmingen/${poll.id}`, 303)
  })

  .post(`${one}/sluiting`, async (c) => {
    const poll = await pollIn(c)
    const done = poll && (await c.var.work((tx, me) => closeSooner(tx, me, poll.id)))
    if (!poll || !done || (!done.ok && done.because === 'not-found')) return c.notFound()
    c.var.nudge()
    c.var.tell(say(c)[done.ok ? 'said.closing' : 'said.few'])
    return c.redirect(`/stemmingen/${poll.id}`, 303)
  })

const textOf = (cast: Cast) => (cast.ok ? 'said.voted' : cast.because === 'voted' ? 'said.already' : 'said.closed')

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)
const pollIn = async (c: Context<Inside>): Promise<PollShown | undefined> => {
  const id = c.req.param('id') ?? ''
  return isColleague(c.var.me) && isId(id)
    ? c.var.work((tx, me) => findPoll(tx, me.organisationId, id, me.personId))
    : undefined
}

const show = (c: Context<Inside>, poll: PollShown, said: Said, status: 200 | 422) =>
  c.var.page(<PollPage {...{ poll, said }} today={c.var.today} mayClose={mayClose(c.var.me, poll)} />, status)
