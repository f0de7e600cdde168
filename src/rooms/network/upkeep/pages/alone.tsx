import { fill } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import type { LineKept } from '../queries.ts'
import type { Gap } from '../rules.ts'
import { words } from '../words/words.ts'

type Line = LineKept & { gaps: Gap[]; mayTend: boolean }

/** Lines that hang on one person, on either side: if she is ill, who rings whom? */
export const AlonePage = ({ lines, all }: { lines: Line[]; all: number }) => {
  const t = words.use()
  const columns = ['partner', 'ours', 'theirs', 'gap'] as const
  return (
    <Page title={t['alone.title']} lead={fill(t['alone.lead'], { count: lines.length, all })}>
      {lines.length === 0 ? (
        <Empty title={t['alone.none']}>{t['alone.none.text']}</Empty>
      ) : (
        <Table
          caption={t['alone.title']}
          captionHidden
          columns={columns.map((column) => ({ label: t[`alone.${column}`] }))}
          rows={lines.map((line) => ({
            href: line.mayTend ? `/netwerk/${line.id}/wijziging` : `/netwerk/${line.id}`,
            cells: [
              line.name,
              [line.owner, line.deputy].filter(Boolean).join(', ') || t.nobody,
              line.faces.join(', ') || t.nobody,
              [...line.gaps.map((gap) => t[`gap.${gap}`]), line.obligation === 'law' ? t.law : '']
                .filter(Boolean)
                .join(' · '),
            ],
          }))}
        />
      )}
    </Page>
  )
}
