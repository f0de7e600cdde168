import type { CommandIo, Errand } from '#kit/commands/command.ts'
import { type Clock, clockOf, momentOf } from '#kit/time/clock.ts'
import { dayPlus, isDay } from '#kit/time/day.ts'
import { busyIn } from './ical/busy.ts'
import type { Problem } from './ical/lines.ts'
import { planBeside } from './timetable/beside.ts'
import { readInstance } from './timetable/instance.ts'
import { sayPlan } from './timetable/said.ts'

const usage = 'agenda busy --from YYYY-MM-DD --to YYYY-MM-DD --zone Europe/Amsterdam FILE.ics…'

const broken: Record<Problem['what'], string> = {
  'not-a-calendar': 'this is not a calendar',
  'too-large': 'larger than 20 MB',
  line: 'not a line of a calendar',
  'not-closed': 'a part without its END',
  start: 'an event or period without a beginning that can be read',
  end: 'an end that cannot be read or lies before the beginning',
  repeats: 'a repetition that cannot be understood; only its first time is used',
  exception: 'a date in a list, or an exception, that cannot be read',
  zone: 'an unknown time zone, read as the time zone asked for',
  often: 'repeats too often; not all of it is used',
}

/** `agenda busy`: one line of JSON per busy interval of each file. No titles, no places: only times. */
export const busyTimes: Errand = {
  name: 'agenda busy',
  usage,
  async runAlone({ args, io }) {
    const said = heard(args)
    if (!said.files.length || !said.from || !said.to) return io.refuse(`Ask with: kortelijnen ${usage}`)
    const reader = clockOf(said.zone ?? 'Europe/Amsterdam')
    if (!reader) return io.refuse(`There is no time zone ${said.zone}.`)
    if (!isDay(said.from) || !isDay(said.to) || said.to < said.from)
      return io.refuse('Give two days that exist, the earlier first: --from 2026-11-02 --to 2026-11-30')
    let missing = false
    for (const file of said.files)
      if (!(await sayFile(io, file, { reader, ...between(reader, said.from, said.to) }))) missing = true
    return missing ? 1 : 0
  },
}

/** From the first moment of the first day until the last of the last. */
const between = (reader: Clock, from: string, to: string) => ({
  from: momentOf(reader, Date.parse(`${from}T00:00:00Z`)),
  until: momentOf(reader, Date.parse(`${dayPlus(to, 1)}T00:00:00Z`)),
})

async function sayFile(io: CommandIo, file: string, asked: Parameters<typeof busyIn>[1]): Promise<boolean> {
  const bytes = await io.readFile(file)
  if (!bytes) {
    io.warn(`${file}: there is no such file, or it cannot be opened`)
    return false
  }
  const { busy, problems } = busyIn(bytes, asked)
  for (const { start, end, allDay } of busy)
    io.say(JSON.stringify({ file, start: instant(start), end: instant(end), allDay }))
  if (problems.length) io.warn(`${file}: ${told(problems)}`)
  return true
}

const instant = (moment: number) => new Date(moment).toISOString().replace('.000Z', 'Z')

/** One line for a file, however much is broken in it: each kind once, with where it first is. */
function told(problems: readonly Problem[]): string {
  const kinds = [...Map.groupBy(problems, ({ what }) => what).entries()]
  return kinds
    .map(([what, all]) => {
      const more = all.length > 1 ? ` and ${all.length - 1} more` : ''
      return all[0]!.at ? `${broken[what]} (line ${all[0]!.at}${more})` : broken[what]
    })
    .join('; ')
}

function heard(args: readonly string[]) {
  const said: { from?: string; to?: string; zone?: string; files: string[] } = { files: [] }
  for (let place = 0; place < args.length; place++) {
    const [name, value] = args[place]!.split('=')
    const known = (['from', 'to', 'zone'] as const).find((one) => name === `--${one}`)
    if (known) said[known] = value ?? args[++place] ?? ''
    else said.files.push(args[place]!)
  }
  return said
}

const planUsage = 'agenda timetable --json [--progress] < instance.json'

/** `agenda timetable --json`: a week of externals on standard input, a plan as one line. Ctrl-C takes the best so far. */
export const planWeek: Errand = {
  name: 'agenda timetable',
  usage: planUsage,
  readsInput: true,
  async runAlone({ args, io }) {
    if (!args.includes('--json')) return io.refuse(`Ask with: kortelijnen ${planUsage}`)
    const read = readInstance(new TextDecoder().decode((await io.input?.()) ?? new Uint8Array()))
    if (!read.ok) return io.refuse(read.because)
    const found = await planBeside(read.instance, io.stop, (progress) => {
      if (args.includes('--progress')) io.warn(JSON.stringify(progress))
    })
    io.say(JSON.stringify(sayPlan(read.instance, found)))
    return 0
  },
}
