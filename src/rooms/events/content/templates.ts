import type { Draft } from '../copies/rules.ts'
import type { EventKind } from '../rules.ts'
import { bigDays } from './big-days.ts'
import { outings } from './outings.ts'

export type TemplateKind = Exclude<EventKind, 'other'>
/** What is the same in both languages, and what is said in each. A task is its days from the day, in Dutch, in English. */
export type Template = {
  nl: string
  en: string
  partnerTypes: readonly string[]
  tasks: readonly (readonly [offset: number, nl: string, en: string])[]
  materials: readonly (readonly [nl: string, en: string])[]
  risks: readonly (readonly [nl: string, en: string])[]
}

const templates: Readonly<Record<TemplateKind, Template>> = { ...bigDays, ...outings }

/** A template in the language of whoever begins with it, under her own title if she gave one. */
export function draftFrom(kind: TemplateKind, language: string, title = ''): Draft {
  const template = templates[kind]
  const say = ([nl, en]: readonly [string, string]) => (language === 'en' ? en : nl)
  return {
    title: title || say([template.nl, template.en]),
    kind,
    tasks: template.tasks.map(([offset, nl, en]) => ({ what: say([nl, en]), offset })),
    materials: template.materials.map(say).join('\n'),
    risks: template.risks.map(say).join('\n'),
    remarks: null,
    partnerTypes: [...template.partnerTypes],
  }
}
