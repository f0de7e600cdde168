import type { Body, Said } from '#kit/form/form.ts'
import { answerStages, type Stage } from '../tables.ts'

export type Answer = { optionId: string; stage: Stage }
export type Read = { ok: true; answers: Answer[] } | { ok: false; said: Said }

const isStage = (text: string): text is Stage => (answerStages as readonly string[]).includes(text)

/** Every moment comes under its own id; whoever says nothing of one hears which. */
export function readAnswers(options: readonly { id: string }[], body: Body): Read {
  const answers: Answer[] = []
  const errors: Record<string, string> = {}
  for (const { id } of options) {
    const stage = [body[id] ?? ''].flat()[0] ?? ''
    if (isStage(stage)) answers.push({ optionId: id, stage })
    else errors[id] = 'error.answer'
  }
  return Object.keys(errors).length ? { ok: false, said: { values: body, errors } } : { ok: true, answers }
}
