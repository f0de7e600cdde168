import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import type { PollShown } from '../queries.ts'
import { takesVotes } from '../rules.ts'
import { SoundingForm } from '../soundings/pages/sounding.tsx'
import { votes } from '../tables.ts'
import { words } from '../words/words.ts'
import { errorsOf, VoteForm } from './vote.tsx'

type Props = { poll: PollShown; said: Said; today: Day; mayClose: boolean }

/** One vote of the team: mine to give, how far it is, and the outcome when it may be told. */
export const PollPage = ({ poll, said, today, mayClose }: Props) => {
  const t = words.use()
  const isOpen = takesVotes(poll, today)
  const at = `/stemmingen/${poll.id}`
  return (
    <Page
      title={poll.question}
      lead={t['poll.title']}
      back={{ href: poll.path, label: t[poll.kind === 'sounding' ? 'poll.back.sounding' : 'poll.back'] }}
      narrow
    >
      {poll.kind !== 'sounding' && <ErrorSummary title={t['error.summary']} errors={errorsOf(said, t)} />}
      <HowFar poll={poll} today={today} />
      {isOpen && poll.mine === false && poll.kind === 'sounding' && <SoundingForm at={`${at}/stem`} said={said} />}
      {isOpen && poll.mine === false && poll.kind !== 'sounding' && (
        <VoteForm at={`${at}/stem`} kind={poll.kind} said={said} />
      )}
      {isOpen && poll.mine === true && <CalmLine icon="check">{t['poll.voted']}</CalmLine>}
      {isOpen && poll.mine === null && <CalmLine>{t['poll.notYours']}</CalmLine>}
      {poll.kind === 'open' && <OpenVotes poll={poll} />}
      {poll.kind === 'totals' && <Totals poll={poll} />}
      {poll.closedOn === null && mayClose && (
        <ButtonForm action={`${at}/sluiting`} label={t['poll.close']} kind="quiet" />
      )}
    </Page>
  )
}

export const HowFar = ({ poll, today }: Pick<Props, 'poll' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const { voted, asked, closedOn, closesOn } = poll
  const day = sayDay(closedOn ?? closesOn, language, today)
  return <p>{fill(t[takesVotes(poll, today) ? 'poll.open' : 'poll.closed'], { day, voted, asked })}</p>
}

const OpenVotes = ({ poll }: Pick<Props, 'poll'>) => {
  const t = words.use()
  if (!poll.open.length) return null
  const title = t[poll.closedOn === null ? 'poll.soFar' : 'poll.result']
  return (
    <section>
      <h2>{title}</h2>
      <List label={title}>
        {poll.open.map(({ name, vote, why, takesUp }) => (
          <Row
            title={name}
            line={why}
            tag={<Tag kind={vote === 'yes' ? 'done' : 'plain'}>{t[`vote.${vote}`]}</Tag>}
            when={takesUp ? t['poll.takers'] : undefined}
          />
        ))}
      </List>
    </section>
  )
}

const Totals = ({ poll }: Pick<Props, 'poll'>) => {
  const t = words.use()
  if (poll.closedOn === null) return <CalmLine>{t['poll.wait']}</CalmLine>
  if (poll.yes === null) return <CalmLine>{t['poll.few']}</CalmLine>
  return (
    <Table
      caption={t['poll.result']}
      columns={[{ label: t['poll.vote'] }, { label: t['poll.count'], numeric: true }]}
      rows={votes.map((vote) => ({ cells: [t[`vote.${vote}`], String(poll[vote] ?? 0)] }))}
    />
  )
}
