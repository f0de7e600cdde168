import { refusalsOf } from '#kit/api/document.ts'
import type { Operation } from '#kit/api/operation.ts'
import { useLanguage } from '#kit/words/words.ts'
import { Details } from '#ui/details.tsx'
import { FactList } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

type Props = { operations: readonly Operation[]; tags: readonly string[]; address: string }

/** What programs may ask, for people to read. The document that programs read is linked on top. */
export const ApiPage = ({ operations, tags, address }: Props) => {
  const t = words.use()
  return (
    <Page title={t['api.title']} lead={t['api.lead']} narrow>
      <ul>
        <li>{t['api.token']}</li>
        <li>{t['api.scopes']}</li>
        <li>{t['api.pages']}</li>
        <li>{t['api.twice']}</li>
        <li>{t['api.no']}</li>
      </ul>
      <p>
        {t['api.address']} <code>{address}</code>
      </p>
      <p>
        <a href="/api/v1/openapi.json" data-turbo="false">
          {t['api.document']}
        </a>
      </p>
      {tags.map((tag) => (
        <section>
          <h2>{t[`api.tag.${tag}` as keyof typeof t] ?? tag}</h2>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <Described operation={operation} />
            ))}
        </section>
      ))}
    </Page>
  )
}

const Described = ({ operation }: { operation: Operation }) => {
  const t = words.use()
  const language = useLanguage()
  const said = operation.says[language === 'nl' ? 'nl' : 'en']
  const fields = [operation.params, operation.query, operation.body].flatMap((form) => Object.keys(form?.shape ?? {}))
  const facts = [
    { term: t['api.ask'], value: <code>{`${operation.method.toUpperCase()} ${operation.path}`}</code> },
    { term: t['api.needs'], value: operation.scopes.join(', ') || t['api.needs.nothing'] },
    ...(fields.length ? [{ term: t['api.fields'], value: fields.join(', ') }] : []),
    { term: t['api.answers'], value: [operation.answer.status, ...refusalsOf(operation)].join(', ') },
  ]
  return (
    <Details summary={said} id={operation.id}>
      <FactList facts={facts} />
    </Details>
  )
}
