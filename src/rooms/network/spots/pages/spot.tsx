import type { Said } from '#kit/form/form.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { Candidate } from '../queries.ts'
import type { Weight } from '../rules.ts'
import { words } from '../words/words.ts'
import { spotAt } from './spots.tsx'

export type SpotProps = {
  kind: 'type' | 'topic'
  what: string
  /** Of a kind: the topics it answers. Of a topic: the kinds that usually help. */
  beside: string[]
  weight: Weight | undefined
  candidates: (Candidate & { type: string })[]
  km: number
  mayDecide: boolean
  said: Said
}

/** One white spot: what it would bring, who is near, and the choice not to have it. */
export const SpotPage = ({ kind, what, beside, weight, candidates, km, mayDecide, said }: SpotProps) => {
  const t = words.use()
  const language = useLanguage()
  const isKind = kind === 'type'
  const other = isKind ? 'topic' : 'partnerType'
  const law = t[`law.${what}` as keyof typeof t]
  return (
    <Page
      title={fill(t['one.title'], { name: nameOf(isKind ? 'partnerType' : 'topic', what, language) })}
      lead={[t[`one.lead.${weight ?? 'topic'}`], isKind ? law : ''].filter(Boolean).join(' ')}
      back={{ href: '/netwerk/witte-vlekken', label: t['one.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errorsOf(said, t)} />
      {beside.length > 0 && (
        <section>
          <h2>{t[isKind ? 'one.brings' : 'one.usual']}</h2>
          <ul>
            {beside.map((id) => (
              <li>{nameOf(other, id, language)}</li>
            ))}
          </ul>
        </section>
      )}
      <Near candidates={candidates} km={km} />
      <Actions>
        <ButtonLink href={isKind ? `/netwerk/nieuw?type=${what}` : '/netwerk/nieuw'} icon="add">
          {t['one.add']}
        </ButtonLink>
      </Actions>
      <section>
        <h2>{t['one.not']}</h2>
        {mayDecide ? <LeaveOut at={spotAt({ kind, what })} said={said} /> : <p>{t['one.keepers']}</p>}
      </section>
    </Page>
  )
}

const errorsOf = ({ errors }: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

const Near = ({ candidates, km }: Pick<SpotProps, 'candidates' | 'km'>) => {
  const t = words.use()
  const line = ({ place, phone, km: away }: Candidate) =>
    [place, phone, away === undefined ? '' : fill(t['one.near.km'], { km: Math.max(1, Math.round(away)) })]
      .filter(Boolean)
      .join(' · ')
  return (
    <section>
      <h2>{t['one.near']}</h2>
      {candidates.length === 0 ? (
        <p>{fill(t['one.near.none'], { km })}</p>
      ) : (
        <List label={t['one.near']}>
          {candidates.map((one) => (
            <Row
              title={one.name}
              line={line(one)}
              action={
                <a href={`/netwerk/nieuw?${new URLSearchParams({ type: one.type, name: one.name })}`}>
                  {t['one.add.this']}
                </a>
              }
            />
          ))}
        </List>
      )}
      {candidates.some(({ type }) => type === 'buurschool') && <p class="source">{t['one.near.source']}</p>}
    </section>
  )
}

const LeaveOut = ({ at, said }: { at: string; said: Said }) => {
  const t = words.use()
  return (
    <Form action={`${at}/keuze`}>
      <TextArea
        name="reason"
        label={t['one.reason']}
        hint={t['one.reason.hint']}
        value={said.values['reason']}
        error={errorsOf(said, t)['reason']}
        rows={2}
        maxlength={300}
      />
      <Submit kind="quiet">{t['one.leave']}</Submit>
    </Form>
  )
}
