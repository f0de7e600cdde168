export type Level = 'pupil' | 'group' | 'organisation'
export type Scale = 'building' | 'wijk' | 'gemeente' | 'regio' | 'landelijk'
export type Obligation = 'law' | 'population' | 'choice'
export type Form = 'organisation' | 'person' | 'group'

/** A face at the partner. Days: Monday is 1. */
export type Contact = { name: string; work: string; phone: string; mail: string; days: number[]; moment: string }

/** When the partner is in the building; `text` keeps what was said beyond days and hours. */
export type Presence = { days: number[]; from: string; until: string; text: string }

/** One partner as a school knows it; '' and [] where nothing is known. */
export type Partner = {
  name: string
  form: Form
  /** Id of partner-types.json, or ''. */
  type: string
  /** What the list said about its kind, in its own words. */
  kind: string
  sector: string
  street: string
  houseNumber: string
  postcode: string
  place: string
  website: string
  phone: string
  mail: string
  levels: Level[]
  scale: Scale | ''
  obligation: Obligation | ''
  /** At most three ids of motives.json. */
  motives: string[]
  topics: string[]
  /** ISO day, or ''. */
  since: string
  /** The last day it lasts, as an ISO day, or ''. */
  ends: string
  /** Names of colleagues, as the list has them. */
  owner: string
  deputy: string
  presence: Presence
  room: string
  note: string
  /** Name of the partner it is a department of. */
  partOf: string
  /** How soon one usually hears back, in words. */
  reply: string
  contacts: Contact[]
}

/** A partner read from a file: the lines it stood on, and how sure its type is (1 when the file itself said so). */
export type PartnerRow = Partner & { lines: number[]; typeSure: number }

export type BadRow = {
  line: number
  because: 'no-name' | 'not-a-name' | 'too-long' | 'remark'
  value: string
  remedy: 'type-name' | 'check-columns' | 'shorten' | 'leave-out'
}

export type NoteCode =
  | 'phone-unclear'
  | 'phone-more'
  | 'mail-unclear'
  | 'mail-more'
  | 'mail-repaired'
  | 'website-unclear'
  | 'postcode-unclear'
  | 'day-unclear'
  | 'only-month'
  | 'only-year'
  | 'last-of-month'
  | 'ended-already'
  | 'not-taken'
  | 'days-unclear'
  | 'days-guessed'
  | 'word-unclear'
  | 'too-many-motives'
  | 'house-number-mended'
  | 'type-guessed'
  | 'type-unknown'
  | 'owner-unknown'
  | 'owner-several'
  | 'shifted'
  | 'merged'
  | 'added-to-above'
  | 'names-child'

export type RowNote = { line: number; because: NoteCode; value: string }

export type ReadPartners = { good: PartnerRow[]; bad: BadRow[]; notes: RowNote[] }

export type Tell = (because: NoteCode, value: string) => void

export const emptyPartner = (): Partner => ({
  name: '',
  form: 'organisation',
  type: '',
  kind: '',
  sector: '',
  street: '',
  houseNumber: '',
  postcode: '',
  place: '',
  website: '',
  phone: '',
  mail: '',
  levels: [],
  scale: '',
  obligation: '',
  motives: [],
  topics: [],
  since: '',
  ends: '',
  owner: '',
  deputy: '',
  presence: { days: [], from: '', until: '', text: '' },
  room: '',
  note: '',
  partOf: '',
  reply: '',
  contacts: [],
})
