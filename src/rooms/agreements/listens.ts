import type { HouseForMail } from '#kit/http/types.ts'
import type { Receive } from '#kit/mail/letterin.ts'
import { dayOf } from '#kit/time/day.ts'
import { takeCopy } from './contacts/actions.ts'
import { lineOfCopy } from './contacts/queries.ts'
import { digestOf, isCopyAddress } from './contacts/rules.ts'

/** Copies of letters to a line's own address: that there was a letter is kept, and not a word of it. */
export const receive = ({ asGuest, nudge }: HouseForMail): Receive => ({
  async knows(address) {
    if (!isCopyAddress(address)) return false
    const key = digestOf(address)
    return (await asGuest(key, (tx) => lineOfCopy(tx, key))) !== undefined
  },
  async take(address, letter) {
    if (!isCopyAddress(address)) return { ok: false, because: 'unknown' }
    const key = digestOf(address)
    const taken = await asGuest(key, (tx) => takeCopy(tx, key, letter, dayOf(new Date())))
    if (taken.ok) nudge()
    return taken
  },
})
