import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, type Database } from '#kit/db/database.ts'
import type { HouseForWorkers, Inside, Porch, Street } from '#kit/http/types.ts'
import { dayOf } from '#kit/time/day.ts'
import { mayIntegrate } from '#rooms/integrations/door.ts'
import { colleagues, managers, type Place, type Who, whoIsThis } from '#rooms/people/door.ts'
import { networkKeepers } from '#rooms/relations/door.ts'
import { isOfTheTwo } from '#rooms/tandem/door.ts'
import type { Viewer } from './frame.ts'

type Known = { viewer?: Viewer; who?: Who | undefined; twoSteps?: boolean }

/** The porch: signed in. Whoever is not is shown the way, and comes back here afterwards. */
export const onThePorch =
  (db: Database): MiddlewareHandler<Porch & { Variables: Known }> =>
  async (c, next) => {
    const session = await c.var.gate.whoIs(c.req.raw.headers)
    if (!session)
      return c.redirect(c.req.method === 'GET' ? `/inloggen?naar=${encodeURIComponent(c.req.path)}` : '/inloggen', 303)
    c.set('accountId', session.accountId)
    c.set('twoSteps', session.twoSteps)
    c.set('accountWork', (work) => actingAsAccount(db, session.accountId, work))
    c.set('who', await actingAsAccount(db, session.accountId, (tx) => whoIsThis(tx, session.accountId, c.var.today)))
    await next()
  }

/** Inside: somebody in particular, acting for one organisation. A cookie remembers which, when she has several. */
export const inTheHall =
  (db: Database): MiddlewareHandler<Inside & { Variables: Known }> =>
  async (c, next) => {
    const who = c.var.who
    const place = who && chosen(who.places, getCookie(c, 'plek'))
    if (!who || !place) return c.redirect('/nergens', 303)
    const due = c.var.twoSteps ? null : place.secondStepFrom
    if (due && due <= c.var.today && !openWithOneStep.test(c.req.path)) return c.redirect('/mij/tweede-stap', 303)
    const me = recognise({
      accountId: c.var.accountId,
      personId: who.personId,
      organisationId: place.organisationId,
      roles: place.roles,
    })
    c.set('me', me)
    c.set('viewer', { ...viewerOf(who, place), secondStepFrom: due })
    c.set('work', (work) => actingAs(db, me, (tx) => work(tx, me)))
    await next()
  }

// Where she can set up a second step or prove that she has one, and where help is; signing out and her language are outside.
const openWithOneStep = /^\/(hulp-nu|mij\/(tweede-stap|sleutels|bevestiging))(\/|$)/

const has = (roles: readonly string[], some: readonly string[]) => roles.some((role) => some.includes(role))

const viewerOf = (who: Who, { name, kind, accent, brand, roles }: Place): NonNullable<Viewer> => ({
  name: who.name,
  place: name,
  side: kind === 'school' ? 'school' : 'partner',
  isBoard: kind === 'board',
  isPartner: kind === 'partner',
  integrates: mayIntegrate({ roles }),
  works: has(roles, colleagues),
  arranges: has(roles, managers),
  keeps: has(roles, [...managers, ...networkKeepers]),
  pedals: isOfTheTwo({ roles }),
  look: { accent, brand },
})

/** Who looks at a page before every door (what we are, the languages, a mistake): signed in, she keeps her way around. */
export async function glance(db: Database, c: Context<Street & { Variables: Known }>): Promise<Viewer> {
  const session = await c.var.gate.whoIs(c.req.raw.headers)
  if (!session) return undefined
  const { accountId } = session
  const who = c.var.who ?? (await actingAsAccount(db, accountId, (tx) => whoIsThis(tx, accountId, c.var.today)))
  const place = who && chosen(who.places, getCookie(c, 'plek'))
  return who && place && viewerOf(who, place)
}

/** Work done later is done as whoever asked for it, who may have left since, or may do less. */
export const asWhoAsked =
  (db: Database): HouseForWorkers['as'] =>
  async ({ accountId, organisationId }, work) => {
    const who = await actingAsAccount(db, accountId, (tx) => whoIsThis(tx, accountId, dayOf(new Date())))
    const place = who?.places.find((one) => one.organisationId === organisationId)
    if (!who || !place) return 'gone'
    const me = recognise({ accountId, personId: who.personId, organisationId, roles: place.roles })
    return actingAs(db, me, (tx) => work(tx, me))
  }

const chosen = (places: readonly Place[], wish: string | undefined) =>
  places.find((p) => p.organisationId === wish) ?? places[0]
