import type { Child } from 'hono/jsx'

export type Fact = { term: string; value: Child }

/** Facts in pairs: what it is, and what it says. */
export const FactList = ({ facts }: { facts: Fact[] }) => (
  <dl class="facts">
    {facts.map((fact) => (
      <div>
        <dt>{fact.term}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
)
