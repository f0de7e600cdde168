import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { readPasted, readSheet } from '#kit/sheet/read.ts'
import { fill } from '#kit/words/words.ts'
import { mondayOf } from '#rooms/days/door.ts'
import { dayPlan, isColleague } from '#rooms/people/door.ts'
import { readLessons } from '../import/lessons.ts'
import { words } from '../words/words.ts'
import { mayTypeLessons } from './access.ts'
import { copyLessons, setLessons } from './actions.ts'
import { GridPage } from './pages/grid.tsx'
import { type Brought, LessonsPage } from './pages/lessons.tsx'
import { lessonsOf } from './queries.ts'
import { type Row, readGrid, rowsOf, rowsOfBells, typedRows, type Wrong } from './rules.ts'

const group = '/rooster/lessen/:group{[0-9a-f-]+}'

export const inside = new Hono<Inside>()
  .get('/rooster/lessen', (c) => (isColleague(c.var.me) ? showAll(c, 200) : c.notFound()))

  .post('/rooster/lessen', async (c) => {
    if (!mayTypeLessons(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const file = await c.var.upload('file')
    const paste = String([body['paste'] ?? ''].flat()[0])
    if (!file && !paste.trim()) return showAll(c, 422, { error: 'lessons.error.choose' })
    const reading = file ? await readSheet(file.bytes, file.name) : await readPasted(paste)
    if (!reading.ok) return showAll(c, 422, { error: `lessons.refused.${reading.because}`, paste })
    return bring(c, reading.sheets[0]?.rows ?? [], paste)
  })

  .get(group, (c) => (isColleague(c.var.me) ? showGrid(c, 200) : c.notFound()))

  .post(group, async (c) => {
    if (!mayTypeLessons(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const rows = typedRows(body)
    const { lessons, errors } = readGrid(rows)
    if (Object.keys(errors).length) return showGrid(c, 422, { rows, errors })
    const since = [body['since']].flat()[0] === 'always' ? null : mondayOf(c.var.today)
    const set = await c.var.work((tx, me) => setLessons(tx, me, c.req.param('group'), lessons, since))
    return set.ok ? told(c, 'lessons.saved') : c.notFound()
  })

  .post(`${group}/overname`, async (c) => {
    const from = String([(await c.var.body())['from'] ?? ''].flat()[0])
    if (!mayTypeLessons(c.var.me)) return c.notFound()
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(from)) return showGrid(c, 422, undefined, true)
    const copied = await c.var.work((tx, me) => copyLessons(tx, me, c.req.param('group'), from, mondayOf(c.var.today)))
    return copied.ok ? told(c, 'lessons.copied') : showGrid(c, 422, undefined, true)
  })

function told(c: Context<Inside>, word: 'lessons.saved' | 'lessons.copied') {
  c.var.tell(words.in(c.var.language)[word])
  return c.redirect(`/rooster/lessen/${c.req.param('group')}`, 303)
}

/** The good lines are in, the others are told; a group of which no line was good keeps what it had. */
async function bring(c: Context<Inside>, rows: string[][], paste: string) {
  const read = await c.var.work(async (tx, me) => {
    const { groups } = await dayPlan(tx, me.organisationId)
    const found = readLessons(rows, groups)
    for (const [id, lessons] of found.byGroup) await setLessons(tx, me, id, lessons, mondayOf(c.var.today))
    return found
  })
  const count = [...read.byGroup.values()].flat().length
  const brought = { count, groups: read.byGroup.size, unread: read.unread }
  if (!count) return showAll(c, 422, { brought, paste })
  if (read.unread.length) return showAll(c, 200, { brought, paste })
  c.var.tell(fill(words.in(c.var.language)['lessons.brought'], { count, groups: brought.groups }))
  return c.redirect('/rooster/lessen', 303)
}

type Back = { error?: string; paste?: string; brought?: Brought }
async function showAll(c: Context<Inside>, status: 200 | 422, back: Back = {}) {
  const monday = mondayOf(c.var.today)
  const [groups, lessons] = await c.var.work(
    async (tx, me) =>
      [(await dayPlan(tx, me.organisationId)).groups, await lessonsOf(tx, me.organisationId, monday)] as const,
  )
  const counted = groups.map(({ id, name }) => {
    const mine = lessons.filter(({ groupId }) => groupId === id)
    return { id, name, lessons: mine.length, kept: mine.filter((one) => one.protected).length }
  })
  return c.var.page(<LessonsPage groups={counted} mayType={mayTypeLessons(c.var.me)} {...back} />, status)
}

type Typed = { rows: Row[]; errors: Record<string, Wrong> }
async function showGrid(c: Context<Inside>, status: 200 | 422, typed?: Typed, noSource = false) {
  const id = c.req.param('group') ?? ''
  const { plan, lessons } = await c.var.work(async (tx, me) => ({
    plan: await dayPlan(tx, me.organisationId, 1),
    lessons: await lessonsOf(tx, me.organisationId, mondayOf(c.var.today)),
  }))
  const found = plan.groups.find((one) => one.id === id)
  if (!found) return c.notFound()
  const mine = lessons.filter(({ groupId }) => groupId === id)
  const others = plan.groups.filter((one) => one.id !== id && lessons.some(({ groupId }) => groupId === one.id))
  const rows = typed?.rows.filter(isTyped) ?? (mine.length ? rowsOf(mine) : rowsOfBells(plan.week))
  return c.var.page(
    <GridPage
      group={found}
      rows={rows}
      errors={typed?.errors ?? {}}
      others={others}
      mayType={mayTypeLessons(c.var.me)}
      isNew={!mine.length}
      noSource={noSource}
    />,
    status,
  )
}

const isTyped = ({ from, until, cells }: Row) => Boolean(from || until || Object.values(cells).some(Boolean))
