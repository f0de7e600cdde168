import { Hono } from 'hono'
import * as z from 'zod'
import type { Actor } from '#kit/db/actor.ts'
import type { Inside } from '#kit/http/types.ts'
import { fill } from '#kit/words/words.ts'
import { linesKept, onOnePerson } from '#rooms/network/door.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { mayArrange } from '../access.ts'
import { askDeputy } from '../actions.ts'
import { candidates, deputiesAsked } from '../queries.ts'
import { words } from '../words/words.ts'
import { standIn } from './actions.ts'
import { type Hanging, SinglesPage } from './pages/single.tsx'
import { standInFor } from './rules.ts'

const line = '/overdracht/lijnen/:id{[0-9a-f-]+}'
const all = '/netwerk/vervanging'

export const inside = new Hono<Inside>()
  .get(all, async (c) => {
    const { me, today } = c.var
    if (!isColleague(me)) return c.notFound()
    const [lines, staff, asked] = await c.var.work(
      async (tx) =>
        [
          await linesKept(tx, me.organisationId, today),
          await candidates(tx, me.organisationId, today),
          await deputiesAsked(tx, me.organisationId),
        ] as const,
    )
    const shown = onOnePerson(lines).map((one) => ({
      ...one,
      asked: asked.findLast(({ thing }) => thing === one.id),
      proposal: standInFor(one, staff, today),
      mayAsk: mayAskFor(me, one),
      mayTend: mayTend(me, one),
    }))
    return c.var.page(<SinglesPage lines={shown} all={lines.length} staff={staff} />)
  })

  // Where the page was before: it lives on in letters and bookmarks.
  .get('/overdracht/lijnen', (c) => c.redirect(all, 301))

  .post(`${line}/vervanger`, async (c) => {
    const { me, now, today } = c.var
    const wish = z.uuid().safeParse((await c.var.body())['personId'])
    const told = await c.var.work(async (tx) => {
      const found = (await linesKept(tx, me.organisationId, today)).find(({ id }) => id === c.req.param('id'))
      const isMine = wish.data === me.personId
      // Pressed twice, it is hers already.
      if (found && isMine && found.deputyId === me.personId) return { line: found.name, isMine }
      const [open] = onOnePerson(found ? [found] : [])
      const who = (await candidates(tx, me.organisationId, today)).find(({ personId }) => personId === wish.data)
      if (!open || !mayAskFor(me, open) || !who || who.personId === open.ownerId) return undefined
      const asked = isMine
        ? await standIn(tx, me, open, c.var.hangings)
        : await askDeputy(tx, me, open, { personId: who.personId, now, today })
      return asked.ok ? { name: who.name, line: open.name, isMine } : undefined
    })
    if (!told) return c.notFound()
    c.var.nudge()
    const { isMine, ...names } = told
    c.var.tell(fill(words.in(c.var.language)[isMine ? 'single.mine' : 'single.told'], names))
    return c.redirect(all, 303)
  })

/** Somebody holds it and nobody stands in: then she may ask, and who arranges. */
const mayAskFor = (me: Actor, { gaps, ownerId }: Pick<Hanging, 'gaps' | 'ownerId'>) =>
  gaps.includes('no-deputy') && (mayArrange(me) || ownerId === me.personId)
