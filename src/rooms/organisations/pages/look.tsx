import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { type Accent, grounds, type Tokens } from '#ui/accent.ts'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

/** The look of a board's schools: one colour, one name, and what becomes of that colour. */
export const LookPage = ({ board, said, accent }: { board: string; said: Said; accent: Accent | undefined }) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page title={t['look.title']} lead={fill(t['look.lead'], { board })} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/huisstijl">
        {(['accent', 'brand'] as const).map((name) => (
          <TextField
            name={name}
            label={t[`look.${name}`]}
            hint={t[`look.${name}.hint`]}
            value={said.values[name]}
            error={errors[name]}
            short={name === 'accent'}
          />
        ))}
        <Submit>{t['look.save']}</Submit>
      </Form>
      {accent && <Result accent={accent} />}
    </Page>
  )
}

const Result = ({ accent: { light, dark, kept } }: { accent: Accent }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['look.result']}</h2>
      <h3>{t['look.light']}</h3>
      <Sample tokens={light} ground={grounds.light.sheet} label={t['look.sample']} />
      <p>{t[kept.light ? 'look.kept' : 'look.darker']}</p>
      <h3>{t['look.dark']}</h3>
      <Sample tokens={dark} ground={grounds.dark.sheet} label={t['look.sample']} />
      <p>{t[kept.dark ? 'look.kept' : 'look.lighter']}</p>
    </section>
  )
}

// Drawn, because a page may carry no style of its own.
const Sample = ({ tokens, ground, label }: { tokens: Tokens; ground: string; label: string }) => (
  <svg class="swatch" viewBox="0 0 240 64" aria-hidden="true">
    <rect width="240" height="64" rx="8" fill={ground} />
    <rect x="12" y="12" width="104" height="40" rx="6" fill={tokens.do} />
    <text x="64" y="38" text-anchor="middle" font-size="16" fill={tokens['on-do']}>
      {label}
    </text>
    <rect x="124" y="12" width="104" height="40" rx="6" fill={tokens['do-wash']} />
    <text x="176" y="38" text-anchor="middle" font-size="16" fill={tokens.do}>
      {label}
    </text>
  </svg>
)
