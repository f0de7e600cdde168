import { Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import type { Body } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { isColleague, mayAsk, mayGive, mayManage, speaksAs } from './access.ts'
import {
  addColleague,
  addGroup,
  addSpace,
  changeColleague,
  changeGroup,
  removeGroup,
  removeSpace,
  setBellTimes,
} from './actions.ts'
import { bellsForm, colleagueForm, groupForm, spaceForm } from './forms.ts'
import { BellsPage, SpacesPage } from './pages/building.tsx'
import { ColleaguePage } from './pages/colleague.tsx'
import { ColleagueFormPage } from './pages/colleague-form.tsx'
import { GroupPage, GroupsPage } from './pages/groups.tsx'
import { StaffPage } from './pages/staff.tsx'
import { bellTimesOf, type Colleague, colleaguesOf, findColleague, findGroup, groupsOf, spacesOf } from './queries.ts'
import { bellFieldsOf, endsBeforeItBegins, leavesBeforeSheComes } from './rules.ts'
import { words } from './words/words.ts'

const ofASchool = [
  '/school',
  '/school/mensen/nieuw',
  '/school/lijst',
  '/school/ruimtes',
  '/school/lestijden',
  '/groepen',
]

export const inside = new Hono<Inside>()
  // Groups, rooms and bell times are a school’s; a board and a partner have their people, on a page of their own.
  .on('GET', ofASchool, (c, next) => (speaksAs(c.var.me) ? c.redirect('/collegas', 303) : next()))

  .get('/school', async (c) => {
    const colleagues = await c.var.work((tx, me) => colleaguesOf(tx, me.organisationId, c.var.today))
    return c.var.page(
      <StaffPage
        colleagues={colleagues}
        mayManage={mayManage(c.var.me)}
        mayAsk={mayAsk(c.var.me)}
        atSchool={isColleague(c.var.me)}
      />,
    )
  })

  .get('/school/mensen/nieuw', async (c) => {
    if (!mayManage(c.var.me)) return c.notFound()
    const others = await c.var.work((tx, me) => colleaguesOf(tx, me.organisationId, c.var.today))
    const mine = { others, mayGive: givesTo(c.var.me) }
    return c.var.page(<ColleagueFormPage said={colleagueForm.blank()} action="/school/mensen" {...mine} />)
  })

  .post('/school/mensen', async (c) => {
    const body = await c.var.body()
    const form = checked(body)
    const source = fill(words.in(c.var.language)['person.source.typed'], { day: sayDay(c.var.today, c.var.language) })
    const outcome = form.success
      ? await c.var.work((tx, me) => addColleague(tx, me, { ...form.data, source }))
      : undefined
    if (outcome?.ok) {
      c.var.tell(words.in(c.var.language)['person.saved'])
      return c.redirect(`/school/mensen/${outcome.id}`, 303)
    }
    if (outcome?.because === 'not-yours') return c.notFound()
    const others = await c.var.work((tx, me) => colleaguesOf(tx, me.organisationId, c.var.today))
    const said = backWith(form, body, outcome?.because)
    return c.var.page(
      <ColleagueFormPage said={said} action="/school/mensen" others={others} mayGive={givesTo(c.var.me)} />,
      422,
    )
  })

  .get('/school/mensen/:id', async (c) => {
    const colleague = await c.var.work((tx, me) => findColleague(tx, me.organisationId, c.req.param('id')))
    return colleague
      ? c.var.page(<ColleaguePage colleague={colleague} mayManage={mayManage(c.var.me)} />)
      : c.notFound()
  })

  .get('/school/mensen/:id/wijziging', async (c) => {
    const [colleague, others] = await c.var.work(
      async (tx, me) =>
        [
          await findColleague(tx, me.organisationId, c.req.param('id')),
          await colleaguesOf(tx, me.organisationId, c.var.today),
        ] as const,
    )
    if (!colleague || !mayManage(c.var.me)) return c.notFound()
    return c.var.page(
      <ColleagueFormPage {...formOf(c.var.me, colleague, others)} said={colleagueForm.blank(valuesOf(colleague))} />,
    )
  })

  .post('/school/mensen/:id', async (c) => {
    const body = await c.var.body()
    const form = checked(body, c.req.param('id'))
    const outcome = form.success
      ? await c.var.work((tx, me) => changeColleague(tx, me, c.req.param('id'), form.data))
      : undefined
    if (outcome?.ok) {
      c.var.tell(words.in(c.var.language)['person.saved'])
      return c.redirect(`/school/mensen/${c.req.param('id')}`, 303)
    }
    const [colleague, others] = await c.var.work(
      async (tx, me) =>
        [
          await findColleague(tx, me.organisationId, c.req.param('id')),
          await colleaguesOf(tx, me.organisationId, c.var.today),
        ] as const,
    )
    if (!colleague || !mayManage(c.var.me)) return c.notFound()
    const said = backWith(form, body, outcome?.because)
    return c.var.page(<ColleagueFormPage {...formOf(c.var.me, colleague, others)} said={said} />, 422)
  })

  .get('/groepen', async (c) => {
    const [groups, colleagues] = await c.var.work(
      async (tx, me) =>
        [await groupsOf(tx, me.organisationId), await colleaguesOf(tx, me.organisationId, c.var.today)] as const,
    )
    return c.var.page(
      <GroupsPage groups={groups} colleagues={colleagues} said={groupForm.blank()} mayManage={mayManage(c.var.me)} />,
    )
  })

  .post('/groepen', async (c) => {
    const body = await c.var.body()
    const form = groupForm.safeParse(body)
    const outcome = form.success ? await c.var.work((tx, me) => addGroup(tx, me, form.data)) : undefined
    if (outcome?.ok) return c.redirect('/groepen', 303)
    if (outcome?.because === 'not-yours') return c.notFound()
    const said = form.success ? { values: body, errors: { name: 'error.exists' } } : groupForm.sayBack(form.error, body)
    const [groups, colleagues] = await c.var.work(
      async (tx, me) =>
        [await groupsOf(tx, me.organisationId), await colleaguesOf(tx, me.organisationId, c.var.today)] as const,
    )
    return c.var.page(
      <GroupsPage groups={groups} colleagues={colleagues} said={said} mayManage={mayManage(c.var.me)} />,
      422,
    )
  })

  .get('/groepen/:id', async (c) => {
    const [group, colleagues] = await c.var.work(
      async (tx, me) =>
        [
          await findGroup(tx, me.organisationId, c.req.param('id')),
          await colleaguesOf(tx, me.organisationId, c.var.today),
        ] as const,
    )
    if (!group || !mayManage(c.var.me)) return c.notFound()
    const values = {
      name: group.name,
      years: group.years.map(String),
      pupils: group.pupils === null ? '' : String(group.pupils),
      teachers: group.teachers.map((one) => one.personId),
    }
    return c.var.page(<GroupPage group={group} colleagues={colleagues} said={groupForm.blank(values)} />)
  })

  .post('/groepen/:id', async (c) => {
    const body = await c.var.body()
    const form = groupForm.safeParse(body)
    const outcome = form.success
      ? await c.var.work((tx, me) => changeGroup(tx, me, c.req.param('id'), form.data))
      : undefined
    if (outcome?.ok) return c.redirect('/groepen', 303)
    const [group, colleagues] = await c.var.work(
      async (tx, me) =>
        [
          await findGroup(tx, me.organisationId, c.req.param('id')),
          await colleaguesOf(tx, me.organisationId, c.var.today),
        ] as const,
    )
    if (!group || !mayManage(c.var.me)) return c.notFound()
    const said = form.success ? { values: body, errors: { name: 'error.exists' } } : groupForm.sayBack(form.error, body)
    return c.var.page(<GroupPage group={group} colleagues={colleagues} said={said} />, 422)
  })

  .post('/groepen/:id/verwijdering', async (c) => {
    const outcome = await c.var.work((tx, me) => removeGroup(tx, me, c.req.param('id')))
    return outcome.ok ? c.redirect('/groepen', 303) : c.notFound()
  })

  .get('/school/ruimtes', async (c) => {
    const spaces = await c.var.work((tx, me) => spacesOf(tx, me.organisationId))
    return c.var.page(<SpacesPage spaces={spaces} said={spaceForm.blank()} mayManage={mayManage(c.var.me)} />)
  })

  .post('/school/ruimtes', async (c) => {
    const body = await c.var.body()
    const form = spaceForm.safeParse(body)
    const outcome = form.success ? await c.var.work((tx, me) => addSpace(tx, me, form.data)) : undefined
    if (outcome?.ok) return c.redirect('/school/ruimtes', 303)
    if (outcome?.because === 'not-yours') return c.notFound()
    const said = form.success ? { values: body, errors: { name: 'error.exists' } } : spaceForm.sayBack(form.error, body)
    const spaces = await c.var.work((tx, me) => spacesOf(tx, me.organisationId))
    return c.var.page(<SpacesPage spaces={spaces} said={said} mayManage={mayManage(c.var.me)} />, 422)
  })

  .post('/school/ruimtes/:id/verwijdering', async (c) => {
    const outcome = await c.var.work((tx, me) => removeSpace(tx, me, c.req.param('id')))
    if (outcome.ok) return c.redirect('/school/ruimtes', 303)
    if (outcome.because !== 'in-use') return c.notFound()
    const spaces = await c.var.work((tx, me) => spacesOf(tx, me.organisationId))
    return c.var.page(
      <SpacesPage spaces={spaces} said={{ values: {}, errors: { name: 'spaces.inUse' } }} mayManage />,
      409,
    )
  })

  .get('/school/lestijden', async (c) => {
    const times = await c.var.work((tx, me) => bellTimesOf(tx, me.organisationId))
    return c.var.page(<BellsPage said={{ values: bellFieldsOf(times), errors: {} }} mayManage={mayManage(c.var.me)} />)
  })

  .post('/school/lestijden', async (c) => {
    if (!mayManage(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = bellsForm.safeParse(body)
    const wrong = form.success ? endsBeforeItBegins(form.data) : []
    if (!form.success) return c.var.page(<BellsPage said={bellsForm.sayBack(form.error, body)} mayManage />, 422)
    if (wrong.length)
      return c.var.page(
        <BellsPage
          said={{ values: body, errors: Object.fromEntries(wrong.map((field) => [field, 'error.timeOrder'])) }}
          mayManage
        />,
        422,
      )
    await c.var.work((tx, me) => setBellTimes(tx, me, form.data))
    c.var.tell(words.in(c.var.language)['person.saved'])
    return c.redirect('/school/lestijden', 303)
  })

/** The form as read, plus the rules that need two fields at once. */
function checked(body: Body, personId?: string) {
  const form = colleagueForm.safeParse(body)
  if (!form.success) return { success: false as const, errors: colleagueForm.sayBack(form.error, body).errors }
  if (leavesBeforeSheComes(form.data)) return { success: false as const, errors: { until: 'error.untilBeforeFrom' } }
  if (personId && form.data.deputyId === personId)
    return { success: false as const, errors: { deputyId: 'error.deputy.self' } }
  return { success: true as const, data: form.data }
}

// When the form itself was right and it still did not go through, it is the roles or else the deputy.
function backWith(form: ReturnType<typeof checked>, body: Body, because?: string) {
  if (!form.success) return { values: body, errors: form.errors }
  const errors: Record<string, string> =
    because === 'not-to-give' ? { roles: 'error.roles.leading' } : { deputyId: 'error.deputy' }
  return { values: body, errors }
}

/** Which roles this colleague may give: those she may not are not in the form, unless somebody has them. */
const givesTo =
  (me: Actor, before: readonly string[] = []) =>
  (role: string) =>
    before.includes(role) || mayGive(me, [...before, role], before)

const formOf = (me: Actor, colleague: Colleague, everyone: Colleague[]) => ({
  mayGive: givesTo(me, colleague.roles),
  action: `/school/mensen/${colleague.personId}`,
  name: colleague.name,
  others: everyone.filter((one) => one.personId !== colleague.personId),
  ownAccount: colleague.hasAccount,
})

const valuesOf = ({ name, mail, phone, roles, days, deputyId, from, until }: Colleague) => ({
  name,
  mail: mail ?? '',
  phone: phone ?? '',
  roles,
  days: days.map(String),
  deputyId: deputyId ?? '',
  from: from ?? '',
  until: until ?? '',
})
