import { type Context, Hono } from 'hono'
import { askAgain, isFreshNow } from '#kit/http/fresh.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { sectorOfType } from '#rooms/trade/door.ts'
import type { Drawing } from '../graphfiles/drawing.ts'
import { writeGexf } from '../graphfiles/gexf.ts'
import { writeGraphml } from '../graphfiles/graphml.ts'
import { writeEdgeList, writeNodeList } from '../graphfiles/lists.ts'
import { drawingOf } from '../graphfiles/ofnetwork.ts'
import { linesDrawn } from '../queries.ts'
import { sketchOf } from '../sketch/sketch.ts'
import { mapForm, type Wishes } from './forms.ts'
import { MapPage } from './pages/map.tsx'
import { chosen, networkOf } from './rules.ts'
import { words } from './words/words.ts'

const sectorOf = (type: string | null) => sectorOfType(type)?.id

export const inside = new Hono<Inside>()
  .get('/kaart', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const { lines, network, wishes } = await asked(c)
    return c.var.page(<MapPage network={network} all={networkOf(lines)} wishes={wishes} />)
  })

  .get('/kaart/gegevens', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const { network, wishes } = await asked(c)
    c.header('Cache-Control', 'no-store')
    return c.json(sketchOf(network, { weight: wishes.gewicht, language: c.var.language, words: saidOf(c) }))
  })

  .get('/kaart/netwerk.gexf', (c) => file(c, 'netwerk.gexf', 'application/xml', writeGexf))
  .get('/kaart/netwerk.graphml', (c) => file(c, 'netwerk.graphml', 'application/xml', writeGraphml))
  .get('/kaart/lijnen.csv', (c) => file(c, 'lijnen.csv', 'text/csv', writeEdgeList))
  .get('/kaart/punten.csv', (c) => file(c, 'punten.csv', 'text/csv', writeNodeList))

const saidOf = (c: Context<Inside>) => {
  const t = words.in(c.var.language)
  return {
    ...{ person: t['drawing.person'], other: t['drawing.other'] },
    ...{ holds: t['drawing.holds'], heldBy: t['drawing.heldBy'] },
    ...{ standsIn: t['drawing.standsIn'], standsInHere: t['drawing.standsInHere'] },
  }
}

/** The school's network, and the part of it that was asked for. One query. */
async function asked(c: Context<Inside>) {
  const wishes: Wishes = mapForm.schema.parse(c.req.query())
  const lines = await c.var.work((tx, me) => linesDrawn(tx, me.organisationId, c.var.today))
  return { lines, wishes, network: networkOf(chosen(lines, wishes, sectorOf)) }
}

async function file(c: Context<Inside>, name: string, type: string, write: (drawing: Drawing) => string | Uint8Array) {
  if (!isColleague(c.var.me)) return c.notFound()
  // All names in one file: not for whoever finds a screen left open.
  if (!(await isFreshNow(c))) return askAgain(c, '/kaart')
  const { network, wishes } = await asked(c)
  const written = write(drawingOf(network, wishes.gewicht, c.var.today))
  return c.body(typeof written === 'string' ? written : new Uint8Array(written), 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${c.var.today}-${name}"`,
  })
}
