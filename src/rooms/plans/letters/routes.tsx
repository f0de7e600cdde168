import { type Context, Hono } from 'hono'
import type { Inside } from '#kit/http/types.ts'
import { fill, isLanguage } from '#kit/words/words.ts'
import { words } from '../resolutions/words/words.ts'
import { aboutIn, letterToWrite, mostMailed, sendLetter } from './actions.ts'
import { letterForm } from './forms.ts'
import { LetterPage } from './pages/letter.tsx'

const one = '/besluiten/:id{[0-9a-f-]{36}}/partners/:line{[0-9a-f-]{36}}/brief'

/** A letter to a partner about a decision: read first, then by mail or on paper, once. */
export const inside = new Hono<Inside>()
  .get(one, async (c) => {
    const { today } = c.var
    const found = await c.var.work((tx, me) => letterToWrite(tx, me, at(c), today))
    if (!found) return c.notFound()
    const asked = c.req.query('taal') ?? ''
    const language = isLanguage(asked) ? asked : (found.face?.language ?? 'nl')
    return c.var.page(<LetterPage {...{ found, language, today }} about={aboutIn(found, today)} />)
  })

  .post(one, async (c) => {
    const form = letterForm.safeParse(await c.var.body())
    const { today, now } = c.var
    if (!form.success) return c.redirect(c.req.path, 303)
    const { way, taal: language } = form.data
    const sent = await c.var.work((tx, me) => sendLetter(tx, me, at(c), { way, language, today, now }))
    const t = words.in(c.var.language)
    if (!sent.ok) {
      if (sent.because === 'not-found') return c.notFound()
      c.var.tell(fill(t[`write.${sent.because}`], { most: mostMailed }))
      return c.redirect(`${c.req.path}?taal=${language}`, 303)
    }
    c.var.nudge()
    c.var.tell(fill(t[`write.told.${way}`], { name: sent.to }))
    return c.redirect(`/besluiten/${at(c).id}`, 303)
  })

const at = (c: Context<Inside>) => ({ id: c.req.param('id') ?? '', relationId: c.req.param('line') ?? '' })
