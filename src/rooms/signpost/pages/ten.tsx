import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { PartnerLine } from '../queries.ts'
import { numbers } from '../rules.ts'
import { words } from '../words/words.ts'
import { useDays } from './contact.tsx'
import { useFrameOfSheet } from './sheet.tsx'

type TenProps = { lines: readonly PartnerLine[]; me: { personId: string; name: string }; today: Day; address: string }

/** One A4: the ten partners a colleague needs most, with who picks up, how and when. */
export const TenPage = ({ lines, me, today, address }: TenProps) => {
  const t = words.use()
  const language = useLanguage()
  const sayDays = useDays()
  const columns = [t['ten.partner'], t['ten.face'], t['ten.when'], t['ten.through']].map((label) => ({ label }))
  const rowOf = (line: PartnerLine) => {
    const [face] = line.faces
    const reach = face?.phone ?? line.phone ?? face?.mail
    const when = face?.moment ?? (face?.days.length ? sayDays(face.days) : '–')
    const through = line.ownerId === me.personId ? t['ten.me'] : (line.owner ?? '–')
    const who = (
      <>
        {face?.name ?? t['partners.noFace']}
        {reach && ' · '}
        {reach && <span class={reach.includes('@') ? undefined : 'whole'}>{reach}</span>}
      </>
    )
    return { cells: [<span class="small">{line.name}</span>, who, when, through] }
  }
  return (
    <Page title={t['ten.title']} heading={null} frame={useFrameOfSheet()}>
      <Sheet title={t['ten.title']} address={address} date={sayDay(today, language)} print={t.print}>
        <p>
          {fill(t['ten.for'], { name: me.name })} {fill(t['ten.numbers'], numbers)}
        </p>
        {lines.length === 0 ? (
          <Empty title={t['ten.empty']} action={{ href: '/netwerk', label: t['ten.network'] }}>
            {t['ten.empty.text']}
          </Empty>
        ) : (
          <Table caption={t['ten.title']} captionHidden columns={columns} rows={lines.map(rowOf)} />
        )}
      </Sheet>
    </Page>
  )
}
