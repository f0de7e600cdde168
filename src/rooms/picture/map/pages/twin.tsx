import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf, sectorOfType } from '#rooms/trade/door.ts'
import { Pager } from '#ui/pager.tsx'
import { Table } from '#ui/table.tsx'
import type { Wishes } from '../forms.ts'
import { addressWith, type Line, type Network, pageSize, weightOf } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { network: Network; wishes: Wishes }

/** The same facts as the drawing, for reading: every partner once, with both ends of its lines. */
export const Twin = ({ network: { partners }, wishes }: Props) => {
  const t = words.use()
  const pages = Math.max(1, Math.ceil(partners.length / pageSize))
  const page = Math.min(wishes.pagina, pages)
  const shown = partners.slice((page - 1) * pageSize, page * pageSize)
  const turn = (to: number, label: string) =>
    to < 1 || to > pages ? undefined : { href: addressWith('/kaart', wishes, { pagina: to }), label }
  if (!partners.length) return <p role="status">{t['twin.none']}</p>
  const weighted = wishes.gewicht !== 'gelijk'
  return (
    <>
      <Table
        caption={t['twin.title']}
        columns={[
          ...(['twin.partner', 'twin.sector', 'twin.owner', 'twin.deputy'] as const).map((label) => ({
            label: t[label],
          })),
          ...(weighted ? [{ label: t[`weight.${wishes.gewicht}`], numeric: true }] : []),
        ]}
        rows={shown.map((line) => ({ href: `/netwerk/${line.id}`, cells: useCells(line, wishes) }))}
      />
      {pages > 1 && (
        <Pager
          label={t['pager.label']}
          previous={turn(page - 1, t['pager.previous'])}
          next={turn(page + 1, t['pager.next'])}
          text={fill(t['pager.text'], {
            from: (page - 1) * pageSize + 1,
            until: Math.min(page * pageSize, partners.length),
            count: partners.length,
          })}
        />
      )}
    </>
  )
}

function useCells(line: Line, wishes: Wishes) {
  const t = words.use()
  const language = useLanguage()
  const sector = sectorOfType(line.type)?.id
  const person = (id: string | null, name: string | null) =>
    id === null ? t.nobody : <a href={addressWith('/kaart', wishes, { bij: id, pagina: 1 })}>{name}</a>
  return [
    line.name,
    sector ? nameOf('sector', sector, language) : '–',
    person(line.ownerId, line.owner),
    person(line.deputyId, line.deputy),
    weightOf(line, wishes.gewicht).toLocaleString(language, { maximumFractionDigits: 2 }),
  ]
}
