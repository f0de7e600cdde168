import { type Context, Hono } from 'hono'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { findCard } from '#rooms/network/door.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { requestsOf } from '#rooms/requests/door.ts'
import { words } from '../words/words.ts'
import { writeNote } from './actions.ts'
import { type NoteSaid, noteForm, sentences } from './forms.ts'
import { HandoverCardPage } from './pages/card.tsx'
import { NotePage } from './pages/note.tsx'
import { noteOf, openAgreements } from './queries.ts'
import { namesSomebodyElse } from './rules.ts'

const card = '/netwerk/:id{[0-9a-f-]+}/overdracht'

/** One sheet for whoever takes a line over: the facts as they stand, and three sentences by hand. */
export const inside = new Hono<Inside>()
  .get(card, async (c) => {
    const found = await cardAt(c)
    if (!found) return c.notFound()
    const { today, config } = c.var
    const address = `${config.baseUrl}/netwerk/${found.card.id}`
    return c.var.page(
      <HandoverCardPage {...found} today={today} address={address} mayWrite={mayTend(c.var.me, found.card)} />,
    )
  })

  .get(`${card}/zinnen`, async (c) => {
    const found = await cardAt(c)
    if (!found || !mayTend(c.var.me, found.card)) return c.notFound()
    return c.var.page(<NotePage line={found.card} said={noteForm.blank({ ...valuesOf(found.note) })} />)
  })

  .post(`${card}/zinnen`, async (c) => {
    const found = await cardAt(c)
    if (!found || !mayTend(c.var.me, found.card)) return c.notFound()
    const body = await c.var.body()
    const form = noteForm.safeParse(body)
    const said = form.success ? objectedTo(form.data, body, adultsOn(found.card)) : noteForm.sayBack(form.error, body)
    if (!form.success || said) return c.var.page(<NotePage line={found.card} said={said ?? noteForm.blank()} />, 422)
    await c.var.work((tx, me) => writeNote(tx, me, found.card.id, form.data, c.var.today))
    c.var.tell(words.in(c.var.language)['card.saved'])
    return c.redirect(`/netwerk/${found.card.id}/overdracht`, 303)
  })

/** The line with its facts, for a colleague of this school. Five questions. */
async function cardAt(c: Context<Inside>) {
  const { me, today } = c.var
  if (!isColleague(me)) return undefined
  const id = c.req.param('id') ?? ''
  return c.var.work(async (tx) => {
    const found = await findCard(tx, me.organisationId, id, today)
    if (!found) return undefined
    const wish = { relationId: id, today, most: 3 }
    return {
      card: found,
      note: await noteOf(tx, me.organisationId, id),
      agreed: await openAgreements(tx, me.organisationId, id),
      open: await requestsOf(tx, me, { ...wish, part: 'open' }),
      closed: await requestsOf(tx, me, { ...wish, part: 'closed' }),
    }
  })
}
type Found = NonNullable<Awaited<ReturnType<typeof cardAt>>>

const adultsOn = ({ name, owner, deputy, faces }: Found['card']) => [
  name,
  ...[owner?.name, deputy?.name].filter((known) => known !== undefined),
  ...faces.map((face) => face.name),
]

function objectedTo(said: NoteSaid, body: Body, known: readonly string[]): Said | undefined {
  const wrong = sentences.filter((field) => namesSomebodyElse(said[field], known))
  if (!wrong.length) return undefined
  return { values: body, errors: Object.fromEntries(wrong.map((field) => [field, 'error.names'])) }
}

const valuesOf = (note: Found['note']) => Object.fromEntries(sentences.map((field) => [field, note?.[field] ?? '']))
