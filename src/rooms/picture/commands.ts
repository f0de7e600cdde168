import type { Errand } from '#kit/commands/command.ts'
import { decode } from '#kit/sheet/encoding.ts'
import { analyse } from './measures/analyse.ts'

const usage = 'network analyse FILE --json [--directed] [--weighted]'
const known = ['--json', '--directed', '--weighted']

/** `network analyse`: counts what can be counted of a file with lines. */
export const analyseNetwork: Errand = {
  name: 'network analyse',
  usage,
  async runAlone({ args, io }) {
    const strange = args.find((arg) => arg.startsWith('--') && !known.includes(arg))
    const [path, ...more] = args.filter((arg) => !arg.startsWith('--'))
    if (!path || more.length || strange || !args.includes('--json'))
      return io.refuse(`${strange ? `${strange} is not known here. ` : ''}Use: kortelijnen ${usage}`)
    const bytes = await io.readFile(path)
    if (!bytes) return io.refuse(`There is no file ${path}, or it cannot be read.`)
    const reading = { directed: args.includes('--directed'), weighted: args.includes('--weighted') }
    const outcome = analyse(decode(bytes).text, reading)
    if (!outcome.ok) return io.refuse(outcome.sentence)
    for (const warning of outcome.warnings) io.warn(warning)
    io.say(JSON.stringify(outcome.measures, null, 1))
    return 0
  },
}
