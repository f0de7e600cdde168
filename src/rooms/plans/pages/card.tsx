import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import { Stack } from '#ui/say.tsx'
import type { ChoiceShown } from '../queries.ts'
import { words } from '../words/words.ts'
import { OutcomeTag } from './list.tsx'

type Props = { choices: readonly ChoiceShown[]; relationId: string; today: Day; isOpen: boolean }

/** On the card of a partner: why the school chose for it, as it was decided. */
export const ChoicesOfLine = ({ choices, relationId, today, isOpen }: Props) => {
  const t = words.use()
  const language = useLanguage()
  if (!choices.length && !isOpen) return null
  return (
    <Stack>
      {choices.length > 0 && (
        <>
          <h2>{t['card.title']}</h2>
          <List label={t['card.title']}>
            {choices.map(({ choice, vision, decided }) => (
              <Row
                title={vision ?? choice.name}
                href={`/keuzes/${choice.id}`}
                line={fill(t['card.line'], {
                  better: choice.better,
                  day: sayDay(choice.seenBy, language, today),
                })}
                tag={<OutcomeTag outcome={decided.at(-1)?.outcome} />}
              />
            ))}
          </List>
        </>
      )}
      {isOpen && (
        <Actions>
          <ButtonLink href={`/keuzes/nieuw?lijn=${relationId}`} kind="quiet" icon="check">
            {t['card.new']}
          </ButtonLink>
        </Actions>
      )}
    </Stack>
  )
}
