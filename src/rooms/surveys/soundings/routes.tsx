import { type Context, Hono } from 'hono'
import type { Said } from '#kit/form/form.ts'
import type { Inside } from '#kit/http/types.ts'
import { isColleague } from '#rooms/people/door.ts'
import { maySound } from '../access.ts'
import { askTheTeam } from '../actions.ts'
import { pollsOf } from '../queries.ts'
import { takesVotes } from '../rules.ts'
import { startForm } from './forms.ts'
import { SoundingsPage } from './pages/sounding.tsx'
import { words } from './words/words.ts'

/** The yearly question about work itself; answered where every poll is. */
export const inside = new Hono<Inside>()
  .get('/peiling', (c) => show(c, startForm.blank(), 200))

  .post('/peiling', async (c) => {
    if (!maySound(c.var.me)) return c.notFound()
    const body = await c.var.body()
    const form = startForm.safeParse(body)
    if (!form.success) return show(c, startForm.sayBack(form.error, body), 422)
    const { today, config } = c.var
    const t = words.in('nl')
    const said = { kind: 'sounding' as const, closesOn: form.data.closesOn, question: t['question'], path: '/peiling' }
    const open = (await soundingsOf(c)).some((one) => takesVotes(one, today))
    const asked = open
      ? ({ ok: false, because: 'open' } as const)
      : await c.var.work((tx, me) => askTheTeam(tx, me, said, { today, baseUrl: config.baseUrl }))
    if (!asked.ok && asked.because === 'not-yours') return c.notFound()
    if (!asked.ok) {
      const error = asked.because === 'day' ? 'error.closesOn' : `error.${asked.because}`
      return show(c, { values: body, errors: { closesOn: error } }, 422)
    }
    c.var.nudge()
    c.var.tell(words.in(c.var.language)['started'])
    return c.redirect('/peiling', 303)
  })

const soundingsOf = async (c: Context<Inside>) =>
  (await c.var.work((tx, me) => pollsOf(tx, me.organisationId, me.personId))).filter(({ kind }) => kind === 'sounding')

async function show(c: Context<Inside>, said: Said, status: 200 | 422) {
  const { me, today } = c.var
  if (!isColleague(me)) return c.notFound()
  const soundings = await soundingsOf(c)
  return c.var.page(<SoundingsPage {...{ soundings, said, today }} mayStart={maySound(me)} />, status)
}
