import { fill } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { PrintButton } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { Facts } from '../../week/rules.ts'
import type { MissedRow } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { facts: Facts; rows: MissedRow[] }

/** Per group which lessons are missed by whom: so far, and over the whole school year as it stands. */
export const MissedPage = ({ facts, rows }: Props) => {
  const t = words.use()
  const groups = facts.groups.filter(({ id }) => rows.some(({ groupId }) => groupId === id))
  return (
    <Page title={t['missed.title']} lead={t['missed.lead']}>
      {groups.length === 0 ? (
        <Empty title={t['missed.empty']}>{t['missed.empty.text']}</Empty>
      ) : (
        <PrintButton>{t['missed.print']}</PrintButton>
      )}
      {groups.map(({ id, name }) => (
        <section>
          <h2>{name}</h2>
          <MissedTable name={name} facts={facts} rows={rows.filter(({ groupId }) => groupId === id)} />
        </section>
      ))}
    </Page>
  )
}

const MissedTable = ({ name, facts, rows }: Props & { name: string }) => {
  const t = words.use()
  return (
    <Table
      caption={fill(t['missed.of'], { group: name })}
      captionHidden
      columns={[
        { label: t['missed.subject'] },
        { label: t['missed.partner'] },
        { label: t['missed.pupils'] },
        { label: t['missed.before'], numeric: true },
        { label: t['missed.year'], numeric: true },
      ]}
      rows={rows.flatMap(({ groupId, sessionId, subject, before, year }) => {
        const session = facts.sessions.find(({ id }) => id === sessionId)
        if (!session) return []
        const pupils = session.groups.find(({ id }) => id === groupId)?.pupils
        return [
          {
            cells: [subject, session.partner, pupils ?? t['missed.all'], String(before), String(year)],
          },
        ]
      })}
    />
  )
}
