import { sayWeekdays } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { type Bough, Branches } from '#ui/branches.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Branch, Colleague, Holder, Line, Organogram } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { school: string; organogram: Organogram<Line, Colleague> }

/** Role, colleague, partners: a list that reads as one, and one A4 to hang up. */
export const OrganogramPage = ({ school, organogram: { branches, unheld } }: Props) => {
  const t = words.use()
  const title = fill(t.title, { school })
  // A sheet has its own foot; that of the frame would be a second one on paper.
  const { print, ...frame } = useFrame()
  const boughs = [
    ...branches.map(useBough),
    ...(unheld.length ? [{ title: t.unheld, twigs: [], rest: unheld.map(({ name }) => name).join(', ') }] : []),
  ]
  return (
    <Page title={title} heading={null} frame={frame}>
      {boughs.length ? (
        <Sheet title={title} address={print?.address ?? ''} date={print?.date ?? ''} print={t.print}>
          <p class="not-on-paper">{t.lead}</p>
          <Branches boughs={boughs} />
        </Sheet>
      ) : (
        <Empty title={t.none} />
      )}
    </Page>
  )
}

function useBough({ role, holders, others }: Branch<Line, Colleague>): Bough {
  const t = words.use()
  const language = useLanguage()
  return {
    title: nameOf('role', role, language),
    twigs: holders.map(useTwig),
    rest: others.length
      ? holders.length
        ? fill(t.others, { names: others.join(', ') })
        : others.join(', ')
      : undefined,
  }
}

function useTwig({ name, days, deputy, hours, lines }: Holder<Line, Colleague>) {
  const t = words.use()
  const language = useLanguage()
  return {
    name,
    notes: [
      days.length ? sayWeekdays(days, language, t.till) : '',
      hours === null ? '' : fill(t.hours, { hours }),
      deputy ? fill(t.deputy, { name: deputy }) : t.alone,
    ].filter(Boolean),
    leaves: lines.map(({ id, name: partner }) => ({ text: partner, href: `/netwerk/${id}` })),
  }
}
