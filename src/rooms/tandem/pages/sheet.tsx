import { sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { words } from '../words/words.ts'
import type { TandemProps } from './tandem.tsx'

/** One A4 for between the two: the points with room to write, and what was agreed last time. */
export const TandemSheetPage = ({ next, now, settled }: TandemProps) => {
  const t = words.use()
  const language = useLanguage()
  const { print, ...frame } = useFrame()
  const title = fill(t['sheet.title'], { day: sayLongDay(next, language) })
  const last = settled.filter(({ settledOn }) => settledOn === settled[0]?.settledOn)
  return (
    <Page title={title} heading={null} back={{ href: '/tandem', label: t['sheet.back'] }} frame={frame}>
      <Sheet title={title} address={print?.address ?? ''} date={print?.date ?? ''} print={t['sheet.print']}>
        {now.length === 0 && <Empty title={t['sheet.none']} />}
        {now.length > 0 && (
          <Table
            caption={title}
            captionHidden
            columns={[{ label: t['sheet.points'] }]}
            rows={now.map(({ what }) => ({ cells: [<OnPaper what={what} />] }))}
          />
        )}
        {last.length > 0 && (
          <section>
            <h2>{t['sheet.last']}</h2>
            <ul>
              {last.map(({ what, outcome }) => (
                <li>
                  {what} <strong>{outcome}</strong>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Sheet>
    </Page>
  )
}

const OnPaper = ({ what }: { what: string }) => (
  <>
    {what}
    {Array.from({ length: 4 }, () => (
      <br />
    ))}
    &nbsp;
  </>
)
