import type { Command } from '#kit/commands/command.ts'
import { dayOf } from '#kit/time/day.ts'
import { revokeAsOperator } from './actions.ts'
import { allIntegrations } from './queries.ts'
import { stateOf } from './rules.ts'

/** `integrations list`: every token of the house, one line each; never the token itself, which nobody has. */
export const listIntegrations: Command = {
  name: 'integrations list',
  usage: 'integrations list',
  async run({ house, io }) {
    const today = dayOf(new Date())
    const all = await house.asKeeper(allIntegrations)
    for (const one of all) {
      const used = one.lastUsedOn ? `last used ${one.lastUsedOn}` : 'never used'
      const state = `${stateOf(one, today)} until ${one.expiresOn}, ${used}`
      io.say(`${one.id} ${one.organisation}: ${one.name} (${one.scopes.join(' ')}), by ${one.maker}, ${state}`)
    }
    io.say(`${all.length} integrations`)
    return 0
  },
}

/** `integrations revoke ID`: from then on its token opens nothing. */
export const revokeIntegration: Command = {
  name: 'integrations revoke',
  usage: 'integrations revoke ID',
  async run({ args: [id], house, io }) {
    if (!id || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id))
      return io.refuse('Say which, as `kortelijnen integrations list` shows it: kortelijnen integrations revoke ID')
    if (!(await house.asKeeper((tx) => revokeAsOperator(tx, id))))
      return io.refuse('There is no such integration, or it was revoked already.')
    io.say('Revoked. Its token opens nothing any more.')
    return 0
  },
}
