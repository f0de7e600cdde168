import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { isMail } from '#kit/sheet/contact.ts'
import { namesAChild, topicOf } from '#rooms/trade/door.ts'

const note = (most: number) => text(most, 'error.long').transform((value) => value || null)
const topic = maybe(z.string().refine((id) => Boolean(topicOf(id)), 'error.topic'))
const mail = maybe(z.string().max(200, 'error.mail').refine(isMail, 'error.mail'))
const name = needed(160, { missing: 'error.name', tooLong: 'error.long' })
const what = needed(1000, { missing: 'error.what', tooLong: 'error.what.long' })

/** What came by letter or telephone, typed by the school. */
export const typedForm = form({ name, contact: note(120), mail, phone: note(40), topic, what })
export type ProposalSaid = z.infer<typeof typedForm.schema>

/** The public form. An address to answer to, and no links: whoever wants to lure somebody has nothing to gain here. */
export const publicForm = form({
  name: name.refine(isWithoutLinks, 'error.links'),
  // Her name stands in the letter that says no: what a mail program makes a link of does not go out under our name.
  contact: needed(120, { missing: 'error.contact', tooLong: 'error.long' }).refine(isAName, 'error.links'),
  mail: needed(200, { missing: 'error.mail', tooLong: 'error.mail' }).refine(isMail, 'error.mail'),
  phone: text(40, 'error.long')
    .refine(isWithoutLinks, 'error.links')
    .transform((value) => value || null),
  topic: needed(60, { missing: 'error.topic.needed', tooLong: 'error.topic' }).refine(
    (id) => id === 'other' || topicOf(id),
    'error.topic',
  ),
  what: what.refine(isWithoutLinks, 'error.links').refine((said) => !namesAChild(said), 'error.child'),
})

function isWithoutLinks(said: string) {
  return !/https?:|www\.|\[url|<a\s/i.test(said)
}

function isAName(said: string) {
  return isWithoutLinks(said) && !/[@/\\]|[\p{L}\d-]{2,}\.\p{L}{2,}/u.test(said)
}

export const passForm = form({ personId: z.uuid('error.colleague') })
