import { type Day, sayDay, sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Page, useFrame } from '#ui/frame.tsx'
import { Columns, Stack } from '#ui/say.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { PlaybookShown, TaskShown } from '../queries.ts'
import { words } from '../words/words.ts'
import { Lines, useMoment } from './parts.tsx'

type Props = { playbook: PlaybookShown; tasks: readonly TaskShown[]; today: Day }

/** One A4 for everybody who helps: who does what when, who comes, what to have and what to look out for. */
export const PlaybookSheetPage = ({ playbook, tasks, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { print, ...frame } = useFrame()
  const { title, day, owner } = playbook
  return (
    <Page title={title} heading={null} back={{ href: `/draaiboeken/${playbook.id}`, label: title }} frame={frame}>
      <Sheet title={title} address={print?.address ?? ''} date={print?.date ?? ''} print={t['sheet.print']} dense>
        <p>
          {[day && `${sayLongDay(day, language)} ${day.slice(0, 4)}`, owner && fill(t['sheet.owner'], { name: owner })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <TaskTable tasks={tasks} today={today} />
        <Columns>
          <Stack>
            <WhoComes playbook={playbook} />
            <Lines title={t['one.materials']} text={playbook.materials} />
          </Stack>
          <Lines title={t['one.risks']} text={playbook.risks} />
        </Columns>
      </Sheet>
    </Page>
  )
}

const TaskTable = ({ tasks, today }: Pick<Props, 'tasks' | 'today'>) => {
  const t = words.use()
  const language = useLanguage()
  const sayMoment = useMoment()
  if (!tasks.length) return <p>{t['one.tasks.none']}</p>
  return (
    <Table
      caption={t['one.tasks']}
      captionHidden
      columns={[
        { label: t['sheet.what'] },
        { label: t['sheet.when'] },
        { label: t['sheet.who'] },
        { label: t['sheet.tick'] },
      ]}
      rows={tasks.map(({ what, date, offset, doer, doneOn }) => ({
        cells: [
          what,
          <span class="whole">{date ? sayDay(date, language, today) : sayMoment(offset)}</span>,
          doer ? <span class="whole">{doer}</span> : '–',
          doneOn ? '☑' : '☐',
        ],
      }))}
    />
  )
}

const WhoComes = ({ playbook: { partners } }: Pick<Props, 'playbook'>) => {
  const t = words.use()
  if (!partners.length) return null
  return (
    <section>
      <h2>{t['one.partners']}</h2>
      <ul>
        {partners.map(({ name, note, phone }) => (
          <li>
            <strong>{name}</strong> {[note, phone].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
