import { Aloud } from '#ui/lean.tsx'
import { type ShownTopic, telOf } from '../rules.ts'
import { type Say, says } from '../words/words.ts'
import { Own, Said } from './said.tsx'

/** One topic: what it is about, whom to ask at school, what one can do oneself. */
export const Topic = ({ topic, phone }: { topic: ShownTopic; phone: string | null }) => {
  const t = says.use()
  const { id, steps, sentence } = topic
  return (
    <section class="block" id={id} aria-labelledby={`${id}-name`} {...Aloud.around(t['aloud.stop'])}>
      <h2 id={`${id}-name`}>
        <Said word={`${id}.name`} />
      </h2>
      <p>
        <Said word={`${id}.what`} />
      </p>
      <Who topic={topic} phone={phone} />
      <div>
        <h3>
          <Said word="self" />
        </h3>
        <ul>
          {Array.from({ length: steps }, (_, step) => (
            <li>
              <Said word={`${id}.${step + 1}` as Say} />
            </li>
          ))}
        </ul>
      </div>
      {sentence && (
        <p class="own">
          <Own text={sentence} />
        </p>
      )}
      <p class="in-a-row only-screen">
        <Aloud label={t.aloud} about={t[`${id}.name`]} />
        <a href="#main">
          <Said word="top" />
        </a>
      </p>
    </section>
  )
}

const Who = ({ topic: { role, names }, phone }: { topic: ShownTopic; phone: string | null }) => (
  <div class="who">
    <h3>
      <Said word="who" />
    </h3>
    <p>
      <Said word={`who.${role}`} />
      {names.length > 0 && `: ${names.join(', ')}`}.{' '}
      <span class="only-screen">
        {phone ? (
          <a href={telOf(phone)}>
            <Said word="call" values={{ phone }} plain />
          </a>
        ) : (
          <Said word="call.none" />
        )}
      </span>
    </p>
  </div>
)
