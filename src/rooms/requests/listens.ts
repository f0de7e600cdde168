import type { HouseForMail } from '#kit/http/types.ts'
import type { Receive } from '#kit/mail/letterin.ts'
import { digestOf, isReplyAddress } from './letters/rules.ts'
import { openedByReply } from './links/queries.ts'
import { takeReply } from './replies/actions.ts'

/** Answers that come by mail: the address is the key, and opens one request. */
export const receive = ({ asGuest, nudge }: HouseForMail): Receive => ({
  async knows(address) {
    if (!isReplyAddress(address)) return false
    const key = digestOf(address)
    return (await asGuest(key, (tx) => openedByReply(tx, key))) !== undefined
  },
  async take(address, letter) {
    if (!isReplyAddress(address)) return { ok: false, because: 'unknown' }
    const key = digestOf(address)
    const taken = await asGuest(key, (tx) => takeReply(tx, key, letter, new Date()))
    if (taken.ok) nudge()
    return taken
  },
})
