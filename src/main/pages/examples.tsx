import { examples } from '#ui/examples.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

/** Every part of the face in every state. For who builds; not served in production. */
export const ExamplesPage = () => (
  <Page title={words.use()['ui.title']}>
    {examples.map(({ name, states }) => (
      <section>
        <h2>{name}</h2>
        {states.map((state) => (
          <>
            <h3>{state.name}</h3>
            {state.node}
          </>
        ))}
      </section>
    ))}
  </Page>
)
