import type { Child } from 'hono/jsx'
import { fill, sayKey } from '#kit/words/words.ts'
import { Select } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Steps } from '#ui/steps.tsx'
import type { PartnerColumn, PartnerMapping } from '../../import/mapping.ts'
import { FIELDS, type Kept, writeKept } from '../forms.ts'
import { words } from '../words/words.ts'

type Props = { kept: Kept; sheet: number; mapping: PartnerMapping; error?: string }

/** The second step: what each column holds. Proposed by us, decided by whoever knows the list. */
export const MappingPage = ({ kept, sheet, mapping, error }: Props) => {
  const t = words.use()
  const errors: Record<string, string> = error ? { [`column.${mapping.columns[0]?.index ?? 0}`]: sayKey(t, error) } : {}
  return (
    <Page
      title={t['mapping.title']}
      lead={mapping.exact ? t['mapping.exact'] : t['mapping.lead']}
      back={{ href: '/netwerk/lijst', label: t['lists.again'] }}
      narrow
    >
      <ListSteps current={2} />
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {kept.sheets.length > 1 && <SheetForm kept={kept} sheet={sheet} />}
      <Whole>
        <Form action="/netwerk/lijst/voorbeeld" upload>
          <Carried kept={kept} sheet={sheet} />
          {mapping.columns.map((column) => (
            <ColumnField column={column} error={errors[`column.${column.index}`]} />
          ))}
          <Submit>{t['mapping.look']}</Submit>
        </Form>
      </Whole>
    </Page>
  )
}

export const ListSteps = ({ current }: { current: number }) => {
  const t = words.use()
  return (
    <Steps
      label={fill(t['lists.step'], { current })}
      steps={[t['lists.step.1'], t['lists.step.2'], t['lists.step.3']]}
      current={current}
    />
  )
}

/** Turbo shows no page that answers a form unless it says what was wrong; these steps answer with the next page. */
export const Whole = ({ children }: { children?: Child }) => <div data-turbo="false">{children}</div>

/** The list itself travels along, so that nothing is kept on our side and nothing gets lost. */
export const Carried = ({ kept, sheet }: { kept: Kept; sheet: number }) => (
  <>
    <input type="hidden" name="kept" value={writeKept(kept)} />
    <input type="hidden" name="sheet" value={String(sheet)} />
  </>
)

const SheetForm = ({ kept, sheet }: { kept: Kept; sheet: number }) => {
  const t = words.use()
  const options = kept.sheets.map(({ name }, at) => ({
    value: String(at),
    label: name || fill(t['mapping.sheet.some'], { number: at + 1 }),
  }))
  return (
    <Whole>
      <Form action="/netwerk/lijst/kolommen" upload>
        <input type="hidden" name="kept" value={writeKept(kept)} />
        <Select name="sheet" label={t['mapping.sheet']} value={String(sheet)} options={options} />
        <Submit kind="quiet">{t['mapping.sheet.do']}</Submit>
      </Form>
    </Whole>
  )
}

const ColumnField = ({ column, error }: { column: PartnerColumn; error?: string | undefined }) => {
  const t: Record<string, string> = words.use()
  const { index, head, field, examples } = column
  const options = FIELDS.map((known) => ({ value: known, label: t[`field.${known}`] ?? known }))
  return (
    <Select
      name={`column.${index}`}
      label={head || fill(t['mapping.column'] ?? '', { number: index + 1 })}
      hint={
        examples.length
          ? fill(t['mapping.examples'] ?? '', { examples: examples.slice(0, 3).join(' · ') })
          : t['mapping.empty']
      }
      blank={t['mapping.ignore'] ?? ''}
      value={field}
      error={error}
      options={options}
    />
  )
}
