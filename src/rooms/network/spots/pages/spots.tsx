import { inside } from '#kit/text/inside.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Table } from '#ui/table.tsx'
import type { Candidate, Candidates, LeftOut } from '../queries.ts'
import { asksAgain, type Missing, type SectorCount, weights } from '../rules.ts'
import { words } from '../words/words.ts'

type Topic = { id: string; partners: string[] }
export type SpotsProps = {
  counts: SectorCount[]
  missing: Missing[]
  topics: Topic[]
  left: LeftOut[]
  candidates: Candidates
  mayDecide: boolean
  today: Day
}
export const spotAt = ({ kind, what }: { kind: 'type' | 'topic'; what: string }) =>
  `/netwerk/witte-vlekken/${kind === 'type' ? 'soorten' : 'vragen'}/${what}`

/** The school's network beside the whole field: who is not there, what that would bring, and what it chose not to have. */
export const SpotsPage = ({ counts, missing, topics, left, candidates, mayDecide, today }: SpotsProps) => {
  const t = words.use()
  // What waits for an answer stands first; else it is a thing of the past, and stands behind.
  const isAsked = mayDecide && left.some((one) => asksAgain(one, today))
  const sum = (of: (count: SectorCount) => number) => counts.reduce((all, count) => all + of(count), 0)
  return (
    <Page title={t.title} lead={fill(t.lead, { kinds: sum(({ kinds }) => kinds), known: sum(({ known }) => known) })}>
      {isAsked && <LeftOutList left={left} mayDecide={mayDecide} today={today} />}
      {missing.length === 0 && <Empty title={t['missing.none']}>{t['missing.none.text']}</Empty>}
      {weights.map((weight) => (
        <OfWeight weight={weight} missing={missing.filter((one) => one.weight === weight)} candidates={candidates} />
      ))}
      <Topics topics={topics} />
      {!isAsked && <LeftOutList left={left} mayDecide={mayDecide} today={today} />}
      <Counts counts={counts} />
    </Page>
  )
}

type OfWeightProps = { weight: (typeof weights)[number]; missing: Missing[]; candidates: Candidates }
const OfWeight = ({ weight, missing, candidates }: OfWeightProps) => {
  const t = words.use()
  const language = useLanguage()
  const sayLine = useLine()
  if (!missing.length) return null
  const list = (
    <List label={t[`weight.${weight}`]}>
      {missing.map((one) => (
        <Row
          title={nameOf('partnerType', one.type.id, language)}
          href={spotAt({ kind: 'type', what: one.type.id })}
          line={sayLine(one, candidates[one.type.id] ?? [])}
        />
      ))}
    </List>
  )
  return (
    <section>
      <h2>{t[`weight.${weight}`]}</h2>
      <p>{t[`weight.${weight}.text`]}</p>
      {weight === 'rest' ? (
        <Details summary={fill(t['weight.rest.more'], { count: missing.length })}>{list}</Details>
      ) : (
        list
      )}
    </section>
  )
}

const fewest = 3
/** What it would bring, and who is near: at most a few names, the rest is on its own page. */
function useLine() {
  const t = words.use()
  const language = useLanguage()
  const sayCandidate = useCandidate()
  return ({ type, brings }: Missing, near: readonly Candidate[]) => {
    const names = brings.slice(0, fewest).map(({ id }) => inside(nameOf('topic', id, language)))
    const more = brings.length - names.length
    const topics = more > 0 ? fill(t['brings.more'], { topics: names.join(', '), count: more }) : names.join(', ')
    return [
      t[`law.${type.id}` as keyof typeof t],
      names.length ? fill(t.brings, { topics }) : '',
      near.length ? fill(t.near, { names: near.map(sayCandidate).join(', ') }) : t['near.none'],
    ]
      .filter(Boolean)
      .join(' ')
  }
}

export function useCandidate() {
  const t = words.use()
  return ({ name, km }: Candidate) =>
    km === undefined ? name : fill(t['near.one'], { name, km: km < 1 ? '< 1' : Math.round(km) })
}

const Topics = ({ topics }: { topics: Topic[] }) => {
  const t = words.use()
  const language = useLanguage()
  const usual = ({ partners }: Topic) => partners.map((type) => nameOf('partnerType', type, language)).join(' · ')
  return (
    <section>
      <h2>{t['topics.title']}</h2>
      <p>{topics.length ? t['topics.text'] : t['topics.none']}</p>
      {topics.length > 0 && (
        <List label={t['topics.title']}>
          {topics.map((topic) => (
            <Row
              title={nameOf('topic', topic.id, language)}
              href={spotAt({ kind: 'topic', what: topic.id })}
              line={fill(t['topics.usual'], { types: usual(topic) })}
            />
          ))}
        </List>
      )}
    </section>
  )
}

const LeftOutList = ({ left, mayDecide, today }: Pick<SpotsProps, 'left' | 'mayDecide' | 'today'>) => {
  const t = words.use()
  if (!left.length) return null
  return (
    <section>
      <h2>{t['left.title']}</h2>
      <p>{t['left.text']}</p>
      <List label={t['left.title']}>
        {left.map((one) => (
          <LeftOutRow one={one} mayDecide={mayDecide} today={today} />
        ))}
      </List>
    </section>
  )
}

const LeftOutRow = ({ one, mayDecide, today }: { one: LeftOut; mayDecide: boolean; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const name = nameOf(one.kind === 'type' ? 'partnerType' : 'topic', one.what, language)
  const isAsked = asksAgain(one, today)
  const said = { reason: one.reason, name: one.by ?? '', day: sayDay(one.decidedOn, language, today) }
  return (
    <Row
      title={name}
      line={fill(one.by ? t['left.by'] : t['left.on'], said)}
      waits={isAsked && mayDecide ? t['left.ask'] : undefined}
      action={
        mayDecide && (
          <>
            {isAsked && <ButtonForm action={`${spotAt(one)}/bevestiging`} label={t['left.still']} about={name} />}
            <ButtonForm
              action={`${spotAt(one)}/herroeping`}
              label={t['left.back']}
              about={name}
              kind="quiet"
              icon="undo"
            />
          </>
        )
      }
    />
  )
}

/** The numbers behind it, per sector. */
const Counts = ({ counts }: { counts: SectorCount[] }) => {
  const t = words.use()
  const language = useLanguage()
  const columns = ['kinds', 'known', 'left', 'missing'] as const
  return (
    <Details summary={t['sum.title']}>
      <Table
        caption={t['sum.title']}
        captionHidden
        columns={[
          { label: t['sum.sector'] },
          ...columns.map((column) => ({ label: t[`sum.${column}`], numeric: true })),
        ]}
        rows={[
          ...counts.map((count) => ({
            cells: [nameOf('sector', count.sector, language), ...columns.map((column) => count[column])],
          })),
          {
            cells: [t['sum.all'], ...columns.map((column) => counts.reduce((all, count) => all + count[column], 0))],
          },
        ]}
      />
    </Details>
  )
}
