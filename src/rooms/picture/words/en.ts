import type { nl } from './nl.ts'

export const en: Readonly<Record<keyof typeof nl, string>> = {}
