import { sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { colleaguesMeant } from '../../import/colleague.ts'
import type { BadRow, PartnerRow, RowNote } from '../../import/partner.ts'
import { gatherNotes, lineOf, type Preview, remedyOf, type Same, usualChoice } from '../rules.ts'
import { words } from '../words/words.ts'
import { Carried, ListSteps, Whole } from './mapping.tsx'

/** The third step: what we make of it, what is there already, and what does not work yet. */
export const PreviewPage = (preview: Preview) => {
  const t = words.use()
  const { kept, sheet, mapping, read, same } = preview
  const { good, bad, notes } = read
  return (
    <Page
      title={t['preview.title']}
      lead={fill(good.length === 1 ? t['preview.lead.one'] : t['preview.lead'], { good: good.length, bad: bad.length })}
      back={{ href: '/netwerk/lijst', label: t['lists.again'] }}
    >
      <ListSteps current={3} />
      {good.length === 0 && <Notice kind="tell" text={t['preview.none']} />}
      {bad.length > 0 && <BadTable bad={bad} />}
      <Whole>
        <Form action="/netwerk/lijst/overname" upload>
          <Carried kept={kept} sheet={sheet} />
          {mapping.columns.map(({ index, field }) => (
            <input type="hidden" name={`column.${index}`} value={field ?? ''} />
          ))}
          {good.flatMap((row, at) => {
            const twin = same.get(at)
            return twin ? [<TwinChoice row={row} twin={twin} />] : []
          })}
          {good.length > 0 && (
            <Submit>
              {fill(good.length === 1 ? t['preview.take.one'] : t['preview.take'], { count: good.length })}
            </Submit>
          )}
        </Form>
      </Whole>
      {good.length > 0 && <GoodTable preview={preview} />}
      {notes.length > 0 && <Notes notes={notes} good={good} />}
    </Page>
  )
}

const BadTable = ({ bad }: { bad: BadRow[] }) => {
  const t: Record<string, string> = words.use()
  return (
    <Table
      caption={t['preview.bad']}
      columns={['preview.line', 'preview.value', 'preview.because', 'preview.remedy'].map((label) => ({
        label: t[label] ?? '',
      }))}
      rows={bad.map(({ line, value, because, remedy }) => ({
        cells: [String(line), value || '–', t[`bad.${because}`], t[`remedy.${remedy}`]],
      }))}
    />
  )
}

const TwinChoice = ({ row, twin }: { row: PartnerRow; twin: Same }) => {
  const t = words.use()
  const { name, place } = twin.existing
  const there = place ? `${name}, ${place}` : name
  return (
    <Choice
      name={`choice.${lineOf(row)}`}
      label={fill(t['twin.question'], { line: lineOf(row), name: row.name })}
      hint={fill(t['twin.there'], { there, because: sayKey(t, `why.${twin.because}`) })}
      value={usualChoice(twin)}
      options={(['complete', 'skip', 'add'] as const).map((choice) => ({ value: choice, label: t[`twin.${choice}`] }))}
    />
  )
}

const GoodTable = ({ preview: { read, same, beside } }: { preview: Preview }) => {
  const t = words.use()
  const language = useLanguage()
  const who = (name: string) => {
    const [first, ...others] = colleaguesMeant(name, beside.colleagues)
    if (!first) return fill(t['preview.owner.unknown'], { name })
    return others.length ? fill(t['preview.owner.several'], { name }) : first.name
  }
  const owner = (row: PartnerRow) => [row.owner, row.deputy].filter(Boolean).map(who).join(', ') || '–'
  return (
    <Table
      caption={t['preview.good']}
      columns={(['preview.line', 'list.name', 'list.type', 'list.owner', 'list.face', 'preview.state'] as const).map(
        (label) => ({ label: t[label] }),
      )}
      rows={read.good.map((row, at) => ({
        cells: [
          String(lineOf(row)),
          row.place ? `${row.name}, ${row.place}` : row.name,
          row.type ? nameOf('partnerType', row.type, language) : row.kind || '–',
          owner(row),
          row.contacts.map((contact) => [contact.name, contact.phone].filter(Boolean).join(' ')).join(', ') ||
            row.phone ||
            '–',
          same.has(at) ? t['preview.there'] : t['preview.new'],
        ],
      }))}
    />
  )
}

/** What we mended or did not understand, line by line, and what helps; nothing of it is lost. */
const Notes = ({ notes, good }: { notes: RowNote[]; good: PartnerRow[] }) => {
  const t: Record<string, string> = words.use()
  const language = useLanguage()
  const told = gatherNotes(notes)
  const whose = (lines: number[]) =>
    lines.length === 1 ? good.find((one) => one.lines.includes(lines[0] ?? 0))?.name : undefined
  const wordOf = ({ because, value }: Pick<RowNote, 'because' | 'value'>) => {
    if (because === 'type-guessed') return nameOf('partnerType', value, language)
    return because === 'ended-already' ? sayDay(value, language) : value
  }
  return (
    <Details summary={fill(t['preview.notes'] ?? '', { count: told.length })}>
      <Table
        caption={t['preview.notes.caption']}
        captionHidden
        columns={['preview.line', 'list.name', 'preview.because', 'preview.remedy'].map((label) => ({
          label: t[label] ?? '',
        }))}
        rows={told.map((note) => ({
          cells: [
            note.lines.join(', '),
            whose(note.lines) ?? '–',
            fill(t[`note.${note.because}`] ?? note.because, { value: wordOf(note) }),
            t[`remedy.${remedyOf[note.because]}`],
          ],
        }))}
      />
    </Details>
  )
}
