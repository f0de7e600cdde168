import type { Errand } from '#kit/commands/command.ts'
import { find } from './finder/find.ts'
import { answerFor, readProblem } from './forms.ts'

/** `agenda find --json`: one problem on standard input, one answer. */
export const findMoments: Errand = {
  name: 'agenda find',
  usage: 'agenda find --json < problem.json',
  readsInput: true,
  async runAlone({ args, io }) {
    if (args.length !== 1 || args[0] !== '--json')
      return io.refuse('Ask with: kortelijnen agenda find --json < problem.json')
    const read = readProblem(new TextDecoder().decode((await io.input?.()) ?? new Uint8Array()))
    if (!read.ok) return io.refuse(read.because)
    io.say(JSON.stringify(answerFor(find(read.problem))))
    return 0
  },
}
