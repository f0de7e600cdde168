import { fill, useLanguage } from '#kit/words/words.ts'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { words } from '../../words/words.ts'
import { type Figures, fewestMeetings } from '../rules.ts'

/** How long it takes to find a moment, for the school as a whole. */
export const FiguresPage = ({ figures }: { figures: Figures | undefined }) => {
  const t = words.use()
  const say = new Intl.NumberFormat(useLanguage())
  return (
    <Page
      title={t['figures.title']}
      lead={t['figures.lead']}
      back={{ href: '/bijeenkomsten', label: t['one.back'] }}
      narrow
    >
      {figures ? (
        <Table
          caption={t['figures.title']}
          captionHidden
          columns={[{ label: t['figures.what'] }, { label: t['figures.count'], numeric: true }]}
          rows={[
            { cells: [t['figures.meetings'], say.format(figures.meetings)] },
            { cells: [t['figures.median'], say.format(figures.median)] },
            { cells: [t['figures.week'], say.format(figures.withinWeek)] },
            { cells: [t['figures.answers'], say.format(figures.answers)] },
          ]}
        />
      ) : (
        <p>{fill(t['figures.few'], { count: fewestMeetings })}</p>
      )}
      <CalmLine icon="lock">{t['figures.calm']}</CalmLine>
    </Page>
  )
}
