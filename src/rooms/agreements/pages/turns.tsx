import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { OnTurn, OpenAgreement } from '../queries.ts'
import { isLate, type Turn, wholeWeeks } from '../rules.ts'
import { StepRows } from '../steps/pages/step.tsx'
import type { StepShown } from '../steps/queries.ts'
import { words } from '../words/words.ts'

type Props = {
  lines: readonly OnTurn[]
  open: readonly OpenAgreement[]
  steps: readonly StepShown[]
  all: boolean
  today: string
}

/** With whom it is time again, and what is agreed and open. Nobody is chased: it is a list one may look at. */
export const TurnsPage = ({ lines, open, steps, all, today }: Props) => {
  const t = words.use()
  return (
    <Page title={t['turns.title']} lead={t['turns.lead']} back={{ href: '/netwerk', label: t['turns.back'] }}>
      <p>
        {all ? t['turns.shown.all'] : t['turns.shown.mine']}{' '}
        <a href={all ? '/afspraken' : '/afspraken?van=allen'}>{all ? t['turns.mine'] : t['turns.all']}</a>
      </p>
      <StepRows steps={steps} today={today} />
      {lines.length === 0 && <Empty title={t['turns.empty']}>{t['turns.empty.text']}</Empty>}
      {lines.length > 0 && <Group kind="turn" lines={lines} all={all} today={today} none={t['turns.now.none']} />}
      <p>
        <a href="/attenties">{t['turns.occasions']}</a>
      </p>
      <Agreed open={open} all={all} today={today} />
      <Group kind="quiet" lines={lines} all={all} today={today} text={t['turns.quiet.text']} />
      <Group kind="later" lines={lines} all={all} today={today} />
      <Group kind="asleep" lines={lines} all={all} today={today} />
    </Page>
  )
}

type GroupProps = Pick<Props, 'lines' | 'all' | 'today'> & { kind: Turn['kind']; none?: string; text?: string }
const titles = { turn: 'turns.now', quiet: 'turns.quiet', later: 'turns.later', asleep: 'turns.asleep' } as const

const Group = ({ kind, lines, all, today, none, text }: GroupProps) => {
  const t = words.use()
  const language = useLanguage()
  const sayTurn = useTurn(today)
  const those = lines.filter(({ turn }) => turn.kind === kind)
  if (!those.length && !none) return null
  return (
    <section>
      <h2>{t[titles[kind]]}</h2>
      {those.length === 0 && <p>{none}</p>}
      {text && <p>{text}</p>}
      <List label={t[titles[kind]]}>
        {those.map(({ id, name, owner, lastOn, turn }) => (
          <Row
            title={name}
            href={`/netwerk/${id}`}
            line={[
              all && (owner ?? t['turns.owner.none']),
              lastOn ? fill(t['turns.last'], { day: sayDay(lastOn, language, today) }) : t['turns.never'],
            ]
              .filter(Boolean)
              .join(' · ')}
            when={sayTurn(turn)}
          />
        ))}
      </List>
    </section>
  )
}

function useTurn(today: string) {
  const t = words.use()
  const language = useLanguage()
  return (turn: Turn) => {
    if (turn.kind === 'asleep') return fill(t['turns.asleep.until'], { day: sayDay(turn.until, language, today) })
    if (turn.kind === 'quiet') return turn.since && fill(t['turns.weeks'], { weeks: wholeWeeks(turn.since, today) })
    const day = sayDay(turn.on, language, today)
    if (turn.kind === 'later') return fill(t['turns.next'], { day })
    return turn.isLate ? fill(t['turns.due'], { day }) : t['turns.today']
  }
}

const Agreed = ({ open, all, today }: Pick<Props, 'open' | 'all' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <section>
      <h2>{t['open.title']}</h2>
      <p>{open.length ? t['open.text'] : t['open.none']}</p>
      <List label={t['open.title']}>
        {open.map((one) => (
          <Row
            title={one.what}
            href={`/netwerk/${one.relationId}/afspraken`}
            line={[one.partner, t[`part.${one.part}`], all && one.person].filter(Boolean).join(' · ')}
            when={fill(isLate(one, one.words, today) ? t['open.late'] : t['open.until'], {
              day: sayDay(one.until, language, today),
            })}
          />
        ))}
      </List>
    </section>
  )
}
