/** Ways people name a partner or a colleague when they ask for a number, on folded text. */
const partners: [string, RegExp][] = [
  ['wijkagent', /wijkagent|jeugdagent|politie|halt/],
  ['veilig_thuis', /veilig thuis/],
  ['gem_leerplicht', /leerplicht(?:ambtenaar)?/],
  ['jgz', /jeugdarts|schoolarts|jeugdverpleegkundige|schoolverpleegkundige|jgz/],
  ['ggd_infectie', /ggd/],
  ['huisarts', /huisarts/],
  ['logopedist', /logopedist[e]?|logopedie/],
  ['kinderfysio', /(?:kinder)?fysio(?:therapeut)?/],
  ['ergotherapeut', /ergotherapeut/],
  ['dietist', /dietist[e]?/],
  ['mondzorg', /tandarts|mondhygienist[e]?/],
  ['oogzorg', /oogarts|opticien|orthoptist/],
  ['audiologisch', /audiologisch centrum|kno(?: ?arts)?/],
  ['smw', /schoolmaatschappelijk werk(?:er|ster)?|maatschappelijk werk(?:er|ster)?|smw/],
  ['wijkteam', /wijkteam|buurtteam/],
  ['cjg', /cjg|ouder ?kind ?adviseur/],
  ['jh_ggz', /ggz|kinderpsycholoog|psycholoog/],
  ['swv', /samenwerkingsverband|swv/],
  ['orthopedagoog', /orthopedagoog/],
  ['obd', /onderwijsadviesdienst|schoolbegeleidingsdienst/],
  ['bibliotheek', /bibliotheek|bieb|leesconsulent[e]?/],
  ['buurtsportcoach', /buurtsportcoach|sportcoach/],
  ['cultuurcoach', /cultuurcoach/],
  ['jongerenwerk', /jongerenwerk(?:er)?/],
  ['bso', /bso|buitenschoolse opvang/],
  ['tso', /overblijf(?:organisatie)?|tso/],
  ['kdv_ve', /kinderdagverblijf|peuterspeelzaal|kinderopvang|creche/],
  ['schoolbestuur', /schoolbestuur|stafbureau/],
  ['arbodienst', /bedrijfsarts|arbodienst/],
  ['ict_leverancier', /ict ?leverancier|helpdesk/],
  ['vertrouwensinspecteur', /vertrouwensinspecteur/],
  ['vertrouwenspersoon_ext', /externe vertrouwenspersoon|klachtencommissie/],
  ['vluchtelingenwerk', /vluchtelingenwerk|coa/],
  ['woningcorporatie', /woningcorporatie/],
  ['gem_onderwijs', /gemeente/],
  ['onderwijsconsulent', /onderwijsconsulent[e]?/],
  ['kindercoach', /kindercoach|speltherapeut/],
  ['dyslexiezorg', /dyslexie(?:behandelaar|zorg|instituut)/],
  ['detachering', /invalpool|uitzendbureau/],
  ['pabo', /pabo/],
  ['vo', /middelbare school|voortgezet onderwijs/],
]

const roles: [string, RegExp][] = [
  ['ib', /ib ?er|ib|intern begeleider|care coordinator/],
  ['directeur', /directeur|directrice|schoolleider|head ?teacher/],
  ['concierge', /concierge|caretaker/],
  ['administratie', /administratie|secretariaat/],
  ['aandachtsfunctionaris', /aandachtsfunctionaris/],
  ['vertrouwenspersoon', /vertrouwenspersoon/],
  ['brugfunctionaris', /brugfunctionaris/],
  ['pestcoordinator', /pestcoordinator|anti ?pestcoordinator/],
  ['leerkracht', /juf|meester|leerkracht/],
  ['ict', /ict er|icter|ict ?coordinator/],
  ['teamleider', /teamleider|bouwcoordinator/],
  ['taalcoordinator', /taalcoordinator|taalspecialist/],
  ['rekencoordinator', /rekencoordinator|rekenspecialist/],
  ['cultuurcoordinator', /cultuurcoordinator|icc ?er/],
  ['gedragsspecialist', /gedragsspecialist/],
  ['hb_specialist', /talentbegeleider|hb ?specialist/],
  ['eventmanager', /eventmanager/],
  ['verkeerscoordinator', /verkeerscoordinator/],
  ['schoolopleider', /schoolopleider/],
  ['preventiemedewerker', /preventiemedewerker|bhv ?er/],
]

const asksWhere =
  /\b(?:telefoon(?:nummer|nr)?|tel(?: ?nr)?|mobiel(?:e)? ?nummer|nummer|06|mailadres|e ?mail(?:adres)?|emailadres|contactgegevens|adres|bereikbaar(?:heid)?|hoe bereik ik|phone(?: number)?|telefoonnummers?)\b/

/** "telefoonnummer wijkagent" wants a card, not an answer. A question with a story in it does not. */
export function contactIn(
  text: string,
): { contactType: string; partnerTypes: string[]; role: string | null } | undefined {
  if (!asksWhere.test(text) || text.split(' ').length > 9) return undefined
  const partner = named(partners, text)
  if (partner) return { contactType: partner, partnerTypes: [partner], role: null }
  const role = named(roles, text)
  return role ? { contactType: role, partnerTypes: [], role } : undefined
}

// Nothing beside the role: “wie is onze vertrouwenspersoon”. With a story around it, it is a question like any other.
const asksWho =
  /^(?:wie (?:is|zijn)|waar (?:vind ik|is|zit)|who is|where is|where do i find)(?: (?:hier|de|het|een|onze|ons|jullie|interne?|our|the))* (.+?)(?: (?:hier|bij ons|op (?:deze |onze )?school|here))*$/

/** “wie is de vertrouwenspersoon” wants to hear who that is here. A teacher is of a group, so not she. */
export function whoIn(text: string): { contactType: string; role: string } | undefined {
  const told = asksWho.exec(text)?.[1] ?? text
  const role = roles.find(([id, name]) => id !== 'leerkracht' && new RegExp(`^(?:${name.source})$`).test(told))?.[0]
  return role && (told !== text || role === 'vertrouwenspersoon') ? { contactType: role, role } : undefined
}

function named(list: [string, RegExp][], text: string): string | undefined {
  return list.find(([, name]) => new RegExp(`\\b(?:${name.source})\\b`).test(text))?.[0]
}
