import { unabbreviate } from '#kit/sheet/abbreviation.ts'
import { undoDay } from '#kit/sheet/day.ts'
import { roles as allRoles } from '#rooms/trade/door.ts'

export type ReadRoles = { roles: string[]; groups: string[]; rest: string }

/** "IB'er/taalcoördinator", "lkr gr 3", "conciërge" to the ids of roles.json, and the groups somebody stands for. */
export function readRoles(text: string): ReadRoles {
  const { groups, rest } = takeGroups(text)
  const found: string[] = []
  const unknown: string[] = []
  for (const said of splitRoles(rest)) {
    const part = said.replaceAll(GROUP, '').trim()
    const roles = part === '' ? ['leerkracht'] : rolesOrShort(part)
    found.push(...roles)
    if (roles.length === 0 && part !== '') unknown.push(part)
  }
  return { roles: [...new Set(found)], groups, rest: unknown.join(', ') }
}

/** Separators between roles; not the "/" of "gr 1/2", which is gone by now, nor the "en" of "natuur en techniek". */
function splitRoles(text: string): string[] {
  const whole = plainRole(text)
  if (!text.includes(GROUP) && WHOLE.some((pattern) => pattern.test(whole))) return [text.trim()]
  return text
    .split(/[,;/+&|\n•]|\s+en\s+(?!techniek|lees|lezen|media|natuur|cultuur|milieu)|\s+-\s+/i)
    .map((part) => part.trim().replace(/^[-–*\s]+|[-–\s]+$/g, ''))
    .filter(Boolean)
}

/** Words nobody listed may still be the beginning of one role's name: "conc.", "onderwijsass.". */
function rolesOrShort(part: string): string[] {
  const roles = rolesIn(part)
  const short = roles.length > 0 ? undefined : unabbreviate(part, INSIDE, ({ nl }) => [nl])
  return short ? [short.id] : roles
}

/** All roles a phrase names; a longer pattern stands before the shorter one it contains. */
function rolesIn(part: string): string[] {
  let text = plainRole(part)
  const roles: string[] = []
  for (const [role, pattern] of ROLES) {
    const found = pattern.exec(text)
    if (!found || (roles.length > 0 && role === 'leerkracht' && !TEACHES.test(found[0]))) continue
    roles.push(role)
    text = text.replace(found[0], ' | ')
  }
  return roles
}

/** "lkr gr 3", "groepen 1/2A", "leerkracht 5b", "gr. 7-8". */
export function takeGroups(text: string): { groups: string[]; rest: string } {
  const groups: string[] = []
  const rest = text.replace(BARE, '$1 gr $2 ').replace(GROUPS, (_, teacher: string | undefined, names: string) => {
    for (const name of names.split(/\s*(?:,|;|&|\+|\ben\b)\s*/i)) groups.push(...groupName(name))
    return `${teacher ?? ''}${GROUP}`
  })
  return { groups: [...new Set(groups)], rest }
}

/** "1/2A", "1-2 a" and, after a spreadsheet took "1-2" for a day, "1-feb" are groups 1/2A and 1/2; names stay names. */
export function groupName(text: string): string[] {
  const bare = text.trim().replace(/^(groep(en)?|gr|grp|klas)\b\.?\s*/i, '')
  const tidy = (undoDay(bare) ?? bare).replace(
    /^([1-7])([2-8])(?=\s?[a-e]?$)/i,
    (both, first: string, second: string) => (Number(second) === Number(first) + 1 ? `${first}/${second}` : both),
  )
  const found = /^([1-8](?:\s*[-/]\s*[1-8])*)\s*([A-Za-z]{0,2})$/.exec(tidy)
  return found
    ? [`${(found[1] ?? '').replace(/\s*[-/]\s*/g, '/')}${(found[2] ?? '').toUpperCase()}`]
    : tidy
      ? [tidy]
      : []
}

export const plainRole = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const INSIDE = allRoles.filter(({ kind }) => kind === 'intern')

// Stands where a group was named: alone between two separators it means "teaches that group".
const GROUP = '\u0001'
const NUMBER = String.raw`[1-8](?:\s*[-/]\s*[1-8])*\s?[a-eA-E]?(?![\p{L}\d])`
// "5/6" alone in a column of tasks is a group.
const BARE = /(^|[,;&+]|\ben\b)\s*([1-8](?:\s*[/-]\s*[1-8])*\s?[a-e]?)\s*(?=$|[,;&+]|\ben\b)/gi
const GROUPS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(leerkracht(?:en)?|lkr?\.?|leraar|lerares|juf|meester|kleuters?)\s*(?:van\s+)?)?(?:(?:groep(?:en)?|grp|gr|klas)(?!\p{L})\.?\s*|(?<=(?:leerkracht(?:en)?|lkr?\.?|leraar|lerares|juf|meester|kleuters?)\s+))(${NUMBER}(?:\s*(?:,|;|&|\+|\ben\b)\s*(?:groep|gr\.?)?\s*${NUMBER})*)`,
  'giu',
)

// "IB onderbouw" does not make a teacher, "IB en leerkracht" does.
const TEACHES = /ler|lkr|leer|juf|meester|docent|teacher|lio|inval/

/** Order matters: what is more exact comes first and is taken out before the next looks. */
const ROLES: readonly (readonly [string, RegExp])[] = [
  [
    'bestuurder',
    /\b(bovenschools? (directeur|manager|directie)|bestuurder|college van bestuur|cvb|algemeen directeur)\b/,
  ],
  [
    'locatiemanager',
    /\b(locatiemanager|manager (opvang|kinderopvang|bso)|leider kindcentrum|locatiehoofd|(teamleider|coordinator|leidster|hoofd) (opvang|bso|kinderopvang|peuters?)|kindcentrumleider)\b/,
  ],
  [
    'directeur',
    /\b(adj(unct)?[ -]?(directeur|directrice)?|directeur|directrice|dir|schoolleid(er|ster)|schoolhoofd|locatie(directeur|leider)|managementteam|hoofd der school|head)\b/,
  ],
  ['aandachtsfunctionaris', /\b(aandachtsfunctionaris(sen)?( meldcode)?|aandachtsf|meldcode|afm)\b/],
  ['vertrouwenspersoon', /\b((interne? )?(vertrouwens|contact)persoon( intern)?|vertrouwensp|vcp|icp)\b/],
  [
    'pestcoordinator',
    /\b((anti ?)?pest(coordinator|co|aanspreekpunt)?|aanspreekpunt pesten|(coordinator )?(sociale )?veiligheid(scoordinator)?|veiligheidsco)\b/,
  ],
  ['gedragsspecialist', /\b(gedrags?(specialist|deskundige|co|coordinator)|specialist gedrag|gedrag|sova)\b/],
  [
    'hb_specialist',
    /\b(hb[ -]?(specialist|co|er|coordinator)?|(hoog)?begaafd\w*|talent(begeleider|coach)?|plus(klas|groep)\w*|meerbegaafd\w*|levelwerk)\b/,
  ],
  [
    'schoolopleider',
    /\b(school ?opleid(er|ster)|stage ?(coordinator|co|begeleid(er|ster))|coach (starters|nieuwe)|starterscoach|opleidingscoordinator|ico)\b/,
  ],
  ['cultuurcoordinator', /\b(icc(er| er)?|cultuur ?\w*|kunst( en cultuur)?\w*|muziek ?coordinator)\b/],
  [
    'taalcoordinator',
    /\b((taal|lees|taal en lees|taal lees|leesbevorderings)[ -]?(coordinator|co|specialist|coach|consulent)?|taal en lezen|(coordinator |specialist )(taal|lezen|nt2)|nt2\w*|lezen|leesconsulent|bieb|(school)?bibliotheek)\b/,
  ],
  ['rekencoordinator', /\b(reken[ -]?(coordinator|co|specialist|en)?|(coordinator|specialist) rekenen|rekenen)\b/],
  [
    'gezondheidscoordinator',
    /\b(gezonde? ?(heids|school)?[ -]?(coordinator|co)?|gezonde school( coordinator)?|coordinator gezond\w*)\b/,
  ],
  [
    'natuurtechniekcoordinator',
    /\b((wetenschap|natuur|techniek|w t|wt|onderzoekend leren|schooltuin|nme|milieu)( en (techniek|natuur|milieu|technologie))?[ -]?(coordinator|co)?|ontdekkend leren)\b/,
  ],
  ['verkeerscoordinator', /\bverkeer\w*( ?(coordinator|co|ouder))?\b/],
  [
    'sportcoordinator',
    /\b(vakleerkracht( gym\w*| bewegings?\w*| lo| sport| beweg\w*)?|vak ?docent (gym|bewegings?\w*|lo|sport)|gym(docent|leraar|leerkracht|nastiek|juf|meester)?|(sport|beweeg|bewegings?|bewegen)[ -]?(coordinator|co|onderwijs)?|lo docent)\b/,
  ],
  [
    'eventmanager',
    /\b(event ?\w*|evenementen ?\w*|feesten|(coordinator )?(activiteiten|vieringen)( ?(coordinator|commissie))?)\b/,
  ],
  [
    'ict',
    /\b(o?ict(er| er)?[ -]?(coordinator|co|beheer(der)?|coach)?|(coordinator )?ict|media ?(coach|wijs\w*)|mediacoach|systeembeheer(der)?|computers?)\b/,
  ],
  ['preventiemedewerker', /\b(preventie( ?medewerker)?|(hoofd )?bhv(er| er)?|arbo( ?(coordinator|co))?|hoofd bhv)\b/],
  [
    'brugfunctionaris',
    /\b(brug ?functionaris|ouder ?(consulent|contact ?\w*|coach)|brugf|gezinscoach|ouderbetrokkenheid)\b/,
  ],
  [
    'ib',
    /\b(ib(er| er|s|ers)?|i b(er| er)?|intern begeleid(er|ster)|interne begeleid(er|ing|ster)|zorg ?(coordinator|co)|kc er|kcer|kwaliteits? ?(coordinator|co|zorg)|ondersteunings? ?(coordinator|co)|rt(er)?|remedial teacher|coordinator zorg|begeleider passend onderwijs)\b/,
  ],
  ['fg', /\b(fg|functionaris gegevens\w*|privacy ?(officer|coordinator|functionaris)|avg)\b/],
  ['mr', /\b(mr|g?mr ?lid|medezeggenschap\w*|lid mr|voorzitter mr)\b/],
  ['administratie', /\b(admin\w*|secretari\w*|office ?manager|adm)\b/],
  [
    'concierge',
    /\b(concierge|con?s?ierge|conciege|facilitair\w*|beheerder|huismeester|schoonma\w*|gastvrouw|gastheer|tso)\b/,
  ],
  [
    'onderwijsassistent',
    /\b(onderwijs ?assistent(e)?|oa|o a|leraar ?ondersteuner|leerkracht ?ondersteuner|lo er|klassen ?assistent(e)?|assistent(e)?|lio ondersteuner|pedagogisch medewerk\w*)\b/,
  ],
  [
    'teamleider',
    /\b(team ?leid(er|ster)|(bouw|unit|onderbouw|bovenbouw|middenbouw)[ -]?(coordinator|co|leider|leid(er|ster))|mt ?lid|mt|lid mt|clusterleider|coordinator (onder|midden|boven)bouw|(ob|mb|bb) ?(coordinator|co))\b/,
  ],
  [
    'leerkracht',
    /\b((groeps|inval)?leerkracht(en)?|lkr?|lkrs|ler(aar|ares)|leraar ?\w*|inval(ler|ster)?|juf(fen)?|meesters?|groepsleid(er|ster)|lio( ?er)?|vervanger|docent|kleuter ?\w*|(onder|midden|boven)bouw|teacher|ambulant|unit ?\w*)\b/,
  ],
]

const WHOLE = ROLES.map(([, pattern]) => new RegExp(`^(?:${pattern.source})$`))
