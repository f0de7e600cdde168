import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { letRest } from './actions.ts'
import { openSignals } from './queries.ts'

/** The head of De Waterlelie looked, and let one of them rest: she knows, and it can wait. */
export async function demo({ actors, as, signals: sources, today }: Town) {
  const asking = { sources, today, language: 'nl' }
  await as(actors.get('Nadia Bouzid')!, async (tx, me) => {
    const quiet = (await openSignals(tx, me, asking)).find(
      ({ kind, title }) => kind === 'network.alone' && title === 'Kindercoach Vlieger',
    )
    if (!quiet) throw new Error('the story has no line on one person')
    const said = { until: dayPlus(today, 35), why: 'In januari verdelen we de lijnen opnieuw' }
    const done = await letRest(tx, me, { soort: quiet.kind, over: quiet.thing }, said, asking)
    if (!done.ok) throw new Error(`it does not rest: ${done.because}`)
  })
}
