import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { Problem } from '#kit/api/problem.ts'
import type { Answer } from './answer/answer.ts'
import { answerQuestion } from './answer/question.ts'
import { longest } from './forms.ts'
import { type Around, aroundOf } from './queries.ts'
import { answerOfCard, answerOfTopic, asShown, carriesSafetyLine, isCard, knownTopics } from './rules.ts'

const person = { name: z.string(), phone: z.string().nullable(), mail: z.string().nullable(), days: z.array(z.int()) }

const Signpost = z
  .object({
    kind: z.enum(['routes', 'safety', 'clarify', 'presence', 'contact', 'privacy', 'none']),
    cards: z.array(z.string()).meta({ description: 'Safety cards. Show them above everything else.' }),
    safetyLine: z.boolean().meta({ description: 'Show: in danger 112, in doubt Veilig Thuis 0800-2000.' }),
    lines: z.array(z.string()),
    warnings: z.array(z.string()).meta({ description: 'The question seemed to hold a name, a BSN or a day of birth.' }),
    topics: z.array(z.string()),
    role: z.string().nullable().meta({ description: 'Whom to turn to first.' }),
    colleagues: z
      .array(z.object({ role: z.string(), people: z.array(z.object({ id: z.uuid(), ...person })) }))
      .meta({ description: 'Who holds that role, with the scope people:read.' }),
    partners: z
      .array(
        z.object({
          ...{ id: z.uuid(), name: z.string(), type: z.string().nullable(), phone: z.string().nullable() },
          ownerId: z.uuid().nullable(),
          contacts: z.array(z.object(person)).meta({ description: 'With the scope contacts:read.' }),
        }),
      )
      .meta({ description: 'Partners behind that colleague, with the scope partners:read.' }),
    partnerTypes: z.array(z.string()),
    ownRoute: z
      .object({ text: z.string().nullable(), source: z.string().nullable(), updatedOn: z.string() })
      .nullable()
      .meta({ description: 'How this school does it.' }),
    language: z.enum(['nl', 'en', 'other']),
  })
  .meta({ id: 'Signpost', description: 'Whom to turn to. Nothing of the question is kept or said back.' })

const QuestionSent = z
  .strictObject({
    question: z.string().min(1).max(longest).optional().meta({ description: 'In one’s own words, without names.' }),
    topic: z.string().max(60).optional().meta({ description: 'Or the id of a topic or a safety card.' }),
  })
  .meta({ id: 'QuestionSent' })

export const api = [
  operation({
    id: 'askSignpost',
    method: 'post',
    path: '/signpost/answers',
    tag: 'Signpost',
    says: { en: 'Whom can I turn to?', nl: 'Bij wie kan ik terecht?' },
    more: 'Nothing is stored: not the question, not the answer, not that it was asked. Of colleagues, partners and contacts the answer names those that the other scopes of the token open.',
    scopes: ['signpost:ask'],
    safe: true,
    body: QuestionSent,
    answer: { status: 200, schema: Signpost },
    refuses: [422],
    run: async ({ tx, me, today, body }) => {
      const answer = answerTo(body)
      return asSignpost(answer, await aroundOf(tx, me, answer, today))
    },
  }),
]

function answerTo({ question, topic }: z.output<typeof QuestionSent>): Answer {
  if (topic) {
    const [known] = knownTopics([topic])
    const pointed = isCard(topic) ? answerOfCard(topic) : known && answerOfTopic(known)
    if (pointed) return pointed
    throw new Problem(422, 'We do not know this topic.', { errors: [{ field: 'topic', why: 'is not in /terms' }] })
  }
  if (!question?.trim()) throw new Problem(422, 'Send a question or a topic.')
  return asShown(answerQuestion(question))
}

const asSignpost = (answer: Answer, { found }: Around): z.input<typeof Signpost> => ({
  kind: answer.answer,
  cards: answer.notices,
  safetyLine: carriesSafetyLine(answer),
  lines: answer.lines,
  warnings: answer.warnings,
  topics: answer.topics,
  role: answer.parentRole ?? answer.role,
  colleagues: found.contacts.map(({ role, people }) => ({
    role,
    people: people.map((one) => ({ ...one, id: one.personId })),
  })),
  partners: found.lines.map(({ faces, isQuiet: _, ...line }) => ({ ...line, contacts: faces })),
  partnerTypes: answer.partnerTypes,
  ownRoute: found.route ?? null,
  language: answer.language,
})
