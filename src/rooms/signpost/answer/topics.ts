import list from '../content/topics.json' with { type: 'json' }
import type { CardFlag, Level, LineFlag } from './answer.ts'

export type Topic = {
  id: string
  level: Level[]
  flag: string
  firstRole: string
  parentRole: string
  partners: string[]
}

export const topics: ReadonlyMap<string, Topic> = new Map(
  list.map((topic) => [
    topic.id,
    {
      id: topic.id,
      level: topic.level as Level[],
      flag: topic.safety_flag,
      firstRole: topic.first_role,
      parentRole: topic.parent_first_role,
      partners: topic.partners,
    },
  ]),
)

const cardFlags = ['meldcode', 'acuut', 'meldplicht_bestuur', 'veiligheid_apart']
const lineFlags = ['let_op', 'wettelijke_melding', 'privacy_stop']

export const cardOf = (topic: Topic | undefined): CardFlag | undefined =>
  topic && cardFlags.includes(topic.flag) ? (topic.flag as CardFlag) : undefined

export const linesOf = (topic: Topic | undefined): LineFlag[] =>
  topic && lineFlags.includes(topic.flag) ? [topic.flag as LineFlag] : []
