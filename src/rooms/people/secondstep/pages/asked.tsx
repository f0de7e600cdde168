import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { words } from '../../words/words.ts'
import type { Asked } from '../queries.ts'

/** Does everybody here sign in with two steps: what it means, and yes or no. */
export const AskedPage = ({ asked: { kind, ours, boards }, today }: { asked: Asked; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const isBoard = kind === 'board'
  const since = (day: Day, [will, does]: readonly [string, string]) =>
    fill(day > today ? will : does, { day: sayDay(day, language) })
  return (
    <Page
      title={t['asked.title']}
      lead={t[isBoard ? 'asked.lead.board' : 'asked.lead']}
      back={isBoard ? { href: '/collegas', label: t['team.title'] } : { href: '/school', label: t['school.title'] }}
      narrow
    >
      {boards && <CalmLine>{since(boards, [t['asked.board.from'], t['asked.board']])}</CalmLine>}
      {ours && <CalmLine icon="check">{since(ours, [t['asked.from'], t['asked.now']])}</CalmLine>}
      <p>{t['asked.how']}</p>
      <p>{t['asked.elsewhere']}</p>
      <ButtonForm
        action={ours ? '/tweede-stap/einde' : '/tweede-stap'}
        label={t[ours ? 'asked.stop' : 'asked.start']}
        kind={ours ? 'quiet' : 'do'}
      />
    </Page>
  )
}
