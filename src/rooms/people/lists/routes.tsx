import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { cleanText } from '#kit/sheet/clean.ts'
import { readPasted, readSheet } from '#kit/sheet/read.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { startTakeover, takeoversOf } from '#rooms/takeovers/door.ts'
import { mayManage } from '../access.ts'
import { listForm } from '../forms.ts'
import { proposeGroups, readGroups } from '../import/groups.ts'
import { layGroups } from '../import/laidgroups.ts'
import { readStaff, staffLeftOut } from '../import/staff.ts'
import { proposeStaff } from '../import/staffcolumns.ts'
import { colleaguesOf, groupsOf } from '../queries.ts'
import { words } from '../words/words.ts'
import { staffTaker, takeGroups } from './actions.ts'
import { ListPage, type Preview, PreviewPage } from './pages/list.tsx'
import { isSamePerson, pack, staffRows, unpack } from './rules.ts'

export const inside = new Hono<Inside>()
  .get('/school/lijst', async (c) => {
    if (!mayManage(c.var.me)) return c.notFound()
    const earlier = await c.var.work((tx, me) => takeoversOf(tx, me.organisationId, 'staff'))
    return c.var.page(<ListPage said={listForm.blank()} earlier={earlier} />)
  })

  .post('/school/lijst', async (c) => {
    if (!mayManage(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const file = await c.var.upload('file')
    const form = listForm.safeParse(body)
    const back = (field: string, error: string) =>
      c.var.page(<ListPage said={{ values: body, errors: { [field]: error } }} />, 422)
    if (!form.success) return c.var.page(<ListPage said={listForm.sayBack(form.error, body)} />, 422)
    if (!file && !form.data.paste) return back('paste', 'error.choose')
    const reading = file ? await readSheet(file.bytes, file.name) : await readPasted(form.data.paste)
    if (!reading.ok) return back(file ? 'file' : 'paste', `list.refused.${reading.because}`)
    const sheet = fullest(reading.sheets)
    if (!sheet) return back(file ? 'file' : 'paste', 'list.refused.empty')
    return c.var.page(
      <PreviewPage {...(await previewOf(c, form.data.what, sheet))} source={file?.name.slice(0, 80) ?? ''} />,
    )
  })

  .post('/school/lijst/overname', async (c) => {
    const body = await c.var.body()
    const rows = unpack(body['rows'])
    const what = body['what'] === 'groups' ? 'groups' : 'staff'
    if (!rows || !mayManage(c.var.me)) return c.notFound()
    const sheet: Sheet = { name: '', rows, merged: [] }
    const t = words.in(c.var.language)
    const file = cleanText(String(body['source'] || t['list.paste'])).slice(0, 80)
    const source = fill(t['person.source.imported'], { file, day: sayDay(c.var.today, c.var.language) })
    return what === 'staff' ? bringStaff(c, sheet, source) : bringGroups(c, sheet)
  })

async function bringStaff(c: Context<Inside>, sheet: Sheet, source: string) {
  const t = words.in(c.var.language)
  const rows = staffRows(readStaff(sheet, proposeStaff(sheet)).good)
  const { today } = c.var
  const taken = await c.var.work((tx, me) => startTakeover(tx, me, staffTaker, { rows, source, today }))
  if (!taken.ok) return c.notFound()
  if (!taken.finished) {
    c.var.nudge()
    return c.redirect(`/overname/${taken.id}`, 303)
  }
  const undo = { action: `/overname/${taken.id}/terugname`, label: t['list.undo'] }
  c.var.tell(fill(t['list.taken'], { count: taken.added + taken.completed }), undo)
  return c.redirect('/school', 303)
}

async function bringGroups(c: Context<Inside>, sheet: Sheet) {
  const { today } = c.var
  const list = readGroups(sheet, proposeGroups(sheet)).good
  const taken = await c.var.work((tx, me) => takeGroups(tx, me, list, { today }))
  if (!taken.ok) return c.notFound()
  const t = words.in(c.var.language)
  const without = taken.unknown > 0 ? ` ${fill(t['list.taken.without'], { count: taken.unknown })}` : ''
  c.var.tell(fill(t['list.taken'], { count: taken.added }) + without)
  return c.redirect('/groepen', 303)
}

const fullest = (sheets: readonly Sheet[]) => sheets.toSorted((a, b) => b.rows.length - a.rows.length)[0]

async function previewOf(c: Context<Inside>, what: 'staff' | 'groups', sheet: Sheet): Promise<Preview> {
  const rows = pack(sheet.rows)
  const { here, groups } = await c.var.work(async (tx, me) => ({
    here: await colleaguesOf(tx, me.organisationId, c.var.today),
    groups: what === 'groups' ? await groupsOf(tx, me.organisationId) : [],
  }))
  if (what === 'groups') {
    const mapping = proposeGroups(sheet)
    return { what, rows, source: '', ...layGroups(readGroups(sheet, mapping), mapping, { colleagues: here, groups }) }
  }
  const mapping = proposeStaff(sheet)
  const read = readStaff(sheet, mapping)
  const known = new Set(
    read.good.filter((staff) => here.some((one) => isSamePerson(one, staff))).map((staff) => staff.name),
  )
  return { what, rows, source: '', ...read, notes: [...staffLeftOut(mapping), ...read.notes], known }
}
