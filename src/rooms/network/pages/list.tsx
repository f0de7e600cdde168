import { fill, useLanguage } from '#kit/words/words.ts'
import { choicesOf, isDue } from '#rooms/relations/door.ts'
import { nameOf, sectors } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Tick } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Pager } from '#ui/pager.tsx'
import { Table } from '#ui/table.tsx'
import { type Filter, orders } from '../forms.ts'
import type { Listed } from '../queries.ts'
import { isNarrowed, listAddress, pageOf, usesFolded } from '../rules.ts'
import { words } from '../words/words.ts'

type Holders = { id: string; name: string }[]
type Props = {
  partners: Listed[]
  all: number
  filter: Filter
  holders: Holders
  today: string
  size: number
  mayImport: boolean
}

/** The whole network: how many, which, since when, for what. */
export const ListPage = ({ partners, all, filter, holders, today, size, mayImport }: Props) => {
  const t = words.use()
  const found = partners[0]?.count ?? 0
  return (
    <Page title={t['list.title']} lead={fill(all === 1 ? t['list.one'] : t['list.count'], { count: all })}>
      <Actions>
        <ButtonLink href="/netwerk/nieuw" icon="add">
          {t['list.add']}
        </ButtonLink>
        {mayImport && (
          <ButtonLink href="/netwerk/lijst" kind="quiet" icon="file">
            {t['list.import']}
          </ButtonLink>
        )}
        {all > 0 && (
          <ButtonLink href="/netwerk/lijst.csv" kind="quiet" icon="out" noPrefetch>
            {t['list.export']}
          </ButtonLink>
        )}
      </Actions>
      {all === 0 && !filter.oud ? (
        <Empty title={t['list.empty']} example={t['list.empty.example']}>
          {t['list.empty.text']}
        </Empty>
      ) : (
        <>
          <div class="table-filter">
            <Filters filter={filter} holders={holders} />
          </div>
          {isNarrowed(filter) && (
            <p role="status">{fill(found === 1 ? t['list.found.one'] : t['list.found'], { count: found })}</p>
          )}
          {found > 0 && <PartnerTable partners={partners} today={today} />}
          <Pages filter={filter} count={found} size={size} />
        </>
      )}
    </Page>
  )
}

const Filters = ({ filter, holders }: { filter: Filter; holders: Holders }) => {
  const t = words.use()
  const language = useLanguage()
  const blank = t['filter.any']
  const names = sectors.map(({ id }) => ({ value: id, label: nameOf('sector', id, language) }))
  return (
    <Form action="/netwerk" method="get">
      <TextField name="zoek" type="search" label={t['filter.text']} hint={t['filter.text.hint']} value={filter.zoek} />
      <Select
        name="niveau"
        label={t['filter.level']}
        blank={blank}
        value={filter.niveau}
        options={choicesOf('level', language)}
      />
      <Details summary={t['filter.more']} open={usesFolded(filter)}>
        <Select name="sector" label={t['filter.sector']} blank={blank} value={filter.sector} options={names} />
        <Select
          name="schaal"
          label={t['filter.scale']}
          blank={blank}
          value={filter.schaal}
          options={choicesOf('scale', language)}
        />
        <Select
          name="reden"
          label={t['filter.obligation']}
          blank={blank}
          value={filter.reden}
          options={choicesOf('obligation', language)}
        />
        <Select
          name="collega"
          label={t['filter.owner']}
          blank={blank}
          value={filter.collega}
          options={holders.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Tick name="zonder" label={t['filter.faceless']} checked={filter.zonder} />
        <Tick name="klopt" label={t['filter.due']} checked={filter.klopt} />
        <Tick name="oud" label={t['filter.ended']} checked={filter.oud} />
        <Select
          name="volgorde"
          label={t['filter.order']}
          value={filter.volgorde}
          options={orders.map((order) => ({ value: order, label: t[`order.${order}`] }))}
        />
      </Details>
      <Submit kind="quiet" icon="search">
        {t['filter.do']}
      </Submit>
    </Form>
  )
}

const PartnerTable = ({ partners, today }: { partners: Listed[]; today: string }) => {
  const t = words.use()
  const labels = ['list.name', 'list.type', 'list.owner', 'list.face', 'list.phone', 'list.due'] as const
  return (
    <Table
      caption={t['list.title']}
      captionHidden
      columns={labels.map((label) => ({ label: t[label] }))}
      rows={partners.map((partner) => ({ href: `/netwerk/${partner.id}`, cells: useCells(partner, today) }))}
    />
  )
}

function useCells({ name, place, type, owner, faces, phone, assuredOn, until }: Listed, today: string) {
  const t = words.use()
  const language = useLanguage()
  const [first] = faces
  const state = until && until < today ? t['list.ended'] : isDue(assuredOn, today) ? t['list.ask'] : t['list.right']
  return [
    place && !name.includes(place) ? `${name}, ${place}` : name,
    type ? nameOf('partnerType', type, language) : '–',
    owner ?? t['list.nobody'],
    first?.name ?? t['list.nobody'],
    <span class="whole">{first?.phone ?? phone ?? '–'}</span>,
    state,
  ]
}

const Pages = ({ filter, count, size }: { filter: Filter; count: number; size: number }) => {
  const t = words.use()
  const { page, pages, from, until } = pageOf({ count, wish: filter.pagina, size })
  if (pages === 1) return null
  const turn = (to: number, label: string) =>
    to < 1 || to > pages ? undefined : { href: listAddress(filter, to), label }
  return (
    <Pager
      label={t['pager.label']}
      previous={turn(page - 1, t['pager.previous'])}
      next={turn(page + 1, t['pager.next'])}
      text={fill(t['pager.text'], { from, until, count })}
    />
  )
}
