import { type Column, type Mapping, type Meaning, matchHead, proposeColumns } from '#kit/sheet/columns.ts'
import { isMail, readPhone } from '#kit/sheet/contact.ts'
import { isName } from '#kit/sheet/personname.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { readDays } from '#kit/sheet/weekdays.ts'
import { dayOf, WEEK } from '#kit/sheet/weekdaywords.ts'
import { readRoles, takeGroups } from './roles.ts'

export type StaffField =
  | 'name'
  | 'given'
  | 'infix'
  | 'family'
  | 'mail'
  | 'phone'
  | 'role'
  | 'days'
  | 'share'
  | 'day'
  | 'group'
  | 'deputy'
  | 'from'
  | 'note'

export type StaffMapping = Mapping<StaffField>
export type StaffColumn = Column<StaffField>

/** Which column of a staff list holds what: from the heads, and where these fail from the cells. */
export const proposeStaff = (sheet: Sheet): StaffMapping =>
  proposeColumns(sheet, {
    meaning,
    guessable: ['mail', 'phone', 'role', 'days', 'group', 'name'],
    judge: judgeStaff,
    many: ['role', 'note', 'group', 'day'],
  })

function meaning(head: string): Meaning<StaffField> | undefined {
  const day = dayOf(head.trim())
  if (day) return { field: 'day', sure: 1, day: WEEK.indexOf(day) + 1 }
  const found = PRIVATE.test(head) ? undefined : matchHead(head, WORDS)
  // Beside "Roepnaam" the initials are of no use: nobody calls her A.
  return found?.field === 'given' && INITIALS.test(head) ? { ...found, sure: 0.5 } : found
}

const INITIALS = /voorletter|initial/i

/** 1 when the cell suits the field, -1 when it cannot be that. */
export function judgeStaff(field: StaffField, cell: string): number {
  switch (field) {
    case 'mail':
      return isMail(cell) ? 1 : -1
    case 'phone':
      return readPhone(cell) ? 1 : -1
    case 'days':
      return readDays(cell).days.length > 0 ? 1 : -0.5
    case 'role':
      return readRoles(cell).roles.length > 0 ? 0.9 : -0.2
    case 'group':
      return /^[1-8]([-/ ][1-8])*[a-e]?$/i.test(cell) || takeGroups(cell).groups.length > 0 ? 0.8 : -0.2
    case 'name':
      return isName(cell) && !dayOf(cell) ? 0.6 : -1
    default:
      return 0
  }
}

// What somebody gave the school in private is not for a directory; whoever wants it there types it herself.
const PRIVATE = /(?<!\p{L})(priv[eé]|thuis|bsn|geboorte|verj)/iu

const WORDS: Record<StaffField, readonly string[]> = {
  name: [
    'naam',
    'namen',
    'medewerker',
    'collega',
    'personeelslid',
    'teamlid',
    'leerkracht',
    'naam medewerker',
    'naam leerkracht',
    'name',
    'volledige naam',
    'wie',
    'medewerkers',
    'team',
    'personeel',
  ],
  given: ['voornaam', 'roepnaam', 'voorletters', 'initialen', 'first name', 'given name'],
  infix: ['tussenvoegsel', 'tussenv', 'tussenvoegsels', 'voorvoegsel', 'tv', 'vv', 'infix'],
  family: [
    'achternaam',
    'familienaam',
    'last name',
    'surname',
    'achternaam voornaam',
    'achternaam roepnaam',
    'achternaam voorletters',
  ],
  mail: [
    'mail',
    'e mail',
    'email',
    'mailadres',
    'e mailadres',
    'emailadres',
    'e mail adres',
    'email adres',
    'schoolmail',
    'werkmail',
  ],
  phone: [
    'telefoon',
    'tel',
    'telefoonnummer',
    'mobiel',
    '06',
    'gsm',
    'tel nr',
    'telnr',
    'phone',
    'telefoonnr',
    '06 nummer',
  ],
  role: [
    'rol',
    'rollen',
    'functie',
    'functies',
    'taak',
    'taken',
    'functie taak',
    'taak functie',
    'wat doet',
    'role',
    'job',
    'werk',
    'functie rol',
    'extra taken',
    'coordinator',
    'specialisme',
    'neventaken',
  ],
  days: [
    'dagen',
    'werkdagen',
    'werkdag',
    'werkt op',
    'aanwezig',
    'aanwezigheid',
    'werktijden',
    'lesdagen',
    'days',
    'working days',
    'rooster',
    'welke dagen',
    'dag',
    'wanneer',
  ],
  share: ['wtf', 'fte', 'werktijdfactor', 'betrekkingsomvang', 'omvang'],
  day: [],
  group: ['groep', 'groepen', 'gr', 'klas', 'group', 'grp', 'unit'],
  deputy: ['vervanger', 'vervanging', 'achterwacht', 'deputy', 'vervangt'],
  from: ['in dienst', 'in dienst sinds', 'datum in dienst', 'sinds', 'vanaf', 'start'],
  note: ['opmerking', 'opmerkingen', 'bijzonderheden', 'notitie', 'toelichting', 'note', 'notes', 'overig'],
}
