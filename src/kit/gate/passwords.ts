export const shortestPassword = 10
export const longestPassword = 128
export type WeakPassword = 'too-short' | 'too-long' | 'too-common'

/** Whose password it is, and which words are guessed first where this house stands. */
export type About = { email?: string; name?: string; common?: readonly string[] }

/** Why this cannot be a password, if it cannot. Length counts for more than odd signs, so nothing else is asked. */
export function weaknessOf(password: string, about: About = {}): WeakPassword | undefined {
  if (password.length < shortestPassword) return 'too-short'
  if (password.length > longestPassword) return 'too-long'
  return isCommon(password.normalize('NFKC').toLowerCase(), about) ? 'too-common' : undefined
}

// The first words anyone tries; with figures and signs around them they are still the first.
const guessedFirst = new Set(
  `wachtwoord password passwort motdepasse welkom welcome geheim secret admin administrator beheerder qwerty qwertyuiop
  azerty asdfghjkl asdfghjklm zxcvbnm zxcvbnmasdf letmein login inloggen iloveyou ikhouvanjou hallo hello halloallemaal
  nederland holland amsterdam rotterdam utrecht denhaag eindhoven groningen feyenoord ajax psv voetbal football baseball
  zomer winter lente herfst voorjaar najaar summer spring autumn sunshine princess monkey dragon master superman batman
  trustno changeme veranderme nieuwwachtwoord mijnwachtwoord newpassword mypassword pass test tester testen gast guest
  user gebruiker default standaard computer internet sinterklaas kerstmis
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
  september oktober november december correcthorsebatterystaple abcdefghij abcdefghijk abcdefghijklm qazwsxedc qazwsx
  whatever starwars pokemon michael jennifer jordan charlie snoopy cheese kaas fiets bloemen poesje hondje schatje`.split(
    /\s+/,
  ),
)
const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
]

const lookalikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const asLetters = (text: string) => text.replace(/[013457@$!]/g, (sign) => lookalikes[sign] as string)
const lettersOnly = (text: string) => text.replace(/[^\p{L}]/gu, '')
/** Without the figures and signs that people put before and after a word. */
const core = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

function isCommon(password: string, about: About): boolean {
  const shapes = [lettersOnly(password), lettersOnly(asLetters(core(password)))].map(halved)
  const guessed = shapes.some((shape) => guessedFirst.has(shape) || about.common?.includes(shape))
  return guessed || isRow(password) || isOneself(password, about)
}

/** “welkomwelkom” is “welkom”. */
const halved = (text: string) =>
  text.slice(0, text.length / 2).repeat(2) === text ? text.slice(0, text.length / 2) : text

/** Fewer than five different signs, a date or a telephone number, or keys that lie next to one another. */
const isRow = (password: string) =>
  new Set(password).size < 5 ||
  /^[\d\s./+-]{0,15}$/.test(password) ||
  rows.some((row) => row.includes(password) || row.includes(halved(password)))

/** The own mail address or name, with nothing but figures and signs around it. */
function isOneself(password: string, { email = '', name = '' }: About): boolean {
  const own = [email, email.split('@')[0] ?? '', email.split('@')[1] ?? '', name].map((part) =>
    lettersOnly(part.toLowerCase()),
  )
  return own.some((part) => part.length > 3 && lettersOnly(password) === part)
}
