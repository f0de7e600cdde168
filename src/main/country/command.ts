import type { Command, CommandIo } from '#kit/commands/command.ts'
import { dayOf } from '#kit/time/day.ts'
import { type Filled, fillCountry } from './fill.ts'

const sayEvery = 5_000

/** `demo country`: everybody in, all invented but the list of schools; to see what the country costs. */
export const country: Command = {
  name: 'demo country',
  usage: 'demo country [--schools N] [--seed N]',
  async run({ args, house, io }) {
    const [schools, seed] = [numberOf(args, '--schools'), numberOf(args, '--seed') ?? 1]
    if (Number.isNaN(schools) || Number.isNaN(seed) || args.some(isUnknown))
      return io.refuse('How many, as a whole number: kortelijnen demo country [--schools N] [--seed N]')
    const started = Date.now()
    const today = dayOf(new Date())
    const stopped = () => io.stop.aborted
    const filled = await fillCountry({ asKeeper: house.asKeeper, today, seed, schools, stopped, report: reporter(io) })
    if (!filled.ok)
      return io.refuse('There are people here already, who are not of this country. Fill an empty database.')
    io.say(conclusion(filled, (Date.now() - started) / 1000))
    return 0
  },
}

const conclusion = ({ schools, already, of, rows }: Filled & { ok: true }, seconds: number) =>
  already + schools < of
    ? `Stopped: ${already + schools} of ${of} schools are there, each of them whole. Run it again to go on.`
    : `The country is there: ${of} schools${already ? ` (${already} were there already)` : ''}, ${rows} rows in ${seconds.toFixed(0)} s.`

/** A line every few seconds. */
function reporter({ say }: Pick<CommandIo, 'say'>) {
  let said = Date.now()
  return ({ schools, of, rows }: { schools: number; of: number; rows: number }) => {
    if (Date.now() - said < sayEvery) return
    said = Date.now()
    say(`${schools} of ${of} schools, ${rows} rows`)
  }
}

function numberOf(args: readonly string[], name: string): number | undefined {
  const place = args.indexOf(name)
  if (place < 0) return undefined
  const said = args[place + 1] ?? ''
  return /^[1-9]\d{0,8}$/.test(said) ? Number(said) : Number.NaN
}

const isUnknown = (arg: string) => arg.startsWith('--') && !['--schools', '--seed'].includes(arg)
