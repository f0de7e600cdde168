/** The names DUO has given the same column over the years and in its two channels. */
export const COLUMNS = {
  code: ['VESTIGINGSCODE', 'VESTIGINGSNUMMER', 'VESTIGINGS NUMMER', 'CODE VESTIGING'],
  institution: ['INSTELLINGSCODE', 'BRIN NUMMER', 'BRINNUMMER', 'BRIN', 'CODE INSTELLING'],
  boardNumber: ['BEVOEGD GEZAG NUMMER', 'BEVOEGD GEZAGNUMMER', 'NUMMER BEVOEGD GEZAG', 'BEVOEGD GEZAG CODE'],
  name: [
    'VESTIGINGSNAAM',
    'NAAM VESTIGING',
    'INSTELLINGSNAAM VESTIGING',
    'INSTELLINGSNAAM',
    'NAAM INSTELLING',
    'NAAM VOLLEDIG',
  ],
  street: ['STRAATNAAM', 'STRAATNAAM VESTIGING', 'NAAM STRAAT VESTIGING', 'STRAAT'],
  houseNumber: [
    'HUISNUMMER TOEVOEGING',
    'HUISNUMMER',
    'HUISNUMMER VESTIGING',
    'NR HUIS VESTIGING',
    'NR HUIS TOEVOEGING VESTIGING',
  ],
  postcode: ['POSTCODE', 'POSTCODE VESTIGING'],
  place: ['PLAATSNAAM', 'PLAATSNAAM VESTIGING', 'NAAM PLAATS VESTIGING', 'PLAATS', 'WOONPLAATS'],
  municipalityCode: ['GEMEENTENUMMER', 'GEMEENTECODE VESTIGING', 'GEMEENTECODE', 'GEMEENTENUMMER VESTIGING'],
  municipality: ['GEMEENTENAAM', 'GEMEENTENAAM VESTIGING'],
  province: ['PROVINCIE', 'PROVINCIE VESTIGING'],
  denomination: ['DENOMINATIE', 'DENOMINATIE VESTIGING'],
  phone: ['TELEFOONNUMMER', 'TELEFOONNUMMER VESTIGING', 'NR TELEFOON', 'TELEFOON'],
  website: ['INTERNETADRES', 'INTERNETADRES VESTIGING', 'INTERNET', 'WEBSITE'],
  holidayRegion: ['VAKANTIEREGIO', 'VAKANTIE REGIO'],
} as const

export type Column = keyof typeof COLUMNS

/** A file without these is not DUO's list of locations. */
export const NEEDED = ['code', 'name', 'postcode', 'place'] as const satisfies readonly Column[]

export const isColumnName = (head: string) => Object.values(COLUMNS).some((names) => matches(names, head))

/** Where each column stands; the first name in the list wins, so that a street is not that of the post address. */
export function placesOf(heads: readonly string[]): Partial<Record<Column, number>> {
  const places: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const name = COLUMNS[column].find((candidate) => heads.some((head) => plainHead(head) === candidate))
    if (name) places[column] = heads.findIndex((head) => plainHead(head) === name)
  }
  return places
}

const matches = (names: readonly string[], head: string) => names.includes(plainHead(head))
const plainHead = (head: string) =>
  head
    .toUpperCase()
    .replace(/[_\-.\s]+/g, ' ')
    .trim()
