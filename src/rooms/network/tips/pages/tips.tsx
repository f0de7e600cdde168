import { inside } from '#kit/text/inside.ts'
import { type Day, sayMonth } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import { Stack } from '#ui/say.tsx'
import type { TipOnLine, TipShown } from '../queries.ts'
import { asksAuthor, isShown } from '../rules.ts'
import { words } from '../words/words.ts'

type Reader = { personId: string; mayRemoveAny: boolean }
export type TipsProps = { partnerId: string; tips: readonly TipShown[]; reader: Reader; today: Day }

/** On a partner's card: what colleagues say of it, one line each. */
export const TipsOf = ({ partnerId, tips, reader, today }: TipsProps) => {
  const t = words.use()
  const at = `/netwerk/${partnerId}/tips`
  return (
    <Stack>
      <h2>{t.title}</h2>
      {tips.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <List label={t.title}>
          {tips.map((tip) => (
            <TipRow tip={tip} at={`${at}/${tip.id}`} reader={reader} today={today} />
          ))}
        </List>
      )}
      <Actions>
        <ButtonLink href={`${at}/nieuw`} kind="quiet" icon="add">
          {t.add}
        </ButtonLink>
      </Actions>
    </Stack>
  )
}

const TipRow = ({ tip, at, reader, today }: { tip: TipShown; at: string; reader: Reader; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const sayTip = useTip()
  const isMine = tip.authorId === reader.personId
  const isAsked = isMine && asksAuthor(tip, today)
  const about = tip.topic ? fill(t.about, { topic: inside(nameOf('topic', tip.topic, language)) }) : ''
  const hidden = isShown(tip, today) ? '' : t.hidden
  return (
    <Row
      title={quoted(tip.line)}
      line={[sayTip(tip), about, hidden].filter(Boolean).join(' · ')}
      waits={isAsked ? t.due : undefined}
      action={
        (isMine || reader.mayRemoveAny) && (
          <>
            {isAsked && <ButtonForm action={`${at}/bevestiging`} label={t['due.yes']} about={tip.line} kind="quiet" />}
            {isMine && <a href={at}>{t.change}</a>}
            <ButtonForm action={`${at}/verwijdering`} label={t.remove} about={tip.line} kind="quiet" />
          </>
        )
      }
    />
  )
}

const quoted = (line: string) => `“${line}”`

function useTip() {
  const t = words.use()
  const language = useLanguage()
  return ({ author, usedOn, stage }: Pick<TipShown, 'author' | 'usedOn' | 'stage'>) => {
    const month = sayMonth(usedOn, language)
    const by = author ? fill(t.by, { name: author, month }) : fill(t['by.nobody'], { month })
    return stage ? `${by}, ${t[`stage.${stage}`]}` : by
  }
}

/** Under a line of an answer: what colleagues say of it. */
export const TipLines = ({ tips }: { tips: readonly TipOnLine[] }) => {
  const sayTip = useTip()
  return (
    <>
      {tips.map((tip) => (
        <p class="source">
          {quoted(tip.line)} {sayTip(tip)}
        </p>
      ))}
    </>
  )
}
