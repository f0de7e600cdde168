import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Card } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { PollOnList } from '../queries.ts'
import { takesVotes } from '../rules.ts'
import { words as ofSoundings } from '../soundings/words/words.ts'
import { words } from '../words/words.ts'

/** What the team was asked, what is open first; and the yearly question about work itself. */
export const PollsPage = ({ polls, today }: { polls: readonly PollOnList[]; today: Day }) => {
  const t = words.use()
  const s = ofSoundings.use()
  const language = useLanguage()
  const about = polls.filter(({ kind }) => kind !== 'sounding')
  return (
    <Page title={t['list.title']} lead={t['list.lead']}>
      <h2>{t['list.polls']}</h2>
      {about.length === 0 && <Empty title={t['list.none']}>{t['list.none.text']}</Empty>}
      {about.length > 0 && (
        <List label={t['list.polls']}>
          {about.map((poll) => {
            const isOpen = takesVotes(poll, today)
            const day = sayDay(poll.closedOn ?? poll.closesOn, language, today)
            return (
              <Row
                title={poll.question}
                href={`/stemmingen/${poll.id}`}
                line={fill(t['list.voted'], { voted: poll.voted, asked: poll.asked })}
                when={fill(t[isOpen ? 'list.open' : 'list.closed'], { day })}
                waits={isOpen && poll.mine === false ? t['list.you'] : undefined}
              />
            )
          })}
        </List>
      )}
      <Card title={s['title']} href="/peiling">
        <p>{s['lead']}</p>
      </Card>
    </Page>
  )
}
