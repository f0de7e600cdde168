import { useLanguage } from '#kit/words/words.ts'
import { sectorOfType } from '#rooms/trade/door.ts'
import { Drawing } from '#ui/drawing.tsx'
import { personKind, sectorsIn } from '../../sketch/sketch.ts'
import type { Wishes } from '../forms.ts'
import { addressWith, type Network } from '../rules.ts'
import { words } from '../words/words.ts'

/** The drawing below the list, with what its outlines and colours mean. */
export const MapDrawing = ({ network, wishes }: { network: Network; wishes: Wishes }) => {
  const t = words.use()
  const language = useLanguage()
  const sectorless = network.partners.some(({ type }) => !sectorOfType(type))
  return (
    <Drawing
      id="tekening"
      title={t['drawing.title']}
      source={addressWith('/kaart/gegevens', wishes, { pagina: 1 })}
      legend={{
        title: t['legend.title'],
        kinds: [
          personKind(t['legend.person']),
          ...sectorsIn(network.partners, language).map(({ kind }) => kind),
          ...(sectorless ? [{ name: t['legend.other'], hue: 0, shape: 'round' as const }] : []),
        ],
        notes: [t['legend.deputy']],
      }}
      words={{
        label: t['drawing.label'],
        keys: t['drawing.keys'],
        without: t['drawing.without'],
        wait: t['drawing.wait'],
        failed: t['drawing.failed'],
        nearer: t['drawing.nearer'],
        farther: t['drawing.farther'],
        whole: t['drawing.whole'],
        only: t['drawing.only'],
        open: t['drawing.open'],
        none: t['drawing.nobody'],
      }}
    />
  )
}
