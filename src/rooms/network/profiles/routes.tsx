import { Hono } from 'hono'
import { atOnce } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { speaksForPartner } from '../access.ts'
import { words } from '../words/words.ts'
import { tellProfile } from './actions.ts'
import { profileForm } from './forms.ts'
import { ProfilePage } from './pages/profile.tsx'
import { BoardSchoolsPage, SchoolsPage } from './pages/schools.tsx'
import { findProfile, ownSchools, schoolsOf } from './queries.ts'

export const inside = new Hono<Inside>()
  .get('/scholen', async (c) => {
    if (!speaksForPartner(c.var.me)) return c.notFound()
    const { schools, own } = await c.var.work((tx, me) =>
      atOnce({ schools: schoolsOf(tx, me.organisationId, c.var.today), own: ownSchools(tx, me.organisationId) }),
    )
    return c.var.page(
      own.isBoard ? <BoardSchoolsPage own={own.schools} lines={schools} /> : <SchoolsPage schools={schools} />,
    )
  })

  .get('/profiel', async (c) => {
    if (!speaksForPartner(c.var.me)) return c.notFound()
    const profile = await c.var.work((tx, me) => findProfile(tx, me.organisationId))
    const { can, wants, gives, asks } = profile ?? {}
    return c.var.page(
      <ProfilePage
        said={profileForm.blank({ can: can ?? '', wants: wants ?? '', gives: gives ?? '', asks: asks ?? '' })}
      />,
    )
  })

  .post('/profiel', async (c) => {
    if (!speaksForPartner(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = profileForm.safeParse(body)
    if (!form.success) return c.var.page(<ProfilePage said={profileForm.sayBack(form.error, body)} />, 422)
    const told = await c.var.work((tx, me) => tellProfile(tx, me, form.data, c.var.now))
    if (!told.ok) return c.notFound()
    c.var.tell(words.in(c.var.language)['profile.saved'])
    return c.redirect('/profiel', 303)
  })
