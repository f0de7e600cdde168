import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { openLines } from '../queries.ts'
import { mayDraw } from './access.ts'
import { addCompetence, addUnit, contribute, type Done, removeCompetence, removeUnit, takeOff } from './actions.ts'
import { contributionForm, nameForm } from './forms.ts'
import { CellPage } from './pages/cell.tsx'
import { GridPage } from './pages/grid.tsx'
import { competencesOf, contributionsOf, unitsOf } from './queries.ts'
import { gridOf } from './rules.ts'
import { words } from './words/words.ts'

const unit = '/eenheden/:unit{[0-9a-f-]+}'
const competence = '/competenties/:competence{[0-9a-f-]+}'
const cell = `${unit}${competence}` as const

export const inside = new Hono<Inside>()
  .get('/profielraster', (c) => showGrid(c, {}))

  .post('/eenheden', (c) => added(c, 'unit', addUnit))
  .post('/competenties', (c) => added(c, 'competence', addCompetence))

  .post(`${unit}/verwijdering`, async (c) =>
    saved(c, await c.var.work((tx, me) => removeUnit(tx, me, c.req.param('unit'))), '/profielraster'),
  )

  .post(`${competence}/verwijdering`, async (c) =>
    saved(c, await c.var.work((tx, me) => removeCompetence(tx, me, c.req.param('competence'))), '/profielraster'),
  )

  .get(cell, (c) => showCell(c, undefined))

  .post(cell, async (c) => {
    const { unit: unitId, competence: competenceId } = c.req.param()
    const body = await c.var.body()
    const form = contributionForm.safeParse(body)
    if (!form.success) return showCell(c, contributionForm.sayBack(form.error, body))
    const said = { ...form.data, today: c.var.today }
    const done = await c.var.work((tx, me) => contribute(tx, me, { unitId, competenceId }, said))
    if (!done.ok && done.because === 'partner')
      return showCell(c, { values: body, errors: { relationId: 'error.partner' } })
    if (!done.ok && done.because === 'child') return showCell(c, { values: body, errors: { what: 'error.child' } })
    return saved(c, done, '/profielraster')
  })

  .post(`${cell}/partners/:line{[0-9a-f-]+}/verwijdering`, async (c) => {
    const { unit: unitId, competence: competenceId, line: relationId } = c.req.param()
    const done = await c.var.work((tx, me) => takeOff(tx, me, { unitId, competenceId, relationId }))
    return saved(c, done, `/eenheden/${unitId}/competenties/${competenceId}`)
  })

async function added(c: Context<Inside>, kind: 'unit' | 'competence', add: typeof addUnit) {
  if (!mayDraw(c.var.me)) return c.notFound()
  const body = await c.var.body()
  const form = nameForm.safeParse(body)
  if (!form.success) return showGrid(c, { [kind]: nameForm.sayBack(form.error, body) })
  const done = await c.var.work((tx, me) => add(tx, me, form.data.name))
  if (!done.ok && done.because !== 'not-yours' && done.because !== 'not-found')
    return showGrid(c, { [kind]: { values: body, errors: { name: `error.${done.because}` } } })
  return saved(c, done, '/profielraster')
}

function saved(c: Context<Inside>, done: Done, path: string) {
  if (!done.ok) return c.notFound()
  c.var.tell(words.in(c.var.language)['told.saved'])
  return c.redirect(path, 303)
}

async function showGrid(c: Context<Inside>, again: { unit?: Said; competence?: Said }) {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const [units, competences, given] = await c.var.work(
    async (tx, { organisationId }) =>
      [
        await unitsOf(tx, organisationId),
        await competencesOf(tx, organisationId),
        await contributionsOf(tx, organisationId, today),
      ] as const,
  )
  return c.var.page(
    <GridPage
      {...{ units, competences }}
      grid={gridOf(units, competences, given)}
      unit={again.unit ?? nameForm.blank()}
      competence={again.competence ?? nameForm.blank()}
      mayDraw={mayDraw(me)}
    />,
    again.unit || again.competence ? 422 : 200,
  )
}

async function showCell(c: Context<Inside>, again: Said | undefined) {
  const { me, today } = c.var
  if (!mayDraw(me)) return c.notFound()
  const at = c.req.param() as { unit: string; competence: string }
  const { unit, competence, by, lines } = await c.var.work(async (tx, { organisationId }) => ({
    unit: (await unitsOf(tx, organisationId)).find(({ id }) => id === at.unit),
    competence: (await competencesOf(tx, organisationId)).find(({ id }) => id === at.competence),
    by: (await contributionsOf(tx, organisationId, today)).filter(
      ({ unitId, competenceId }) => unitId === at.unit && competenceId === at.competence,
    ),
    lines: await openLines(tx, organisationId, today),
  }))
  if (!unit || !competence) return c.notFound()
  return c.var.page(
    <CellPage {...{ unit, competence, by, lines }} said={again ?? contributionForm.blank()} />,
    again ? 422 : 200,
  )
}
