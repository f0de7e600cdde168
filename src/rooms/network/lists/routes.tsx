import { type Context, Hono } from 'hono'
import type { Body } from '#kit/form/form.ts'
import { TooLarge } from '#kit/http/body.ts'
import { askAgain, isFreshNow } from '#kit/http/fresh.ts'
import type { Inside } from '#kit/http/types.ts'
import { readPasted, readSheet } from '#kit/sheet/read.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { startTakeover, takeoversOf } from '#rooms/takeovers/door.ts'
import { partnerOf } from '../exchange/rules.ts'
import { writePartners } from '../import/export.ts'
import { allCards } from '../queries.ts'
import { partnerTaker } from './actions.ts'
import { choicesIn, columnsIn, type Kept, readKept, sheetIn } from './forms.ts'
import { MappingPage } from './pages/mapping.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { UploadPage } from './pages/upload.tsx'
import { besideList } from './queries.ts'
import { fullestSheet, keepOf, layBeside, mappingOf, takingsOf } from './rules.ts'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
type Wrong = { error: string; pasted?: string }

export const inside = new Hono<Inside>()
  .get('/netwerk/lijst', async (c) => {
    if (!mayTendNetwork(c.var.me)) return c.notFound()
    const earlier = await c.var.work((tx, me) => takeoversOf(tx, me.organisationId, 'partners'))
    return c.var.page(<UploadPage earlier={earlier} />)
  })

  .get('/netwerk/lijst.csv', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    // All names and numbers in one file: not for whoever finds a screen left open.
    if (!(await isFreshNow(c))) return askAgain(c, '/netwerk')
    const cards = await c.var.work((tx, me) => allCards(tx, me.organisationId, c.var.today))
    const file = writePartners(cards.map(partnerOf))
    return c.body(new Uint8Array(file), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="netwerk-${c.var.today}.csv"`,
    })
  })

  .post('/netwerk/lijst', async (c) => {
    if (!mayTendNetwork(c.var.me)) return c.notFound()
    const given = await readGiven(c)
    if ('error' in given) return c.var.page(<UploadPage {...given} />, given.error === 'too-large' ? 413 : 422)
    return c.var.page(
      <MappingPage
        kept={given}
        sheet={fullestSheet(given.sheets)}
        mapping={mappingOf(given, fullestSheet(given.sheets))}
      />,
    )
  })

  .post('/netwerk/lijst/kolommen', async (c) => {
    const carried = await readCarried(c)
    if (!carried) return startAgain(c)
    const { kept, body } = carried
    const sheet = sheetIn(body, kept)
    return c.var.page(<MappingPage kept={kept} sheet={sheet} mapping={mappingOf(kept, sheet)} />)
  })

  .post('/netwerk/lijst/voorbeeld', async (c) => {
    const carried = await readCarried(c)
    if (!carried) return startAgain(c)
    const { kept, body } = carried
    const sheet = sheetIn(body, kept)
    const mapping = mappingOf(kept, sheet, columnsIn(body))
    const named = mapping.columns.some(
      ({ field }) => field === 'name' || field === 'contact' || field === 'contactName',
    )
    if (!named)
      return c.var.page(<MappingPage kept={kept} sheet={sheet} mapping={mapping} error="mapping.error.name" />, 422)
    return c.var.page(<PreviewPage {...(await previewOf(c, kept, body))} />)
  })

  .post('/netwerk/lijst/overname', async (c) => {
    const carried = await readCarried(c)
    if (!carried) return startAgain(c)
    const { kept, body } = carried
    const preview = await previewOf(c, kept, body)
    const source = fill(say(c)['lists.source'], {
      file: kept.file || say(c)['lists.pasted'],
      day: sayDay(c.var.today, c.var.language),
    })
    const rows = takingsOf(preview, choicesIn(body), source)
    const { today } = c.var
    const taken = await c.var.work((tx, me) => startTakeover(tx, me, partnerTaker, { rows, source, today }))
    if (!taken.ok) return c.notFound()
    if (!taken.finished) c.var.nudge()
    const { id, added, completed, left } = taken
    const undo = { action: `/overname/${id}/terugname`, label: say(c)['lists.undo'] }
    if (taken.finished) c.var.tell(fill(say(c)['lists.taken'], { added, completed, left }), undo)
    return c.redirect(taken.finished ? '/netwerk' : `/overname/${id}`, 303)
  })

/** The file or the pasted text as tables, or the name of what is wrong with it. */
async function readGiven(c: Context<Inside>): Promise<Kept | Wrong> {
  try {
    const upload = await c.var.upload('file')
    const pasted = String((await c.var.body()).pasted ?? '')
    if (!upload?.bytes.length && !pasted.trim()) return { error: upload ? 'empty' : 'none', pasted }
    const reading = upload?.bytes.length ? await readSheet(upload.bytes, upload.name) : await readPasted(pasted)
    if (!reading.ok) return { error: reading.because, pasted }
    return keepOf(upload?.bytes.length ? upload.name : '', reading.sheets) ?? { error: 'too-many', pasted }
  } catch (error) {
    if (error instanceof TooLarge) return { error: 'too-large' }
    throw error
  }
}

async function readCarried(c: Context<Inside>): Promise<{ kept: Kept; body: Body } | undefined> {
  if (!mayTendNetwork(c.var.me)) return undefined
  const body = await c.var.body()
  const carried = readKept(body)
  // What comes back may be what somebody typed herself: no more of it than could have been on its way.
  const kept = carried && keepOf(carried.file, carried.sheets)
  return kept && { kept, body }
}

const startAgain = (c: Context<Inside>) =>
  mayTendNetwork(c.var.me) ? c.var.page(<UploadPage error="lost" />, 422) : c.notFound()

async function previewOf(c: Context<Inside>, kept: Kept, body: Body) {
  const sheet = sheetIn(body, kept)
  const mapping = mappingOf(kept, sheet, columnsIn(body))
  const beside = await c.var.work((tx, me) => besideList(tx, me.organisationId, c.var.today))
  return layBeside({ kept, sheet, mapping, beside })
}
