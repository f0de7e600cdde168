import type { Day } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Table } from '#ui/table.tsx'
import { type Invited, type Offered, type Weighed, weighed, whyOf } from '../rules.ts'
import { words as wishWords } from '../wishes/words/words.ts'
import { words } from '../words/words.ts'
import { sayMoment } from './parts.tsx'

/** Why a moment stands where it stands, in a sentence. */
export function useWhy(invited: number) {
  const t = words.use()
  const wishes = wishWords.use()
  const language = useLanguage()
  const list = (names: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  return (one: Weighed): string => {
    const why = whyOf(one)
    const names = {
      ...{ all: [], silent: [], ifNeeded: one.ifNeeded, others: one.cannot },
      ...{ required: one.requiredMissing.filter((name) => one.cannot.includes(name)), quorum: [] },
    }[why]
    if (why === 'quorum')
      return fill(wishes['why.quorum'], { can: one.tooFew?.can ?? 0, quorum: one.tooFew?.quorum ?? 0 })
    return fill(t[`why.${why}`], { names: list(names), count: one.silent.length, invited })
  }
}

type Props = {
  options: readonly Offered[]
  invited: readonly Invited[]
  quorum: number | null
  minutes: number
  today: Day
}

/** Every moment with what was said of it, the best first. */
export const ResultTable = ({ options, invited, quorum, minutes, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const why = useWhy(invited.length)
  return (
    <Table
      caption={t['one.best']}
      columns={[
        { label: t['one.moment'] },
        { label: t['one.yes'], numeric: true },
        { label: t['one.ifNeeded'] },
        { label: t['one.no'] },
        { label: t['one.silent'] },
        { label: t['one.why'] },
      ]}
      rows={weighed(options, invited, quorum).map((one) => ({
        cells: [
          <span class="whole">{sayMoment(one.startsAt, minutes, language, today)}</span>,
          one.can,
          one.ifNeeded.join(', ') || '–',
          one.cannot.join(', ') || '–',
          one.silent.join(', ') || '–',
          why(one),
        ],
      }))}
    />
  )
}
