import { useLanguage } from '#kit/words/words.ts'
import { choicesOf } from '#rooms/relations/door.ts'
import { motives, nameOf, sectors } from '#rooms/trade/door.ts'
import { Details } from '#ui/details.tsx'
import { Select } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import type { Wishes } from '../forms.ts'
import { type Colleague, weights } from '../rules.ts'
import { words } from '../words/words.ts'

/** What one may narrow the map by. Plain choices in the address, so that a part of the map can be sent on. */
export const Filters = ({ wishes, holders }: { wishes: Wishes; holders: Colleague[] }) => {
  const t = words.use()
  const language = useLanguage()
  const blank = t['filter.any']
  const named = (kind: 'sector' | 'motive', list: readonly { id: string }[]) =>
    list.map(({ id }) => ({ value: id, label: nameOf(kind, id, language) }))
  const isOpen = Boolean(wishes.niveau || wishes.schaal || wishes.motief || wishes.collega)
  return (
    <div class="not-printed">
      <Form action="/kaart" method="get">
        <Select
          name="sector"
          label={t['filter.sector']}
          blank={blank}
          value={wishes.sector}
          options={named('sector', sectors)}
        />
        <Select
          name="gewicht"
          label={t['filter.weight']}
          value={wishes.gewicht}
          options={weights.map((weight) => ({ value: weight, label: t[`weight.${weight}`] }))}
        />
        <Details summary={t['filter.more']} open={isOpen}>
          <Select
            name="niveau"
            label={t['filter.level']}
            blank={blank}
            value={wishes.niveau}
            options={choicesOf('level', language)}
          />
          <Select
            name="schaal"
            label={t['filter.scale']}
            blank={blank}
            value={wishes.schaal}
            options={choicesOf('scale', language)}
          />
          <Select
            name="motief"
            label={t['filter.motive']}
            blank={blank}
            value={wishes.motief}
            options={named('motive', motives)}
          />
          <Select
            name="collega"
            label={t['filter.owner']}
            blank={blank}
            value={wishes.collega}
            options={holders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Details>
        <Submit kind="quiet" icon="search">
          {t['filter.do']}
        </Submit>
      </Form>
    </div>
  )
}
