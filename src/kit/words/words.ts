import { createContext, useContext } from 'hono/jsx'

/**
 * All text on screen. Each room has its Dutch words (complete, the source) and its English (complete, checked by the
 * compiler). A third language is one file in src/main/languages: what it lacks is said in English, then in Dutch.
 */
export type Language = string
export type Table = Readonly<Record<string, string>>
type Same<T extends Table> = Readonly<Record<keyof T, string>>

/** A language that came as one file: `words` is keyed by room, then by word. */
export type ExtraLanguage = { code: string; name: string; dir: 'ltr' | 'rtl'; words: Record<string, Table> }

const extras = new Map<string, ExtraLanguage>()
const builtIn = [
  { code: 'nl', name: 'Nederlands', dir: 'ltr' as const },
  { code: 'en', name: 'English', dir: 'ltr' as const },
]

export const addLanguage = (extra: ExtraLanguage) => extras.set(extra.code, extra)
export const languages = () => [...builtIn, ...[...extras.values()].map(({ code, name, dir }) => ({ code, name, dir }))]
export const isLanguage = (code: string) => languages().some((l) => l.code === code)
export const directionOf = (language: Language) => languages().find((l) => l.code === language)?.dir ?? 'ltr'

/** The language of the page being made. Provided once, by the renderer. */
export const LanguageContext = createContext<Language>('nl')
export const useLanguage = () => useContext(LanguageContext)

/** Joins a room's Dutch and English. `use()` inside a page, `in(language)` elsewhere. */
export function wordsOf<T extends Table>(room: string, tables: { nl: T; en: Same<T> }) {
  const inLanguage = (language: Language): Same<T> => {
    if (language === 'nl') return tables.nl
    if (language === 'en') return tables.en
    return { ...tables.nl, ...tables.en, ...extras.get(language)?.words[room] }
  }
  /** The language this word is really said in: another than the page's where its translation is not there yet. */
  const spoken = (language: Language, key: keyof T & string): Language =>
    language === 'nl' || language === 'en' || extras.get(language)?.words[room]?.[key] !== undefined ? language : 'en'
  return { in: inLanguage, use: () => inLanguage(useLanguage()), spoken, room, tables }
}

/** The first language of an Accept-Language header that we speak. */
export const languageAsked = (header: string): Language =>
  header
    .split(',')
    .map((part) => part.split(';')[0]!.trim().slice(0, 2).toLowerCase())
    .find(isLanguage) ?? 'nl'

/** Puts values into a text: fill('{count} partners', { count: 3 }). A missing value is a mistake of ours. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for {${name}} in “${text}”`)
    return String(value)
  })
}

/** A text by a key that is only known at run time, such as the message of a form; the key itself when there is none. */
export const sayKey = (table: Table, key: string) => table[key] ?? key
