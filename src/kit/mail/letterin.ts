import PostalMime, { type Address, type Email } from 'postal-mime'
import { ownWords, wordsOfHtml } from './ownwords.ts'

/** A letter that came in: from whom, and what she wrote herself. */
export type LetterIn = {
  /** A bare address in small letters; empty when the letter does not say. */
  from: string
  /** Every address on the letter to which it may have been meant for us. */
  to: string[]
  text: string
  leftOut: ('quote' | 'attachment')[]
  /** Written by a machine: an out-of-office, a bounce, a list. Nobody answers those. */
  automatic: boolean
  messageId: string
}

export type Taken = { ok: true } | { ok: false; because: 'unknown' | 'sender' | 'closed' | 'empty' | 'wait' }
/** A room that takes letters in. `address` is the part before the @, which is the secret. */
export type Receive = {
  knows: (address: string) => Promise<boolean>
  take: (address: string, letter: LetterIn) => Promise<Taken>
}

/** Several rooms take letters in: a letter goes to the one that knows the address. */
export function byWhomeverKnows(receivers: readonly Receive[]): Receive {
  const knower = async (address: string) => {
    for (const receiver of receivers) if (await receiver.knows(address)) return receiver
    return undefined
  }
  return {
    knows: async (address) => (await knower(address)) !== undefined,
    take: async (address, letter) =>
      (await knower(address))?.take(address, letter) ?? { ok: false, because: 'unknown' as const },
  }
}

/** Reads a raw letter. What is no letter at all comes out empty, and is refused further on. */
export async function readLetter(raw: Uint8Array): Promise<LetterIn> {
  const mail = await PostalMime.parse(Buffer.from(raw), { maxNestingDepth: 20, maxHeadersSize: 200_000 }).catch(
    () => undefined,
  )
  if (!mail) return { from: '', to: [], text: '', leftOut: [], automatic: false, messageId: '' }
  const { text, quoted } = ownWords(mail.text?.trim() ? mail.text : wordsOfHtml(mail.html ?? ''))
  const attached = mail.attachments.length > 0
  return {
    from: bare(mail.from?.address),
    to: recipientsOf(mail),
    text,
    leftOut: [...(quoted ? (['quote'] as const) : []), ...(attached ? (['attachment'] as const) : [])],
    automatic: isAutomatic(mail),
    messageId: mail.messageId ?? '',
  }
}

const bare = (address: string | undefined) => (address ?? '').trim().toLowerCase()
const addresses = (list: readonly Address[] | undefined): string[] =>
  (list ?? []).flatMap((one) =>
    'group' in one && one.group ? one.group.map(({ address }) => address) : [one.address ?? ''],
  )

function recipientsOf(mail: Email): string[] {
  const delivered = mail.headers.filter(({ key }) => /^(?:delivered-to|x-original-to|x-envelope-to)$/.test(key))
  const all = [...addresses(mail.to), ...addresses(mail.cc), ...delivered.map(({ value }) => value)]
  return [
    ...new Set(all.map((address) => bare(address.replace(/[<>]/g, ''))).filter((address) => address.includes('@'))),
  ]
}

function isAutomatic(mail: Email): boolean {
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const submitted = header('auto-submitted')
  return (
    (submitted !== undefined && submitted !== 'no') ||
    /^(?:bulk|list|junk|auto_reply)/.test(header('precedence') ?? '') ||
    ['list-id', 'x-autoreply', 'x-autorespond', 'x-loop', 'x-failed-recipients'].some(
      (name) => header(name) !== undefined,
    ) ||
    header('return-path') === '<>' ||
    /multipart\/report/.test(header('content-type') ?? '') ||
    /^(?:mailer-daemon|postmaster|no-?reply)@/.test(bare(mail.from?.address)) ||
    mail.headers.filter(({ key }) => key === 'received').length > 40
  )
}
