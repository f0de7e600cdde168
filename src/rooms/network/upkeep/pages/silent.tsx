import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { LineKept } from '../queries.ts'
import { words } from '../words/words.ts'

type Line = LineKept & { mayTend: boolean }

/** The road nobody took lately, as a question. Of lines, never of who holds them. */
export const SilentPage = ({ lines, today }: { lines: Line[]; today: Day }) => {
  const t = words.use()
  return (
    <Page title={t['silent.title']} lead={t['silent.lead']}>
      {lines.length === 0 ? (
        <Empty title={t['silent.none']}>{t['silent.none.text']}</Empty>
      ) : (
        <List label={t['silent.title']}>
          {lines.map((line) => (
            <SilentRow line={line} today={today} />
          ))}
        </List>
      )}
    </Page>
  )
}

const SilentRow = ({ line, today }: { line: Line; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const at = `/netwerk/${line.id}`
  const kind = line.type && nameOf('partnerType', line.type, language)
  const last = line.assuredOn
    ? fill(t['silent.last'], { day: sayDay(line.assuredOn, language, today) })
    : t['silent.never']
  return (
    <Row
      title={line.name}
      href={at}
      line={[kind, last].filter(Boolean).join(' · ')}
      action={
        line.mayTend && (
          <>
            <ButtonForm action={`${at}/bevestiging`} label={t['silent.yes']} about={line.name} kind="quiet" />
            <a href={`${at}/afsluiting`}>{t['silent.no']}</a>
          </>
        )
      }
    />
  )
}
