import { unabbreviate } from '#kit/sheet/abbreviation.ts'
import { plain } from '#kit/sheet/layout.ts'
import { roles } from '#rooms/trade/door.ts'

/** The task a list means where it should have named somebody: "IB'er", "gymjuf", "cultuurco", "conc.". */
export function roleMeant(text: string): string | undefined {
  const said = plain(text)
  return SAID.find(([, pattern]) => pattern.test(said))?.[0] ?? unabbreviate(said, INSIDE, ({ nl }) => [nl])?.id
}

const INSIDE = roles.filter(({ kind }) => kind === 'intern')

// Only what does not begin as the name of the role itself.
const SAID: readonly (readonly [string, RegExp])[] = [
  ['ib', /^(ib( ?er)?s?|i b( er)?|intern(e)? begeleid\p{L}*|zorg ?co\p{L}*|kwaliteits ?co\p{L}*|kc er)$/u],
  ['directeur', /^(directie|directrice|schoolleid\p{L}*|md|mt)$/u],
  ['sportcoordinator', /^(gym ?\p{L}*|lo|vakleerkracht( gym)?|bewegings?onderwijs|sportco\p{L}*)$/u],
  ['cultuurcoordinator', /^(icc( ?er)?|cultuur)$/],
  ['taalcoordinator', /^(taal|lees ?co\p{L}*|lezen)$/u],
  ['pestcoordinator', /^(anti ?)?pest ?(co\p{L}*)?$/u],
  ['vertrouwenspersoon', /^(vcp|icp|interne contactpersoon)$/],
  ['ict', /^o?ict( ?er)?$/],
  ['mr', /^mr$/],
  ['preventiemedewerker', /^bhv( ?er)?$/],
  ['administratie', /^(adm|secretari\p{L}*)$/u],
  ['leerkracht', /^(kleuter\p{L}*|juffen|meesters|leerkrachten|lkrn?|(onder|midden|boven)bouw)$/u],
]
