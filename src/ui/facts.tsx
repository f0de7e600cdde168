import type { Child } from 'hono/jsx'

export type Fact = { term: string; value: Child }

/** Facts in pairs: what it is, and what it says. `short`: the second is a number or a word. */
export const FactList = ({ facts, short }: { facts: Fact[]; short?: boolean }) => (
  <dl class={short ? 'facts facts-short' : 'facts'}>
    {facts.map((fact) => (
      <div>
        <dt>{fact.term}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
)
