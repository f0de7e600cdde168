import { words } from '../words/words.ts'

/** On the card of a partner: which circles work with it. */
export const WorksWithCircles = ({ circles }: { circles: readonly { id: string; name: string }[] }) => {
  const t = words.use()
  if (!circles.length) return null
  const [before = '', after = ''] = t['card.circle'].split('{names}')
  return (
    <p>
      {before}
      {circles.map(({ id, name }, place) => (
        <>
          {place > 0 && ', '}
          <a href={`/kennisgroepen/${id}`}>{name}</a>
        </>
      ))}
      {after}
    </p>
  )
}
