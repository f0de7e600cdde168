import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { words } from '../../words/words.ts'
import type { Ending, Turnover } from '../rules.ts'

type Props = { endings: readonly Ending[]; turnover: readonly Turnover[]; today: Day; address: string }

/** What ends when, half a year ahead, so that there is time to arrange something. */
export const HorizonPage = ({ endings, turnover, today, address }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { print: _, ...frame } = useFrame()
  return (
    <Page title={t['horizon.title']} heading={null} back={{ href: '/overdracht', label: t['one.back'] }} frame={frame}>
      <Sheet title={t['horizon.title']} address={address} date={sayDay(today, language)} print={t['horizon.print']}>
        <p>{t['horizon.lead']}</p>
        {endings.length === 0 ? (
          <Empty title={t['horizon.none']}>{t['horizon.none.text']}</Empty>
        ) : (
          <Table
            caption={t['horizon.title']}
            captionHidden
            columns={(['horizon.what', 'horizon.kind', 'horizon.day', 'horizon.with'] as const).map((label) => ({
              label: t[label],
            }))}
            rows={endings.map(({ kind, name, href, day, line, lines }) => ({
              href,
              cells: [
                name,
                t[`horizon.kind.${kind}`],
                sayDay(day, language, today),
                line ?? (lines ? fill(t['horizon.lines'], { count: lines }) : '–'),
              ],
            }))}
          />
        )}
        <Faces turnover={turnover} />
      </Sheet>
    </Page>
  )
}

/** How often another face came, per partner. It says how much there is to explain again, and nothing of anybody. */
const Faces = ({ turnover }: Pick<Props, 'turnover'>) => {
  const t = words.use()
  if (!turnover.length) return null
  return (
    <section>
      <h2>{t['horizon.faces']}</h2>
      <p>{t['horizon.faces.text']}</p>
      <Table
        caption={t['horizon.faces']}
        captionHidden
        columns={[
          { label: t['horizon.partner'] },
          { label: t['horizon.now'], numeric: true },
          { label: t['horizon.left'] },
        ]}
        rows={turnover.map(({ id, name, now, years }) => ({
          href: `/netwerk/${id}`,
          cells: [name, now, years.map(({ year, left }) => `${year}: ${left}`).join(', ')],
        }))}
      />
    </section>
  )
}
