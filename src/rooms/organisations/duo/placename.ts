import { fold, type Gazetteer } from './gazetteer.ts'

/** "ALTEVEER GEM NOORDENVELD" is Alteveer, "'S-GRAVENHAGE" is 's-Gravenhage, "2E EXLOERMOND" is 2e Exloërmond. */
export function placeName(shouted: string, postcode: string, gazetteer: Gazetteer): string {
  const bare = shouted
    .trim()
    .replace(ADDED, '')
    .replace(/ A\/?D /, ' AAN DEN ')
  const key = fold(bare)
  const here = gazetteer.spots.get(postcode.slice(0, 4)) ?? []
  const known = here.find(({ place }) => fold(place) === key) ?? gazetteer.places.get(key)?.[0]
  return FULL[bare] ?? known?.place.replace(/^(de|den|het) /, (word) => capital(word)) ?? inCase(bare)
}

/** Capitals where Dutch place names have them. */
export function inCase(shouted: string): string {
  return shouted
    .toLowerCase()
    .split(/([ -])/)
    .map((part, at) => (at > 0 && SMALL.has(part) ? part : capital(part)))
    .join('')
}

function capital(part: string): string {
  if (/^['’](s|t)$/.test(part) || /^\d+e$/.test(part)) return part
  if (part.startsWith('ij')) return `IJ${part.slice(2)}`
  return part.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
}

const SMALL = new Set([
  'aan',
  'bij',
  'de',
  'den',
  'der',
  'en',
  'het',
  'in',
  'op',
  'over',
  'ter',
  'ten',
  'van',
  "'t",
  '’t',
])

// What DUO adds to tell two places of the same name apart.
const ADDED =
  / (GEM\.? .+|GLD|LB|NB|NH|ZH|GN|DR|UT|FR|OV|ZE|FL|CA|SMALLINGERLAND|DE FRYSKE MARREN|SUDWEST.FRYSLAN|WESTERKWARTIER)$/i

// Cut off by DUO at 24 signs.
const FULL: Record<string, string> = { 'WESTERHAAR-VRIEZENV WIJK': 'Westerhaar-Vriezenveensewijk' }
