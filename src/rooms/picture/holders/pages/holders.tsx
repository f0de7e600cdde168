import type { Child } from 'hono/jsx'
import { fill } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Table } from '#ui/table.tsx'
import type { LineDrawn } from '../../queries.ts'
import { type Colleague, type Division, manyLines } from '../rules.ts'
import { words } from '../words/words.ts'

type Divided = Division<LineDrawn, Colleague>

/** Colleague × partner: facts to help with, never a rating. Everything stands by alphabet. */
export const HoldersPage = ({ division, all }: { division: Divided; all: number }) => {
  const t = words.use()
  const { unheld, alone, full, knowNobody, each } = division
  const good = all > 0 && unheld.length + alone.length + full.length === 0
  return (
    <Page title={t.title} lead={all > 0 && fill(t.lead, { all })}>
      {all === 0 && <Empty title={t.none} action={{ href: '/netwerk/nieuw', label: t.add }} />}
      {good && <Empty title={t['good.title']}>{t['good.text']}</Empty>}
      {unheld.length > 0 && (
        <Section title={counted(t['unheld.one'], t['unheld.many'], unheld.length)} text={t['unheld.text']}>
          <Lines lines={unheld} />
        </Section>
      )}
      {alone.length > 0 && (
        <Section title={counted(t['alone.one'], t['alone.many'], alone.length)} text={t['alone.text']}>
          <Lines lines={alone} />
          <Actions>
            <ButtonLink href="/netwerk/vervanging" kind="quiet" icon="people">
              {t['alone.ask']}
            </ButtonLink>
          </Actions>
        </Section>
      )}
      {full.length > 0 && (
        <Section title={t['full.title']} text={fill(t['full.text'], { many: manyLines })}>
          <List label={t['full.title']}>
            {full.map(({ personId, name, holds }) => (
              <Row
                title={name}
                href={`/netwerk?collega=${personId}`}
                line={fill(t['full.line'], { count: holds.length })}
              />
            ))}
          </List>
        </Section>
      )}
      {all > 0 && knowNobody.length > 0 && (
        <Section title={counted(t['none.one'], t['none.many'], knowNobody.length)} text={t['none.text']}>
          <p>{knowNobody.map(({ name }) => name).join(', ')}</p>
        </Section>
      )}
      {each.length > 0 && <Everybody each={each} />}
    </Page>
  )
}

const counted = (one: string, many: string, count: number) => (count === 1 ? one : fill(many, { count }))

const Section = ({ title, text, children }: { title: string; text: string; children?: Child }) => (
  <section>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </section>
)

/** The first few stand open; the others are folded, and on paper they are all there. */
const first = 8

const Lines = ({ lines }: { lines: readonly LineDrawn[] }) => {
  const rest = lines.slice(first)
  return (
    <>
      <LineRows lines={lines.slice(0, first)} />
      {rest.length > 0 && (
        <Details summary={`+ ${rest.length}`}>
          <LineRows lines={rest} />
        </Details>
      )}
    </>
  )
}

const LineRows = ({ lines }: { lines: readonly LineDrawn[] }) => {
  const t = words.use()
  return (
    <List>
      {lines.map(({ id, name, owner }) => (
        <Row title={name} href={`/netwerk/${id}/wijziging`} line={owner && fill(t['alone.of'], { name: owner })} />
      ))}
    </List>
  )
}

const names = (lines: readonly LineDrawn[]) => lines.map(({ name }) => name).join(', ') || '–'

const Everybody = ({ each }: Pick<Divided, 'each'>) => {
  const t = words.use()
  return (
    <Table
      caption={t['each.title']}
      columns={(['each.who', 'each.holds', 'each.standsIn'] as const).map((label) => ({ label: t[label] }))}
      rows={each.map(({ personId, name, holds, standsIn }) => ({
        href: `/netwerk?collega=${personId}`,
        cells: [<span class="whole">{name}</span>, names(holds), names(standsIn)],
      }))}
      filter={{ label: t['each.filter'], none: t['each.filter.none'] }}
    />
  )
}
