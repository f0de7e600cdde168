import { directionOf, fill, useLanguage } from '#kit/words/words.ts'
import { linked } from '../rules.ts'
import { type Say, says } from '../words/words.ts'

/** Marks what is not in the language of the page, so that it is read out in its own. */
export const spokenIn = (language: string, page: string) =>
  language === page ? {} : { lang: language, dir: directionOf(language) }

type SaidProps = {
  word: Say
  values?: Record<string, string>
  /** Inside a link of its own: no links in it. */
  plain?: boolean
}

/** A text of the page, with its numbers and websites as links. */
export const Said = ({ word, values = {}, plain = false }: SaidProps) => {
  const text = fill(says.use()[word], values)
  const language = useLanguage()
  const spoken = says.spoken(language, word)
  const pieces = plain ? [{ text }] : linked(text)
  const said = pieces.map((piece) =>
    'href' in piece && piece.href ? <Way text={piece.text} href={piece.href} /> : piece.text,
  )
  return <span {...spokenIn(spoken, language)}>{said}</span>
}

const Way = ({ text, href }: { text: string; href: string }) => (
  <a href={href} dir="ltr">
    {text}
  </a>
)

/** What the school wrote itself: Dutch, whatever the page speaks. */
export const Own = ({ text }: { text: string }) => {
  const language = useLanguage()
  return <span {...spokenIn('nl', language)}>{text}</span>
}
