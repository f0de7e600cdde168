import { fold } from '#kit/text/fold.ts'
import { type Answer, type Choice, emptyAnswer } from './answer.ts'
import { contactIn, whoIn } from './contact.ts'

/** Questions that ask for something else than a topic. Patterns are read on folded text without marks. */
type Odd = { asks: RegExp; not?: RegExp; give: () => Answer }

const onlyThese = (words: string): RegExp => new RegExp(`^(?:${words})$`)

const plainly = (question: string) => (fold(question).match(/[a-z0-9]+/g) ?? []).join(' ')

/** Who holds a role here. No signal can be in it: there is nothing but the role. */
export function whoAnswer(question: string): Answer | undefined {
  const who = whoIn(plainly(question))
  return who && { ...emptyAnswer('contact'), ...who, notices: who.role === 'aandachtsfunctionaris' ? ['meldcode'] : [] }
}

export function oddAnswer(question: string): Answer | undefined {
  const text = plainly(question)
  const contact = contactIn(text)
  // Who asks for the number of Veilig Thuis gets the card: the number, what to do, and who helps here.
  const notices: Answer['notices'] = contact?.contactType === 'veilig_thuis' ? ['meldcode'] : []
  if (contact) return { ...emptyAnswer('contact'), ...contact, notices }
  return odd.find(({ asks, not }) => asks.test(text) && !not?.test(text))?.give()
}

const topic = (id: string): Choice => ({ kind: 'topic', topic: id })

const clarify = (choices: Choice[], topics: string[], notices: Answer['notices'] = []): Answer => ({
  ...emptyAnswer('clarify'),
  clarify: choices,
  topics,
  notices,
  lines: ['let_op'],
  level: ['pupil'],
})

const day = 'vandaag|nu|morgen|vanmiddag|vanochtend|vanmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|straks'
const who = 'wie|welke collegas?|wie allemaal|wie van het team'

const odd: Odd[] = [
  {
    asks: new RegExp(
      `^(?:${who})(?: er)? (?:is|zijn|werkt|werken)(?: er)?(?: allemaal)?(?: (?:${day}))*(?: in huis| op school| aanwezig| binnen| er| in het gebouw| hier)*(?: (?:${day}))*$`,
    ),
    not: /^wie (?:is|zijn|werkt)$/,
    give: () => emptyAnswer('presence'),
  },
  {
    asks: /^(?:wie|welke externen?|welke partners?) (?:is|zijn|komt|komen)(?: er)? (?:vandaag|nu|morgen)(?: langs| in huis| op school| aanwezig)?$|aanwezigheidsbord|aanwezigheidslijst team|^who is (?:in|here)(?: today)?$/,
    give: () => emptyAnswer('presence'),
  },
  {
    asks: /\b(?:slechtste|beste|minste|ranglijst|waardeloost[e]?|topdrie|top 3|cijfer)\b.*\b(?:partners?|organisaties?|instanties?|contacten|hulpverleners?)\b|\b(?:partners?|organisaties?|instanties?)\b.*\b(?:slechtste|beste|minste|ranglijst|waardeloost|cijfer)\b/,
    give: () => ({ ...emptyAnswer('none'), hints: ['yearly-partner-round'] }),
  },
  {
    asks: onlyThese(
      'help(?: me| mij| help)*|hulp|hulp nodig|ik heb hulp nodig|help aub|help alstublieft|i need help|sos',
    ),
    give: () => clarify([{ kind: 'emergency' }, { kind: 'search' }], [], ['acuut']),
  },
  {
    asks: onlyThese(
      '(?:hij|zij|ze|kind|leerling|jongen|meisje)? ?(?:slaat|schopt|slaan|schoppen|bijt|klappen|geslagen)',
    ),
    give: () => clarify([topic('agressie'), { kind: 'card', flag: 'meldcode' }], ['agressie', 'huiselijk_geweld']),
  },
  {
    asks: onlyThese(
      '(?:heeft |vaak |steeds |veel |altijd |weer )*(?:buikpijn|hoofdpijn|misselijk|pijn in (?:zijn|haar|de) buik)(?: klachten)?',
    ),
    give: () =>
      clarify(
        [
          topic('faalangst'),
          topic('verzuim'),
          topic('angst_somber'),
          topic('medisch_handelen'),
          { kind: 'card', flag: 'meldcode' },
        ],
        ['faalangst', 'verzuim', 'angst_somber', 'medisch_handelen'],
      ),
  },
  {
    asks: /\b(?:gezien|gehoord|gemerkt|ontdekt|opgevangen|weet iets|iets weet)\b.*\b(?:mag|durf|moet|kan|wel)\b.*\b(?:zeggen|vertellen|melden|delen|doorvertellen|doorgeven)\b/,
    not: /\b(?:gezag|dossier|avg|rapport|advies|toets|uitslag|vader|moeder|meester|collega|invaller|stagiair[e]?)\b/,
    give: () => ({
      ...emptyAnswer('safety'),
      notices: ['meldcode', 'meldplicht_bestuur'],
      topics: ['huiselijk_geweld', 'vermoeden_medewerker'],
      role: 'vertrouwenspersoon',
      partnerTypes: ['vertrouwenspersoon_ext', 'veilig_thuis'],
      level: ['pupil'],
      hints: ['talk-to-confidant', 'anonymous-advice', 'board-when-colleague'],
    }),
  },
  {
    asks: /\b(?:schrijf|maak|typ|stel|regel|geef|stuur)\b.*\b(?:doorverwijzing|verwijzing|verwijsbrief|verwijs)\b/,
    give: () => ({
      ...emptyAnswer('routes'),
      topics: ['angst_somber', 'adhd', 'autisme'],
      role: 'ib',
      partnerTypes: ['huisarts', 'jgz', 'gem_toegang_jeugd'],
      level: ['pupil'],
      hints: ['parents-apply'],
    }),
  },
]
