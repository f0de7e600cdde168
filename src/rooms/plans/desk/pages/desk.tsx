import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Bounds } from '../../vision/tables.ts'
import type { ProposalShown } from '../queries.ts'
import { words } from '../words/words.ts'

type Props = {
  open: readonly ProposalShown[]
  answered: readonly ProposalShown[]
  bounds: Bounds
  address: string | undefined
  today: Day
  mayTend: boolean
  mayDecide: boolean
}

/** What nobody asked for: one place, and a kind no in one click. */
export const DeskPage = ({ open, answered, bounds, address, today, mayTend, mayDecide }: Props) => {
  const t = words.use()
  return (
    <Page title={t['desk.title']} lead={t['desk.lead']}>
      {mayTend && (
        <Actions>
          <ButtonLink href="/voorstellen/nieuw" icon="add">
            {t['desk.type']}
          </ButtonLink>
        </Actions>
      )}
      {open.length === 0 ? (
        <Empty title={t['desk.empty']}>{t['desk.empty.text']}</Empty>
      ) : (
        <List label={t['desk.open']}>
          {open.map((shown) => (
            <ProposalRow shown={shown} today={today} />
          ))}
        </List>
      )}
      {answered.length > 0 && (
        <Details summary={fill(t['desk.answered'], { count: answered.length })}>
          <List label={t['desk.answered.label']}>
            {answered.map((shown) => (
              <ProposalRow shown={shown} today={today} />
            ))}
          </List>
        </Details>
      )}
      {mayDecide && <PublicDesk isOpen={bounds.deskOpenedAt !== null} address={address} />}
    </Page>
  )
}

const ProposalRow = ({ shown, today }: { shown: ProposalShown; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const { proposal, passedTo, restraint } = shown
  const { id, name, topic, stage, arrivedOn } = proposal
  const isOpen = stage === 'new' || stage === 'kept' || stage === 'passed'
  return (
    <Row
      title={name}
      href={`/voorstellen/${id}`}
      line={[
        topic && nameOf('topic', topic, language),
        isOpen && restraint && t['row.restraint'],
        stage === 'passed' && passedTo && fill(t['row.passed'], { name: passedTo }),
      ]
        .filter(Boolean)
        .join(' · ')}
      tag={<Tag kind={isOpen ? 'plain' : 'quiet'}>{t[`stage.${stage}`]}</Tag>}
      when={sayDay(arrivedOn, language, today)}
      action={
        isOpen && <ButtonForm action={`/voorstellen/${id}/afwijzing`} label={t['row.no']} about={name} kind="quiet" />
      }
    />
  )
}

const PublicDesk = ({ isOpen, address }: { isOpen: boolean; address: string | undefined }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['public.title']}</h2>
      <p>{t[isOpen ? 'public.open' : 'public.closed']}</p>
      {isOpen && address && <Copy text={address} label={t['public.copy']} done={t['public.copied']} />}
      <ButtonForm
        action={isOpen ? '/voorstellen/loket/sluiting' : '/voorstellen/loket'}
        label={t[isOpen ? 'public.doClose' : 'public.doOpen']}
        kind="quiet"
      />
    </section>
  )
}
