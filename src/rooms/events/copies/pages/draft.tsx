import { useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { FactList } from '#ui/facts.tsx'
import { useMoment } from '../../pages/parts.tsx'
import { linesOf } from '../../rules.ts'
import { words } from '../../words/words.ts'
import { type Draft, shortKind } from '../rules.ts'

/** What goes from one school to another: tasks with their moment, and lists. Nobody and no day. */
export const DraftShown = ({ draft }: { draft: Draft }) => {
  const t = words.use()
  const language = useLanguage()
  const sayMoment = useMoment()
  const kinds = draft.partnerTypes.map((type) => shortKind(nameOf('partnerType', type, language)))
  const lists = [
    { term: t['copy.kind'], lines: [t[`kind.${draft.kind}`]] },
    { term: t['copy.tasks'], lines: draft.tasks.map(({ what, offset }) => `${sayMoment(offset)}: ${what}`) },
    { term: t['one.materials'], lines: linesOf(draft.materials) },
    { term: t['one.risks'], lines: linesOf(draft.risks) },
    { term: t['one.remarks'], lines: linesOf(draft.remarks) },
    { term: t['copy.partners'], lines: kinds },
  ]
  return (
    <FactList
      facts={lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ term, lines }) => ({
          term,
          value:
            lines.length === 1 ? (
              lines[0]
            ) : (
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            ),
        }))}
    />
  )
}
