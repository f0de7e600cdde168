import type { Said } from '#kit/form/form.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Candidate, fewest, mayBeShown, recruitingFrom } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = {
  /** Where everybody finds it, once it has been on. */
  address: string | undefined
  isOpen: boolean
  mayArrange: boolean
  candidates: readonly Candidate[]
  said: Said
}

const errorsOf = (said: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** Where a school chooses whom it shows, looks beforehand, turns its page on or off, and finds texts for a vacancy. */
export const SettingsPage = (props: Props) => {
  const { isOpen, mayArrange, said } = props
  const t = words.use()
  const errors = errorsOf(said, t)
  return (
    <Page title={t['set.title']} lead={t['set.lead']}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Notice kind={isOpen ? 'done' : 'tell'} text={t[isOpen ? 'set.open' : 'set.closed']} />
      <OnOrOff {...props} />
      {mayArrange ? (
        <Form action="/partnerpagina/woorden">
          <TextArea
            name="intro"
            label={t['set.intro']}
            hint={t['set.intro.hint']}
            value={said.values['intro']}
            error={errors['intro']}
            rows={2}
            maxlength={400}
          />
          <Submit kind="quiet">{t['set.intro.save']}</Submit>
        </Form>
      ) : (
        <p>{t['set.managers']}</p>
      )}
      <Lines {...props} />
      <Vacancy {...props} />
    </Page>
  )
}

const OnOrOff = ({ address, isOpen, mayArrange }: Props) => {
  const t = words.use()
  return (
    <section>
      <Actions>
        <ButtonLink href="/partnerpagina/voorbeeld" kind={isOpen ? 'quiet' : 'do'}>
          {t['set.preview']}
        </ButtonLink>
        {mayArrange && (
          <ButtonForm
            action={isOpen ? '/partnerpagina/sluiting' : '/partnerpagina/opening'}
            label={t[isOpen ? 'set.turnOff' : 'set.turnOn']}
            kind="quiet"
          />
        )}
      </Actions>
      {isOpen && address && (
        <>
          <p>{t['set.address']}</p>
          <Copy text={address} label={t['set.copy']} done={t['set.copied']} />
        </>
      )}
    </section>
  )
}

const Lines = ({ candidates, mayArrange }: Props) => {
  const t = words.use()
  const on = candidates.filter(({ onPage }) => onPage)
  const off = candidates.filter(({ onPage, form }) => !onPage && form !== 'person')
  const [title, rest] = [fill(t['lines.on'], { count: on.length }), fill(t['lines.off'], { count: off.length })]
  return (
    <section>
      <h2>{title}</h2>
      {on.length === 0 && <p>{t['lines.on.none']}</p>}
      {on.length > 0 && (
        <List label={title}>
          {on.map(({ id, name, onPage }) => (
            <Row
              title={onPage?.name ?? name}
              line={onPage?.why}
              action={
                mayArrange && (
                  <Actions>
                    <ButtonLink href={`/partnerpagina/partners/${id}`} kind="quiet">
                      {t['lines.change']} <span class="only-heard">{name}</span>
                    </ButtonLink>
                    <ButtonForm
                      action={`/partnerpagina/partners/${id}/verwijdering`}
                      label={t['lines.hide']}
                      about={name}
                      kind="quiet"
                    />
                  </Actions>
                )
              }
            />
          ))}
        </List>
      )}
      {mayArrange && off.length > 0 && (
        <Details summary={rest} open={on.length === 0}>
          <List label={rest}>
            {off.map((one) => (
              <Row
                title={one.name}
                tag={one.objected && <Tag kind="quiet">{t['lines.objected']}</Tag>}
                action={
                  mayBeShown(one) && (
                    <ButtonLink href={`/partnerpagina/partners/${one.id}`} kind="quiet">
                      {t['lines.put']} <span class="only-heard">{one.name}</span>
                    </ButtonLink>
                  )
                }
              />
            ))}
          </List>
        </Details>
      )}
    </section>
  )
}

/** Texts to copy, made from what is public already. */
const Vacancy = ({ candidates, address, isOpen }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { lines, sectors, names } = recruitingFrom(candidates)
  const listed = (some: readonly string[]) =>
    some.length < 2 ? some.join('') : `${some.slice(0, -1).join(', ')} ${t['jobs.and']} ${some.at(-1)}`
  const said = {
    lines,
    sectors: listed(sectors.map((sector) => nameOf('sector', sector, language).toLowerCase())),
    names: listed(names.slice(0, 5)),
    address: address ?? '',
  }
  return (
    <section>
      <h2>{t['jobs.title']}</h2>
      {lines < fewest && <p>{t['jobs.few']}</p>}
      {lines >= fewest && (
        <>
          <p>{t['jobs.lead']}</p>
          {(isOpen && address ? (['short', 'long'] as const) : (['short'] as const)).map((kind) => (
            <>
              <h3>{t[`jobs.${kind}`]}</h3>
              <Copy text={fill(t[`jobs.text.${kind}`], said)} label={t['jobs.copy']} done={t['set.copied']} />
            </>
          ))}
        </>
      )}
    </section>
  )
}

type LineProps = { line: { id: string; name: string }; said: Said }

/** One partner: the name everybody knows, its website, one sentence why. */
export const LinePage = ({ line, said }: LineProps) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  const { values } = said
  return (
    <Page
      title={fill(t['line.title'], { name: line.name })}
      lead={t['line.lead']}
      back={{ href: '/partnerpagina', label: t['line.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/partnerpagina/partners/${line.id}`}>
        <TextField name="name" label={t['line.name']} value={values['name']} error={errors['name']} maxlength={120} />
        <TextField
          name="website"
          type="url"
          label={t['line.website']}
          hint={t['line.website.hint']}
          value={values['website']}
          error={errors['website']}
        />
        <TextField
          name="why"
          label={t['line.why']}
          hint={t['line.why.hint']}
          value={values['why']}
          error={errors['why']}
          maxlength={200}
        />
        <Submit>{t['line.save']}</Submit>
      </Form>
    </Page>
  )
}
