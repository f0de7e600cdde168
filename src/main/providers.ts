import { parseArgs } from 'node:util'
import type { Command, CommandIo } from '#kit/commands/command.ts'
import type { NewProvider } from '#kit/gate/gate.ts'

/** Where people may sign in elsewhere: said by the operator, at the machine, and nowhere else. */
const usage =
  'gate provider add ID --name NAME (--issuer https://… --client ID [--secret-file FILE] [--scope S] [--inside] | --saml FILE [--subject ATTRIBUTE]) [--domain D]…'

const options = {
  name: { type: 'string' },
  issuer: { type: 'string' },
  client: { type: 'string' },
  'secret-file': { type: 'string' },
  scope: { type: 'string' },
  saml: { type: 'string' },
  subject: { type: 'string' },
  domain: { type: 'string', multiple: true },
  inside: { type: 'boolean' },
} as const

type Said = ReturnType<typeof said>
function said(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    return undefined
  }
}

const add: Command = {
  name: 'gate provider add',
  usage,
  async run({ args, house, io }) {
    const wish = await wishOf(said(args), io)
    if (typeof wish === 'string') return io.refuse(wish)
    const outcome = await house.gate.addProvider(wish)
    if (!outcome.ok) return io.refuse(whyNot[outcome.because] + (outcome.what ? ` (${outcome.what})` : ''))
    const at = `${house.config.baseUrl}/inloggen/via/${wish.id}`
    io.say(
      wish.kind === 'saml'
        ? `People can sign in with ${wish.name}. Give the provider our description, at this address:`
        : `People can sign in with ${wish.name}. Tell the provider that it may send them back to this address:`,
    )
    io.say(`  ${at}/${wish.kind === 'saml' ? 'gegevens' : 'terug'}`)
    return 0
  },
}

async function wishOf(given: Said, io: CommandIo): Promise<NewProvider | string> {
  const [id, ...more] = given?.positionals ?? []
  const { name, issuer, client, scope, saml, subject, domain: domains = [], inside = false } = given?.values ?? {}
  const isSaid = name && (saml ? !issuer && !client : issuer && client)
  if (!id || more.length || !isSaid) return `Say it like this: kortelijnen ${usage}`
  // What is secret is in a file rather than on the line, where anybody on the machine could read it.
  const file = saml ?? given?.values['secret-file']
  const bytes = file === undefined ? undefined : await io.readFile(file)
  if (file !== undefined && !bytes) return `There is no file ${file}.`
  const text = bytes && Buffer.from(bytes).toString('utf8').trim()
  if (saml) return { id, name, kind: 'saml', domains, metadata: text ?? '', attributes, ...(subject && { subject }) }
  const asked = { issuer: issuer ?? '', clientId: client ?? '', secret: text, inside, ...(scope && { scope }) }
  return { id, name, kind: 'oidc', domains, ...asked }
}

// As Entree Federatie calls them, by their plain names and by those they have in SAML.
const attributes = [
  'uid',
  'eduPersonAffiliation',
  'nlEduPersonHomeOrganizationId',
  'nlEduPersonHomeOrganization',
].flatMap((name) => [name, `urn:mace:dir:attribute-def:${name}`])

const whyNot = {
  exists: 'There is a provider with this id already. Remove it first, or choose another id.',
  'odd-id': 'An id is a word of small letters, figures and dashes, for example: entree.',
  'odd-domain': 'A domain is what stands behind the @, for example: --domain deschool.nl.',
  unreachable: 'The provider could not be asked what it can do. Within your own network, add --inside.',
}

const list: Command = {
  name: 'gate provider list',
  usage: 'gate provider list',
  async run({ house, io }) {
    const known = await house.gate.providers()
    for (const { id, name, kind, domains } of known) io.say([id, name, kind, ...domains].join('\t'))
    if (!known.length) io.say('No providers: people sign in with a password, a passkey or a link by mail.')
    return 0
  },
}

const remove: Command = {
  name: 'gate provider remove',
  usage: 'gate provider remove ID',
  async run({ args: [id = ''], house, io }) {
    if (!(await house.gate.removeProvider(id))) return io.refuse(`There is no provider ${id}.`)
    io.say(`${id} is gone. Who signed in with it has the other ways left.`)
    return 0
  },
}

export const providerCommands: readonly Command[] = [add, list, remove]
