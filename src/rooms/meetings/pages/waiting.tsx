import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Row } from '#ui/list.tsx'
import type { PollOnMe } from '../queries.ts'
import { words } from '../words/words.ts'

/** For Vandaag: a poll that waits on my answer. */
export const PollRow = ({ poll, today }: { poll: PollOnMe; today: Day }) => {
  const { id, title, makerName, answerBy, school, href = `/bijeenkomsten/${id}` } = poll
  const t = words.use()
  const language = useLanguage()
  return (
    <Row
      title={title}
      href={href}
      line={fill(t['row.from'], { maker: [makerName, school].filter(Boolean).join(', ') })}
      when={answerBy ? fill(t['row.by'], { day: sayDay(answerBy, language, today) }) : undefined}
      waits={t['row.you']}
    />
  )
}
