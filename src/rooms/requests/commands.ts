import type { Command } from '#kit/commands/command.ts'
import { readLetter } from '#kit/mail/letterin.ts'
import { handIn, localPart } from '#kit/mail/listen.ts'

const whyNot = {
  unknown: 'Nobody lives at this address.',
  sender: 'This letter does not come from the address to which the question went.',
  closed: 'This request has been closed.',
  empty: 'There is no answer in this letter.',
  wait: 'This address takes no more letters this hour.',
  automatic: 'A machine wrote this letter.',
  large: 'This letter is too large.',
} as const
const mostBytes = 5 * 1024 * 1024

/** For a post office that hands letters to a command: one raw letter on standard input, an answer or a copy. */
export const receiveReply: Command = {
  name: 'requests receive',
  usage: 'requests receive [ADDRESS] < LETTER.eml',
  readsInput: true,
  async run({ args: [address], house, io }) {
    const { mailIn } = house.config
    if (!mailIn) return io.refuse('Set MAIL_IN_DOMAIN: the part of reply addresses after the @.')
    const raw = await io.input?.()
    if (!raw?.length) return io.refuse('Give the letter on standard input: kortelijnen requests receive < letter.eml')
    if (raw.length > mostBytes) return io.refuse(whyNot.large)
    const asked = address ? [address] : (await readLetter(raw)).to
    const to = asked.flatMap((one) => localPart(one, mailIn.domain) ?? [])
    const outcome = await handIn(raw, to, house.receive)
    if (!outcome.ok) return io.refuse(whyNot[outcome.because])
    io.say('The letter has been taken in.')
    return 0
  },
}
