import { fill } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import type { Wishes } from '../forms.ts'
import { addressWith, type Network } from '../rules.ts'
import { words } from '../words/words.ts'
import { MapDrawing } from './drawing.tsx'
import { Files } from './files.tsx'
import { Filters } from './filters.tsx'
import { Measures } from './measures.tsx'
import { Twin } from './twin.tsx'

type Props = { network: Network; all: Network; wishes: Wishes }

/** The whole network, or the part that was asked for: as figures, as a list, and then as a drawing. */
export const MapPage = ({ network, all, wishes }: Props) => {
  const t = words.use()
  const some = all.partners.length > 0
  return (
    <Page title={t.title} lead={some ? t.lead : undefined}>
      {some ? (
        <>
          <Filters wishes={wishes} holders={all.colleagues} />
          <Focus wishes={wishes} all={all} />
          {network.partners.length > 0 && <a href="#tekening">{t['drawing.jump']}</a>}
          <Measures network={network} />
          <Twin network={network} wishes={wishes} />
          {network.partners.length > 0 && <MapDrawing network={network} wishes={wishes} />}
          {network.partners.length > 0 && <Files wishes={wishes} />}
        </>
      ) : (
        <Empty title={t['lead.none']} action={{ href: '/netwerk/nieuw', label: t.add }} />
      )}
    </Page>
  )
}

const Focus = ({ wishes, all }: Pick<Props, 'wishes' | 'all'>) => {
  const t = words.use()
  const found = [...all.colleagues, ...all.partners].find(({ id }) => id === wishes.bij)
  if (!wishes.bij) return null
  return (
    <div class="stack">
      {found && <p role="status">{fill(t['focus.text'], { name: found.name })}</p>}
      <p>
        <ButtonLink href={addressWith('/kaart', wishes, { bij: null })} kind="quiet" icon="undo">
          {t['focus.all']}
        </ButtonLink>
      </p>
    </div>
  )
}
