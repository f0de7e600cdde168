import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { beside } from '#kit/jobs/beside.ts'
import type { LetterIn, Receive, Taken } from './letterin.ts'

const mostBytes = 5 * 1024 * 1024
type Listening = { port: number; stop: () => Promise<void> }
type Post = { domain: string; host: string; port: number; receive: Receive; log?: (line: string) => void }

/**
 * Takes letters in for one domain, and sends none on: an address it does not know is refused at once, and what a machine
 * wrote is refused too. It stands behind the post office of whoever runs the house, which sees to TLS and forged senders.
 */
export async function listenForMail({ domain, host, port, receive, log = () => {} }: Post): Promise<Listening> {
  const server = new SMTPServer({
    name: domain,
    banner: 'answers only',
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mostBytes,
    maxClients: 20,
    socketTimeout: 30_000,
    closeTimeout: 2_000,
    disableReverseLookup: true,
    logger: false,
    onMailFrom: ({ address }, _, answer) =>
      answer(address ? null : refusal(550, 'no bounces and no automatic answers here')),
    onRcptTo: ({ address }, { envelope }, answer) => {
      if (envelope.rcptTo.length >= 5) return answer(refusal(452, 'one letter at a time'))
      const local = localPart(address, domain)
      const known = local ? receive.knows(local) : Promise.resolve(false)
      known.then(
        (yes) => answer(yes ? null : refusal(550, 'nobody lives here')),
        () => answer(refusal(451, 'come back later')),
      )
    },
    onData: (stream, { envelope }, answer) => {
      const to = envelope.rcptTo.flatMap(({ address }) => localPart(address, domain) ?? [])
      deliver(stream, to, receive).then(
        (outcome) => {
          log(JSON.stringify({ mail: outcome.ok ? 'taken' : outcome.because }))
          answer(outcome.ok ? null : refusal(...whyNot[outcome.because]))
        },
        () => answer(refusal(451, 'come back later')),
      )
    },
  })
  // Somebody who hangs up half-way is no news.
  server.on('error', () => {})
  await new Promise<void>((done, fail) => {
    server.server.once('error', fail)
    server.listen(port, host, () => done())
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

type Refused = Extract<Taken, { ok: false }>['because'] | 'automatic' | 'large'
const whyNot: Record<Refused, [number, string]> = {
  unknown: [550, 'nobody lives here'],
  sender: [550, 'answer from the address to which the letter was sent'],
  closed: [550, 'this has been closed'],
  empty: [550, 'there is no answer in this letter'],
  // Not for good: a post office tries again by itself.
  wait: [450, 'this address takes no more letters this hour'],
  automatic: [550, 'no bounces and no automatic answers here'],
  large: [552, 'this letter is too large'],
}

async function deliver(
  stream: SMTPServerDataStream,
  to: readonly string[],
  receive: Receive,
): Promise<{ ok: true } | { ok: false; because: Refused }> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
  if (stream.sizeExceeded) return { ok: false, because: 'large' }
  return handIn(Buffer.concat(chunks), to, receive)
}

const reader = new URL('./letterworker.ts', import.meta.url)
/** Reads a raw letter and hands it to whoever it is for; the first that takes it has it. */
export async function handIn(
  raw: Uint8Array,
  to: readonly string[],
  receive: Receive,
): Promise<{ ok: true } | { ok: false; because: Refused }> {
  const letter = await beside<LetterIn>(reader, raw, 10_000)
  if (!letter) return { ok: false, because: 'large' }
  if (letter.automatic) return { ok: false, because: 'automatic' }
  let last: Taken = { ok: false, because: 'unknown' }
  for (const address of to) {
    last = await receive.take(address, letter)
    if (last.ok) return last
  }
  return last
}

/** The part before the @ of an address in this domain. */
export function localPart(address: string, domain: string): string | undefined {
  const at = address.lastIndexOf('@')
  if (at < 1 || address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return undefined
  return address.slice(0, at).toLowerCase()
}

function refusal(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
