import { plain } from '#kit/sheet/layout.ts'
import type { Form, Level, Obligation, Scale } from './partner.ts'

/** Reads one word of a fixed list, however a school says it. */
const reader =
  <Id extends string>(words: readonly (readonly [Id, RegExp])[]) =>
  (text: string): Id | undefined =>
    words.find(([id, pattern]) => plain(text) === plain(id) || pattern.test(plain(text)))?.[0]

export const readForm = reader<Form>([
  ['group', /^(groep|group|vrijwilligers|ouders)\b/],
  ['person', /^(persoon|person|buur|zzp|particulier)/],
  ['organisation', /^(organisatie|organisation|instelling|bedrijf|stichting)/],
])

export const readLevel = reader<Level>([
  ['pupil', /leerling|kind|individu|pupil|casus|zorg/],
  ['group', /groep|klas|group|les/],
  ['organisation', /school|organisatie|team|organisation|bestuur|beleid/],
])

export const readScale = reader<Scale>([
  ['building', /gebouw|in huis|inpandig|op school|building|binnen/],
  ['wijk', /wijk|buurt|dorp|straat|loopafstand/],
  ['regio', /regio|provinc/],
  ['gemeente', /gemeente|stad|lokaal|plaatselijk/],
  ['landelijk', /land|nationaal|heel nederland/],
])

export const readObligation = reader<Obligation>([
  ['choice', /keuze|vrij|choice|^(nee|n|no)\b|niet verplicht|eigen/],
  ['population', /populatie|noodzak|nodig|behoefte|population/],
  ['law', /wet|verplicht|^(ja|j|yes|y)\b|law/],
])

export const readMotive = reader<string>([
  ['zorg_verplicht', /wet|verplicht|ondersteuningsbehoefte/],
  ['visie_profiel', /visie|profiel/],
  ['gebouw_delen', /gebouw delen|gedeelde? (gebouw|huisvesting)|huisvesting|mfa|medegebruik/],
  ['nabijheid', /nabij|dichtbij|buurt|zelfde gebouw|om de hoek/],
  ['goede_buur', /goede buur|buren/],
  ['jeugdhulp_effectief', /jeugdhulp|jeugdzorg/],
  ['preventie', /preventie|voorkomen|voor zijn/],
  ['maatschappelijke_opgave', /maatschappelijk|opgroeien|breder/],
  ['personeelstekort', /tekort|invallen|vervanging/],
  ['ontlasten_personeel', /ontlast|werkdruk|vrijspelen/],
  ['kansengelijkheid_extra_tijd', /kansen|extra (tijd|uren)|tutoring|leertijd/],
  ['belevingswereld', /beleving|wereld vergroten|blik verruimen/],
  ['verrijking_lesaanbod', /verrijk|lesaanbod|aanbod verbreden|kennis en kunde|vakkennis/],
  ['doorgaande_lijn', /doorgaande|overgang|overdracht|aansluiting/],
  ['leren_van_elkaar', /leren van|professional|kennis delen/],
  ['samen_sterker', /samen sterk|sterker/],
  ['ouders_bereiken', /ouders/],
  ['gemeentelijk_beleid', /gemeentelijk|beleid|lea|jeugdplan/],
  ['arbeidsmarkt', /arbeidsmarkt|nieuw personeel|werving/],
  ['aanbod_van_partner', /aanbod van|bood zich|zelf aangeboden|acquisitie/],
])

/** "wijk, gemeente": each word read, and the words nobody knows. */
export function readList<Id>(text: string, read: (word: string) => Id | undefined): { ids: Id[]; unknown: string[] } {
  const words = splitList(text)
  const ids = words.map(read)
  return {
    ids: [...new Set(ids.filter((id) => id !== undefined))],
    unknown: words.filter((_, at) => ids[at] === undefined),
  }
}

export const splitList = (text: string) =>
  text
    .split(/\s*(?:[,;\n|•]|\s\/\s|\s\+\s|\/(?=\p{L}))\s*/u)
    .map((word) => word.replace(/^[-–*]\s*/, '').trim())
    .filter(Boolean)
