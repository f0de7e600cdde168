import * as z from 'zod'
import { type Body, form, maybe, needed, type Said, text, ticked } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import type { Deed } from './actions.ts'
import { declineReasons, outcomes, requestLevels } from './tables.ts'

export const longestLine = 300
export const longestText = 2000
const uuid = maybe(z.uuid('error.not-found'))
const line = { missing: 'error.what', tooLong: 'error.long.line' }

/** Three lines, to whom, and when she would like it. */
export const askForm = form({
  lijn: uuid,
  collega: uuid,
  face: uuid,
  level: z.enum(requestLevels, 'error.level'),
  what: needed(longestLine, line),
  forWhom: text(longestLine, 'error.long.line'),
  wishDay: z.string('error.wish').refine(isDay, 'error.wish'),
  notOneChild: ticked,
})

/** Where a question goes on to: another line, another face, or a colleague. */
export const rerouteForm = form({ lijn: uuid, collega: uuid, face: uuid, text: text(longestText, 'error.long.line') })

const note = text(longestText, 'error.long.line')
const said = needed(longestText, { missing: 'error.text', tooLong: 'error.long.line' })
const withNote = form({ text: note })
const withText = form({ text: said })
const decline = form({ reason: z.enum(declineReasons, 'error.reason'), text: note })
const close = form({ outcome: z.enum(outcomes, 'error.outcome'), text: note })

/** What one can do with a request, by the noun to which one posts it. */
export const moments = {
  gezien: 'seen',
  acceptatie: 'accepted',
  afwijzing: 'declined',
  antwoord: 'answered',
  afronding: 'done',
  aanvulling: 'note',
  vervolg: 'asked_on',
  intrekking: 'withdrawn',
} as const satisfies Record<string, Deed['kind']>
export type Noun = keyof typeof moments
export const nouns = Object.keys(moments) as Noun[]
/** What can be done with a link: the side that was asked, and no more. */
export const guestNouns = ['gezien', 'acceptatie', 'afwijzing', 'antwoord', 'afronding', 'aanvulling'] as const

/** What was said back belongs to one of several forms on the page. */
export type SaidAt = Said & { noun: Noun | 'doorverwijzing' }
export type Read = { ok: true; deed: Deed } | { ok: false; said: SaidAt }

/** What was posted to a noun, as a deed; or the form as it was, with what is not right about it. */
export function readDeed(noun: Noun, body: Body): Read {
  const kind = moments[noun]
  switch (kind) {
    case 'declined': {
      const read = decline.safeParse(body)
      return read.success
        ? { ok: true, deed: { kind, ...read.data } }
        : { ok: false, said: { noun, ...decline.sayBack(read.error, body) } }
    }
    case 'done': {
      const read = close.safeParse(body)
      return read.success
        ? { ok: true, deed: { kind, ...read.data } }
        : { ok: false, said: { noun, ...close.sayBack(read.error, body) } }
    }
    case 'answered':
    case 'asked_on':
    case 'note': {
      const read = withText.safeParse(body)
      return read.success
        ? { ok: true, deed: { kind, ...read.data } }
        : { ok: false, said: { noun, ...withText.sayBack(read.error, body) } }
    }
    default: {
      const read = withNote.safeParse(body)
      return read.success
        ? { ok: true, deed: { kind, ...read.data } }
        : { ok: false, said: { noun, ...withNote.sayBack(read.error, body) } }
    }
  }
}

export const codeForm = form({
  code: z.preprocess(
    (value) => String([value].flat()[0] ?? '').replace(/\s/g, ''),
    z.string().regex(/^\d{6}$/, 'error.code'),
  ),
})
