import { sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { AgreedWithUs, AgreementShown } from '../queries.ts'
import { isLate, stateOfAgreement } from '../rules.ts'
import type { Side } from '../tables.ts'
import { words } from '../words/words.ts'

type RowsProps = {
  agreed: readonly AgreementShown[]
  /** On which side the reader stands. */
  side: Side
  reader: { personId: string; mayTend: boolean }
  today: string
}

/** What was agreed, what each side says of it, and the buttons to say it. */
export const AgreementRows = ({ agreed, side, reader, today }: RowsProps) => {
  const t = words.use()
  const language = useLanguage()
  const whose = side === 'school' ? '' : ('their.' as const)
  return (
    <List label={t['agreement.title']}>
      {agreed.map((one) => {
        const state = stateOfAgreement(one.words)
        const words_ = one.words.map(({ side: by, kept }) => t[`said.${whose}${by}.${kept ? 'yes' : 'no'}`])
        const maySay = side === 'partner' || reader.mayTend || one.personId === reader.personId
        const mine = one.words.find(({ side: by }) => by === side)
        return (
          <Row
            title={one.what}
            line={
              <>
                {[t[`part.${whose}${one.part}`], one.person, ...words_].filter(Boolean).join(' · ')}
                {state === 'differs' && <CalmLine icon="phone">{t['state.differs.text']}</CalmLine>}
              </>
            }
            tag={state !== 'open' && <Tag kind={state === 'kept' ? 'done' : 'plain'}>{t[`state.${state}`]}</Tag>}
            when={fill(isLate(one, one.words, today) ? t['open.late'] : t['open.until'], {
              day: sayDay(one.until, language, today),
            })}
            action={
              maySay && (
                <>
                  {mine?.kept !== true && <Say one={one} kept="ja" label={t['agreement.kept']} />}
                  {mine?.kept !== false && <Say one={one} kept="nee" label={t['agreement.notKept']} />}
                  {side === 'school' && reader.mayTend && (
                    <ButtonForm
                      action={`/afspraken/${one.id}/verwijdering`}
                      label={t['agreement.drop']}
                      about={one.what}
                      kind="quiet"
                    />
                  )}
                </>
              )
            }
          />
        )
      })}
    </List>
  )
}

const Say = ({ one, kept, label }: { one: AgreementShown; kept: string; label: string }) => (
  <ButtonForm action={`/afspraken/${one.id}/nakoming`} fields={{ kept }} label={label} about={one.what} kind="quiet" />
)

/** For who speaks for a partner: what each school agreed with her, school by school. */
export const PartnerAgreedPage = ({ withUs, today }: { withUs: AgreedWithUs; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  const { lines } = withUs
  const schools = lines.map(({ schoolId, school }) => [schoolId, school] as const)
  return (
    <Page title={t['partner.title']} lead={t['partner.lead']}>
      {schools.length === 0 && <Empty title={t['partner.none']}>{t['partner.none.text']}</Empty>}
      {schools.map(([id, school]) => (
        <section>
          <h2>{school}</h2>
          {withUs.successes
            .filter(({ schoolId }) => schoolId === id)
            .map(({ success, lookOn }) => (
              <p>
                {fill(t['aim.sentence'], { success })}. {fill(t['aim.look'], { day: sayDay(lookOn, language, today) })}
              </p>
            ))}
          <p>
            <a href={`/tafel/${lines.find(({ schoolId }) => schoolId === id)?.relationId ?? ''}`}>{t['table.open']}</a>
          </p>
          <AgreementRows
            agreed={withUs.agreed.filter(({ schoolId }) => schoolId === id)}
            side="partner"
            reader={{ personId: '', mayTend: false }}
            today={today}
          />
        </section>
      ))}
    </Page>
  )
}
