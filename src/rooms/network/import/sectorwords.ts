import { plain } from '#kit/sheet/layout.ts'

/** The sectors (of trade/content/sectors.json) a heading such as "OPVANG / STAGE" means; none when it is no such heading. */
export function sectorsMeant(heading: string): string[] {
  const words = plain(heading.replace(/:$/, '').replace(/[/&+]/g, ' en '))
    .split(/ en | /)
    .filter(Boolean)
  const meant = words.map((word) => HEADINGS[word])
  return meant.every((sectors) => sectors !== undefined) ? [...new Set(meant.flat())] : []
}

const HEADINGS: Readonly<Record<string, string[]>> = {
  zorg: ['jeugdhulp', 'gezondheidszorg'],
  jeugdzorg: ['jeugdhulp'],
  jeugdhulp: ['jeugdhulp'],
  gezondheid: ['gezondheidszorg'],
  gezondheidszorg: ['gezondheidszorg'],
  cultuur: ['cultuur', 'bibliotheek'],
  kunst: ['cultuur'],
  bibliotheek: ['bibliotheek'],
  lezen: ['bibliotheek'],
  taal: ['bibliotheek'],
  sport: ['sport'],
  bewegen: ['sport'],
  gemeente: ['gemeente'],
  opvang: ['kinderopvang'],
  kinderopvang: ['kinderopvang'],
  onderwijs: ['onderwijs'],
  scholen: ['onderwijs'],
  opleiding: ['opleiding'],
  opleidingen: ['opleiding'],
  stage: ['opleiding'],
  stages: ['opleiding'],
  veiligheid: ['veiligheid'],
  welzijn: ['welzijn_wijk'],
  wijk: ['welzijn_wijk'],
  buurt: ['welzijn_wijk'],
  natuur: ['natuur_techniek'],
  techniek: ['natuur_techniek'],
  bedrijven: ['bedrijfsleven_anbi'],
  fondsen: ['bedrijfsleven_anbi'],
  personeel: ['personeel'],
  advies: ['advies'],
  gebouw: ['gebouw'],
  religie: ['zingeving'],
  zingeving: ['zingeving'],
}
