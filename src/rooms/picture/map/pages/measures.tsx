import { fill, useLanguage } from '#kit/words/words.ts'
import { FactList } from '#ui/facts.tsx'
import { measuresOf, type Network } from '../rules.ts'
import { words } from '../words/words.ts'

/** A sentence for each figure, about the network as it is shown now. */
export const Measures = ({ network }: { network: Network }) => {
  const t = words.use()
  const language = useLanguage()
  const found = measuresOf(network)
  const { partners, colleagues, lines } = found
  const say = (term: string, text: string, values: Record<string, string | number>) => ({
    term,
    value: fill(text, values),
  })
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(found.joining.slice(0, 5))
  const facts = [
    say(t['measures.size'], t['measures.size.text'], { partners, colleagues, lines }),
    say(t['measures.onOne'], t['measures.onOne.text'], { count: found.onOne, partners }),
    say(t['measures.most'], t['measures.most.text'], { count: found.mostOnOne }),
    say(t['measures.unheld'], t['measures.unheld.text'], { count: found.unheld }),
    say(t['measures.pieces'], t['measures.pieces.text'], { count: found.pieces }),
    found.joining.length
      ? say(t['measures.joining'], t['measures.joining.text'], { names })
      : say(t['measures.joining'], t['measures.joining.none'], {}),
    ...(found.modularity === undefined
      ? []
      : [
          say(t['measures.groups'], t['measures.groups.text'], {
            groups: found.groups,
            modularity: found.modularity.toLocaleString(language, { maximumFractionDigits: 2 }),
          }),
        ]),
  ]
  if (partners === 0) return null
  return (
    <section>
      <h2>{t['measures.title']}</h2>
      <FactList facts={facts} />
      <p class="soft">{t['measures.note']}</p>
    </section>
  )
}
