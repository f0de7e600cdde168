import type { Command } from '#kit/commands/command.ts'
import { newCode } from './actions.ts'

/** `welcome code`: lets one more school in this house set itself up. */
export const newSetupCode: Command = {
  name: 'welcome code',
  usage: 'welcome code',
  async run({ args, house, io }) {
    if (args.length) return io.refuse('This command takes nothing more: kortelijnen welcome code')
    const code = await house.asKeeper(newCode)
    io.say(`Open ${house.config.baseUrl}/begin and use this code, once, for one school: ${code}`)
    return 0
  },
}
