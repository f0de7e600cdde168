import { Actions, ButtonLink } from '#ui/button.tsx'
import type { Wishes } from '../forms.ts'
import { addressWith } from '../rules.ts'
import { words } from '../words/words.ts'

const files = {
  gexf: '/kaart/netwerk.gexf',
  graphml: '/kaart/netwerk.graphml',
  edges: '/kaart/lijnen.csv',
  nodes: '/kaart/punten.csv',
} as const

/** What is shown now, for programs of others. */
export const Files = ({ wishes }: { wishes: Wishes }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['files.title']}</h2>
      <p>{t['files.text']}</p>
      <Actions>
        {(Object.keys(files) as (keyof typeof files)[]).map((name) => (
          <ButtonLink href={addressWith(files[name], wishes, { pagina: 1 })} kind="quiet" icon="out" noPrefetch>
            {t[`files.${name}`]}
          </ButtonLink>
        ))}
      </Actions>
    </section>
  )
}
