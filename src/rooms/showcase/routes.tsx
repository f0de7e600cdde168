import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Said } from '#kit/form/form.ts'
import type { Inside, Street } from '#kit/http/types.ts'
import { fill, isLanguage, languageAsked, languages } from '#kit/words/words.ts'
import { isColleague } from '#rooms/people/door.ts'
import { mayArrange, speaksForPartner } from './access.ts'
import {
  closeShowcase,
  type Done,
  hideLine,
  object,
  openShowcase,
  showLine,
  withdrawObjection,
  writeIntro,
} from './actions.ts'
import { introForm, lineForm } from './forms.ts'
import { ShowcasePage } from './pages/public.tsx'
import { LinePage, SettingsPage } from './pages/settings.tsx'
import { TheirsPage } from './pages/theirs.tsx'
import { candidatesOf, findShowcase, publicPage, schoolAt, shownWithUs } from './queries.ts'
import { mayBeShown } from './rules.ts'
import { words } from './words/words.ts'

const mention = '/vermeldingen/:line{[0-9a-f-]+}'
const partner = '/partnerpagina/partners/:line{[0-9a-f-]+}'

export const street = new Hono<Street>()
  // The same for everyone, so its tag says whether it changed: no nonce and no cookie are in it.
  .get('/met-wie/:address', etag({ weak: true }), async (c) => {
    const { today, config } = c.var
    const path = `/met-wie/${c.req.param('address')}`
    const page = await c.var.asGuest('', async (tx) => {
      const schoolId = await schoolAt(tx, c.req.param('address'))
      return schoolId ? publicPage(tx, schoolId, today) : undefined
    })
    if (!page) return c.notFound()
    c.set('language', tongueOf(c))
    // Who is taken off is gone at the next look.
    c.header('Cache-Control', 'public, max-age=0, must-revalidate')
    c.header('Vary', 'Accept-Language')
    return c.var.alone(<ShowcasePage page={page} tongues={tonguesAt(path)} address={`${config.baseUrl}${path}`} />)
  })

export const inside = new Hono<Inside>()
  .get('/partnerpagina', (c) => settings(c, undefined))

  .post('/partnerpagina/woorden', async (c) => {
    if (!mayArrange(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = introForm.safeParse(body)
    if (!form.success) return settings(c, introForm.sayBack(form.error, body))
    const done = await c.var.work((tx, me) => writeIntro(tx, me, form.data))
    return isNamed(done) ? settings(c, { values: body, errors: { intro: 'error.names' } }) : saved(c, done, 'set.saved')
  })

  .post('/partnerpagina/opening', async (c) =>
    saved(c, await c.var.work((tx, me) => openShowcase(tx, me, c.var.now)), 'set.on'),
  )

  .post('/partnerpagina/sluiting', async (c) => saved(c, await c.var.work(closeShowcase), 'set.off'))

  .get('/partnerpagina/voorbeeld', async (c) => {
    const page = isColleague(c.var.me)
      ? await c.var.work((tx, me) => publicPage(tx, me.organisationId, c.var.today))
      : undefined
    if (!page) return c.notFound()
    c.set('language', tongueOf(c, c.var.language))
    const tongues = tonguesAt('/partnerpagina/voorbeeld')
    return c.var.alone(<ShowcasePage page={page} tongues={tongues} address={c.var.config.baseUrl} isPreview />)
  })

  .get(partner, (c) => showPartner(c, undefined))

  .post(partner, async (c) => {
    const body = await c.var.body()
    const form = lineForm.safeParse(body)
    if (!form.success) return showPartner(c, lineForm.sayBack(form.error, body))
    const line = await lineIn(c)
    const said = { ...form.data, today: c.var.today }
    const done = await c.var.work((tx, me) => showLine(tx, me, c.req.param('line'), said))
    if (!done.ok && done.because === 'names')
      return showPartner(c, { values: body, errors: { [done.field]: 'error.names' } })
    return saved(c, done, 'set.shown', line?.name)
  })

  .post(`${partner}/verwijdering`, async (c) => {
    const line = await lineIn(c)
    return saved(c, await c.var.work((tx, me) => hideLine(tx, me, c.req.param('line'))), 'set.hidden', line?.name)
  })

  .get('/vermeldingen', async (c) => {
    if (!speaksForPartner(c.var.me)) return c.notFound()
    const places = await c.var.work((tx, me) => shownWithUs(tx, me.organisationId))
    return c.var.page(<TheirsPage places={places} />)
  })

  .post(`${mention}/bezwaar`, async (c) => {
    const done = await c.var.work((tx, me) => object(tx, me, c.req.param('line'), c.var.today))
    return saved(c, done, 'theirs.gone', '', '/vermeldingen')
  })

  .post(`${mention}/toestemming`, async (c) => {
    const done = await c.var.work((tx, me) => withdrawObjection(tx, me, c.req.param('line')))
    return saved(c, done, 'theirs.may', '', '/vermeldingen')
  })

/** The language in the address, else the one the browser asks for: the page keeps no cookie. */
const tongueOf = (c: Context, otherwise = languageAsked(c.req.header('accept-language') ?? '')) => {
  const chosen = c.req.query('taal')
  return chosen && isLanguage(chosen) ? chosen : otherwise
}
const tonguesAt = (path: string) =>
  languages().map((language) => ({ ...language, href: `${path}?taal=${language.code}` }))

const isNamed = (done: Done) => !done.ok && done.because === 'names'

type Told = Extract<keyof (typeof words)['tables']['nl'], `set.${string}` | `theirs.${string}`>
function saved(c: Context<Inside>, done: Done, told: Told, name = '', to = '/partnerpagina') {
  if (!done.ok) return c.notFound()
  c.var.tell(fill(words.in(c.var.language)[told], { name }))
  return c.redirect(to, 303)
}

async function settings(c: Context<Inside>, again: Said | undefined) {
  const { me, today, config } = c.var
  if (!isColleague(me)) return c.notFound()
  const { found, candidates } = await c.var.work(async (tx) => ({
    found: await findShowcase(tx, me.organisationId),
    candidates: await candidatesOf(tx, me.organisationId, today),
  }))
  return c.var.page(
    <SettingsPage
      address={found?.address ? `${config.baseUrl}/met-wie/${found.address}` : undefined}
      isOpen={Boolean(found?.openedAt)}
      mayArrange={mayArrange(me)}
      candidates={candidates}
      said={again ?? introForm.blank({ intro: found?.intro ?? '' })}
    />,
    again ? 422 : 200,
  )
}

/** The line in the address, when it may stand on the page and I may arrange that. */
async function lineIn(c: Context<Inside>) {
  if (!mayArrange(c.var.me)) return undefined
  const candidates = await c.var.work((tx, me) => candidatesOf(tx, me.organisationId, c.var.today))
  return candidates.find((one) => one.id === c.req.param('line') && mayBeShown(one))
}

async function showPartner(c: Context<Inside>, again: Said | undefined) {
  const line = await lineIn(c)
  if (!line) return c.notFound()
  const { name, website, why } = line.onPage ?? { name: line.name, website: line.website, why: '' }
  const values = { name, website: website ?? '', why }
  return c.var.page(<LinePage line={line} said={again ?? lineForm.blank(values)} />, again ? 422 : 200)
}
