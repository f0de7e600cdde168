import { type Context, Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Body, Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { colleaguesOf, isColleague } from '#rooms/people/door.ts'
import { mayTend } from './access.ts'
import {
  addFace,
  addRelation,
  assure,
  changeFace,
  changeRelation,
  endRelation,
  removeFace,
  resumeRelation,
  ringSooner,
} from './actions.ts'
import { wholesFor } from './desks/queries.ts'
import { endForm, faceForm, newRelationForm, relationForm } from './forms.ts'
import { EndPage } from './pages/end.tsx'
import { FaceFormPage, FacesPage } from './pages/faces.tsx'
import { RelationFormPage } from './pages/relation-form.tsx'
import { facesOf, findLine, type Line } from './queries.ts'
import { firstFaceOf, standsInForHerself } from './rules.ts'
import type { Face } from './tables.ts'
import { words } from './words/words.ts'

const say = (c: Context<Inside>) => words.in(c.var.language)
const typedSource = (c: Context<Inside>) =>
  fill(say(c)['face.source.typed'], { day: sayDay(c.var.today, c.var.language) })

const one = '/netwerk/:id{[0-9a-f-]+}'
const face = `${one}/gezichten/:face{[0-9a-f-]+}` as const

export const inside = new Hono<Inside>()
  .get('/netwerk/nieuw', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const values = {
      form: 'organisation',
      ownerId: c.var.me.personId,
      type: c.req.query('type') ?? '',
      name: c.req.query('name')?.slice(0, 160) ?? '',
    }
    return showNew(c, relationForm.blank(values), 200)
  })

  .post('/netwerk', async (c) => {
    if (!isColleague(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = newRelationForm.safeParse(body)
    if (!form.success) return showNew(c, newRelationForm.sayBack(form.error, body), 422)
    if (standsInForHerself(form.data))
      return showNew(c, { values: body, errors: { deputyId: 'error.deputy.self' } }, 422)
    const faces = firstFaceOf(form.data).map((first) => ({ ...first, source: typedSource(c) }))
    const outcome = await c.var.work((tx, me) => addRelation(tx, me, { ...form.data, faces, assuredOn: c.var.today }))
    if (outcome.ok) return saved(c, say(c)['relation.saved'], `/netwerk/${outcome.id}`)
    return outcome.because === 'not-yours'
      ? c.notFound()
      : showNew(c, { values: body, errors: errorsOf(outcome.because) }, 422)
  })

  .get(`${one}/wijziging`, async (c) => {
    const line = await lineToTend(c)
    return line ? showChange(c, line, relationForm.blank(valuesOf(line)), 200) : c.notFound()
  })

  .post(one, async (c) => {
    const line = await lineToTend(c)
    if (!line) return c.notFound()
    const body = await c.var.body()
    const form = relationForm.safeParse(body)
    if (!form.success) return showChange(c, line, relationForm.sayBack(form.error, body), 422)
    if (standsInForHerself(form.data))
      return showChange(c, line, { values: body, errors: { deputyId: 'error.deputy.self' } }, 422)
    const outcome = await c.var.work((tx, me) => changeRelation(tx, me, line.relation.id, form.data))
    if (outcome.ok) return saved(c, say(c)['relation.saved'], cardOf(line))
    return outcome.because === 'no-such-colleague' || outcome.because === 'no-such-whole'
      ? showChange(c, line, { values: body, errors: errorsOf(outcome.because) }, 422)
      : c.notFound()
  })

  .post(`${one}/bevestiging`, async (c) => {
    const outcome = await c.var.work((tx, me) => assure(tx, me, c.req.param('id'), c.var.today))
    return outcome.ok ? saved(c, say(c)['relation.assured'], `/netwerk/${outcome.id}`) : c.notFound()
  })

  .get(`${one}/afsluiting`, async (c) => {
    const line = await lineToTend(c)
    return line
      ? c.var.page(<EndPage partner={line.relation} said={endForm.blank({ until: c.var.today })} />)
      : c.notFound()
  })

  .post(`${one}/afsluiting`, async (c) => {
    const line = await lineToTend(c)
    if (!line) return c.notFound()
    const body = await c.var.body()
    const form = endForm.safeParse(body)
    if (!form.success)
      return c.var.page(<EndPage partner={line.relation} said={endForm.sayBack(form.error, body)} />, 422)
    const outcome = await c.var.work((tx, me) => endRelation(tx, me, line.relation.id, form.data.until ?? c.var.today))
    return outcome.ok
      ? saved(c, fill(say(c)['relation.ended'], { name: line.relation.name }), cardOf(line))
      : c.notFound()
  })

  .post(`${one}/heropening`, async (c) => {
    const line = await lineToTend(c)
    const outcome = line && (await c.var.work((tx, me) => resumeRelation(tx, me, line.relation.id)))
    if (!line || !outcome?.ok) return c.notFound()
    return saved(c, fill(say(c)['relation.resumed'], { name: line.relation.name }), cardOf(line))
  })

  .get(`${one}/gezichten`, async (c) => {
    const line = await lineToTend(c)
    if (!line) return c.notFound()
    const faces = await c.var.work((tx, me) => facesOf(tx, me.organisationId, line.relation.id))
    return c.var.page(<FacesPage partner={line.relation} faces={faces} today={c.var.today} />)
  })

  .get(`${one}/gezichten/nieuw`, async (c) => {
    const line = await lineToTend(c)
    return line ? c.var.page(<FaceFormPage partner={line.relation} said={faceForm.blank()} />) : c.notFound()
  })

  .post(`${one}/gezichten`, async (c) => {
    const line = await lineToTend(c)
    if (!line) return c.notFound()
    const body = await c.var.body()
    const form = faceForm.safeParse(body)
    if (!form.success)
      return c.var.page(<FaceFormPage partner={line.relation} said={faceForm.sayBack(form.error, body)} />, 422)
    const outcome = await c.var.work((tx, me) =>
      addFace(tx, me, line.relation.id, { ...form.data, source: typedSource(c) }),
    )
    return outcome.ok ? saved(c, say(c)['relation.saved'], facesAt(outcome.id)) : c.notFound()
  })

  .get(face, async (c) => {
    const found = await faceToTend(c, c.req.param('face'))
    return found
      ? c.var.page(
          <FaceFormPage
            partner={found.line.relation}
            face={found.face}
            said={faceForm.blank(faceValuesOf(found.face))}
          />,
        )
      : c.notFound()
  })

  .post(face, async (c) => {
    const found = await faceToTend(c, c.req.param('face'))
    if (!found) return c.notFound()
    const body = await c.var.body()
    const form = faceForm.safeParse(body)
    if (!form.success)
      return c.var.page(
        <FaceFormPage partner={found.line.relation} face={found.face} said={faceForm.sayBack(form.error, body)} />,
        422,
      )
    const outcome = await c.var.work((tx, me) => changeFace(tx, me, found.line.relation.id, found.face.id, form.data))
    return outcome.ok ? saved(c, say(c)['relation.saved'], facesAt(outcome.id)) : c.notFound()
  })

  .post(`${face}/voorrang`, async (c) => {
    const outcome = await c.var.work((tx, me) => ringSooner(tx, me, c.req.param('id'), c.req.param('face')))
    return outcome.ok ? c.redirect(facesAt(outcome.id), 303) : c.notFound()
  })

  .post(`${face}/verwijdering`, async (c) => {
    const outcome = await c.var.work((tx, me) => removeFace(tx, me, c.req.param('id'), c.req.param('face')))
    return outcome.ok ? saved(c, say(c)['face.removed'], facesAt(outcome.id)) : c.notFound()
  })

const cardOf = ({ relation }: Line) => `/netwerk/${relation.id}`
const facesAt = (id: string) => `/netwerk/${id}/gezichten`

function saved(c: Context<Inside>, text: string, path: string) {
  c.var.tell(text)
  return c.redirect(path, 303)
}

const errorsOf = (because: 'exists' | 'no-such-colleague' | 'no-such-whole'): Record<string, string> =>
  ({
    exists: { name: 'error.exists' },
    'no-such-colleague': { ownerId: 'error.colleague' },
    'no-such-whole': { partOfId: 'error.whole' },
  })[because]

async function showNew(c: Context<Inside>, said: Said, status: 200 | 422) {
  const choices = await choicesFor(c)
  return c.var.page(<RelationFormPage said={said} action="/netwerk" back="/netwerk" {...choices} />, status)
}

async function showChange(c: Context<Inside>, line: Line, said: Said, status: 200 | 422) {
  const choices = await choicesFor(c, line)
  return c.var.page(
    <RelationFormPage said={said} action={cardOf(line)} back={cardOf(line)} name={line.relation.name} {...choices} />,
    status,
  )
}

/** Who can hold the line, and what it can be part of. */
const choicesFor = (c: Context<Inside>, line?: Line) =>
  c.var.work((tx, { organisationId }) =>
    atOnce({
      colleagues: colleaguesOf(tx, organisationId, c.var.today),
      wholes: wholesFor(tx, organisationId, c.var.today, line?.relation),
    }),
  )

/** The line in the address, when she who asks may tend it. */
async function lineToTend(c: Context<Inside>): Promise<Line | undefined> {
  const line = await c.var.work((tx, me) => findLine(tx, me.organisationId, c.req.param('id') ?? ''))
  return line && mayTend(c.var.me, line.relation) ? line : undefined
}

async function faceToTend(c: Context<Inside>, id: string): Promise<{ line: Line; face: Face } | undefined> {
  const line = await lineToTend(c)
  const faces = line ? await c.var.work((tx, me) => facesOf(tx, me.organisationId, line.relation.id)) : []
  const face = faces.find((known) => known.id === id)
  return line && face ? { line, face } : undefined
}

const filled = (values: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? '']))

function valuesOf({ relation, reason }: Line): Body {
  const {
    name,
    form,
    type,
    partOfId,
    place,
    postcode,
    website,
    phone,
    reply,
    levels,
    scale,
    since,
    ownerId,
    deputyId,
  } = relation
  const { obligation = null, legalNote = null, about = null, motives = [] } = reason ?? {}
  return {
    ...filled({
      name,
      form,
      type,
      partOfId,
      place,
      postcode,
      website,
      phone,
      reply,
      scale,
      since,
      ownerId,
      deputyId,
      obligation,
      legalNote,
      about,
    }),
    levels,
    motives,
  }
}

const faceValuesOf = ({ name, work, phone, mail, days, moment, leftOn }: Face): Body => ({
  ...filled({ name, work, phone, mail, moment, leftOn }),
  days: days.map(String),
})
