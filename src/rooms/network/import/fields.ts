import { type Meaning, matchHead } from '#kit/sheet/columns.ts'
import { plain } from '#kit/sheet/layout.ts'
import { dayOf, WEEK } from '#kit/sheet/weekdaywords.ts'
import { FIELD_WORDS } from './fieldwords.ts'

/** What a column of a partner list can hold. `reach` and `contact` are the mixed ones: split by what is in them. */
export type Field =
  | 'name'
  | 'form'
  | 'type'
  | 'kind'
  | 'sector'
  | 'address'
  | 'street'
  | 'houseNumber'
  | 'postcode'
  | 'place'
  | 'website'
  | 'phone'
  | 'mail'
  | 'reach'
  | 'levels'
  | 'scale'
  | 'obligation'
  | 'motives'
  | 'topics'
  | 'since'
  | 'ends'
  | 'spoken'
  | 'owner'
  | 'deputy'
  | 'presence'
  | 'presenceDay'
  | 'from'
  | 'until'
  | 'room'
  | 'note'
  | 'partOf'
  | 'reply'
  | 'contact'
  | 'contactName'
  | 'contactWork'
  | 'contactPhone'
  | 'contactMail'
  | 'contactReach'
  | 'contactDays'
  | 'contactMoment'

/** What a head means: "Contactpers.", "Tel/mail", "Wie bij ons?", "Contact 2 telefoon". */
export function meaningOf(head: string): Meaning<Field> | undefined {
  const day = dayOf(head.trim())
  if (day) return { field: 'presenceDay', sure: 0.9, day: WEEK.indexOf(day) + 1 }
  const tidy = plain(head).replace(/[+&]/g, ' ').replace(/ +/g, ' ').trim()
  const number = Number(/ (\d)\b|^(\d) /.exec(` ${tidy}`)?.[1] ?? 0)
  const bare = tidy
    .replace(/\b\d\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  const meaning = matchHead(bare, FIELD_WORDS)
  const about = CONTACT.test(bare) ? aboutContact(bare) : undefined
  const found = about && meaning?.sure !== 1 ? { field: about, sure: 0.9 } : meaning
  return found && { ...found, ...(number > 0 ? { at: number - 1 } : {}) }
}

/** "Telefoon contactpersoon" is the contact's, not the partner's. */
function aboutContact(head: string): Field {
  const phone = /\b(tel\w*|mobiel\w*|06|phone)\b/.test(head)
  const mail = /\b(e ?mail\w*|mail\w*)\b/.test(head)
  if (phone && mail) return 'contactReach'
  if (phone) return 'contactPhone'
  if (mail) return 'contactMail'
  if (/\b(functie|rol|taak|work|role)\b/.test(head)) return 'contactWork'
  if (/\b(dag|dagen|werkdagen|days)\b/.test(head)) return 'contactDays'
  if (/\b(bereikbaar\w*|moment|wanneer)\b/.test(head)) return 'contactMoment'
  if (/\b(gegevens|info\w*)\b/.test(head)) return 'contactReach'
  return /\b(naam|name)\b/.test(head) ? 'contactName' : 'contact'
}

const CONTACT = /\b(contact|contactpers\w*|contactp\w*|cp|aanspreekpunt|gezicht|hun|bij hen)\b/
