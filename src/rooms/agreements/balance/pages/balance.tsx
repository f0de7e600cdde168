import type { Said as Form } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form as Fields, Submit } from '#ui/form.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { words } from '../../words/words.ts'
import { longestWeighing } from '../forms.ts'
import { agrees, type BalanceShown, type BothSaid, type Said } from '../rules.ts'
import { weights } from '../tables.ts'

type Props = {
  shown: BalanceShown
  school: string
  partner: string
  other: string
  /** Where the answer goes; nowhere for who may only look. */
  action: string | undefined
  said: Form | undefined
}

/** Once a school year: are give and take in balance? Both answers beside each other, when both are there. */
export const BalanceAsked = (props: Props) => {
  const { shown, action, other } = props
  const t = words.use()
  const year = fill(t['weigh.year'], { from: shown.schoolYear, until: shown.schoolYear + 1 })
  return (
    <section id="evenwicht">
      <h2>{fill(t['weigh.title'], { year })}</h2>
      <p>{t['weigh.lead']}</p>
      {shown.both ? (
        <BothSides {...props} both={shown.both} />
      ) : (
        <>
          {shown.otherWaits && <CalmLine icon="clock">{fill(t['weigh.otherWaits'], { name: other })}</CalmLine>}
          {shown.mine && <CalmLine icon="check">{fill(t['weigh.mine'], { name: other })}</CalmLine>}
          {action && <Weigh {...props} action={action} />}
        </>
      )}
      {shown.before.length > 0 && (
        <Details summary={t['weigh.before']}>
          {shown.before.map((both) => (
            <BothSides {...props} both={both} />
          ))}
        </Details>
      )}
    </section>
  )
}

type BothProps = Pick<Props, 'school' | 'partner'> & { both: BothSaid }
const BothSides = ({ both, school, partner }: BothProps) => {
  const t = words.use()
  const say = ({ weight, line }: Said) => [t[`weight.${weight}`], line ?? '–']
  const caption = fill(t['weigh.year'], { from: both.schoolYear, until: both.schoolYear + 1 })
  return (
    <>
      <Table
        caption={caption}
        columns={[{ label: t['weigh.side'] }, { label: t['weigh.ask'] }, { label: t['weigh.line.short'] }]}
        rows={[{ cells: [school, ...say(both.school)] }, { cells: [partner, ...say(both.partner)] }]}
      />
      {!agrees(both) && <CalmLine icon="people">{t['weigh.differs']}</CalmLine>}
    </>
  )
}

const Weigh = ({ shown: { mine }, said, action, other }: Props & { action: string }) => {
  const t = words.use()
  const values = said?.values ?? { weight: mine?.weight ?? '', line: mine?.line ?? '' }
  const error = (field: string) => (said?.errors[field] ? sayKey(t, said.errors[field]) : undefined)
  return (
    <Fields action={action}>
      <Choice
        name="weight"
        label={t['weigh.ask']}
        value={values['weight']}
        error={error('weight')}
        options={weights.map((value) => ({ value, label: t[`weight.${value}`] }))}
      />
      <TextField
        name="line"
        label={t['weigh.line']}
        hint={fill(t['weigh.line.hint'], { name: other })}
        maxlength={longestWeighing}
        value={values['line']}
        error={error('line')}
      />
      <Submit kind="quiet">{t['weigh.save']}</Submit>
    </Fields>
  )
}
