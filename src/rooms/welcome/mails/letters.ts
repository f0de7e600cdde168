import type { GateLetter } from '#kit/gate/gate.ts'
import type { Letter } from '#kit/mail/send.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

type Invitation = { to: string; name: string; organisation: string; language: string; link: string; until: string }

export function inviteLetter({ to, name, organisation, language, link, until }: Invitation): Letter {
  const t = words.in(language)
  return {
    to,
    subject: fill(t['letter.invite.subject'], { organisation }),
    text: fill(t['letter.invite.text'], { name, organisation, link, day: sayDay(until, language) }),
  }
}

type PartnerInvitation = Omit<Invitation, 'organisation'> & { school: string; partner: string; source: string }

/** To a face at a partner. Says where the school has her name from, because she may ask. */
export function partnerLetter({ to, name, school, partner, source, language, link, until }: PartnerInvitation): Letter {
  const t = words.in(language)
  return {
    to,
    subject: fill(t['letter.partner.subject'], { school }),
    text: fill(t['letter.partner.text'], { name, school, partner, source, link, day: sayDay(until, language) }),
  }
}

/** The words for a letter that sign-in wants sent. */
export function gateLetter(letter: GateLetter, baseUrl: string): Letter {
  const t = words.in(letter.language ?? 'nl')
  const { to, name } = letter
  switch (letter.kind) {
    case 'reset': {
      const link = `${baseUrl}/wachtwoord/${letter.token}`
      return {
        to,
        subject: t['letter.reset.subject'],
        text: fill(t['letter.reset.text'], { name, link, minutes: letter.minutes }),
      }
    }
    case 'link': {
      const link = `${baseUrl}/inloggen/link/${letter.token}${letter.path === '/' ? '' : `?naar=${encodeURIComponent(letter.path)}`}`
      return {
        to,
        subject: t['letter.link.subject'],
        text: fill(t['letter.link.text'], { name, link, minutes: letter.minutes }),
      }
    }
    case 'password-changed':
      return { to, subject: t['letter.changed.subject'], text: fill(t['letter.changed.text'], { name }) }
    case 'passkey-added':
      return { to, subject: t['letter.passkey.subject'], text: fill(t['letter.passkey.text'], { name }) }
    case 'provider-linked':
      return {
        to,
        subject: t['letter.provider.subject'],
        text: fill(t['letter.provider.text'], { name, provider: letter.provider }),
      }
    case 'second-step-stopped':
      return { to, subject: t['letter.stopped.subject'], text: fill(t['letter.stopped.text'], { name }) }
  }
}
