/** The heads of our own export. A file with exactly these is read back letter by letter. */
export const EXPORT_HEADS = [
  'Partner',
  'Vorm',
  'Type',
  'Soort',
  'Sector',
  'Straat',
  'Huisnummer',
  'Postcode',
  'Plaats',
  'Website',
  'Telefoon',
  'Mail',
  'Niveaus',
  'Schaal',
  'Verplichting',
  'Motieven',
  'Onderwerpen',
  'Sinds',
  'Loopt t/m',
  'Wie bij ons',
  'Vervanger bij ons',
  'Dagen in huis',
  'Van',
  'Tot',
  'Aanwezigheid',
  'Ruimte',
  'Notitie',
  'Onderdeel van',
  'Reageert',
] as const

export const CONTACT_HEADS = ['naam', 'functie', 'telefoon', 'mail', 'dagen', 'bereikbaar'] as const

export const isExport = (heads: readonly string[]) =>
  EXPORT_HEADS.every((head, at) => heads[at]?.trim() === head) &&
  heads.slice(EXPORT_HEADS.length).every((head, at) => head.trim() === '' || head.trim() === contactHead(at))

/** "Contact 1 naam", "Contact 1 functie", … */
export const contactHead = (at: number) =>
  `Contact ${Math.floor(at / CONTACT_HEADS.length) + 1} ${CONTACT_HEADS[at % CONTACT_HEADS.length]}`
