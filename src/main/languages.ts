import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addLanguage, type ExtraLanguage } from '#kit/words/words.ts'

const folder = join(import.meta.dirname, 'languages')

/**
 * Learns every language that lies in src/main/languages as one file, such as `uk.ts`:
 *   export const language = { code: 'uk', name: 'Українська', dir: 'ltr', words: { main: { today: 'Сьогодні' } } }
 * What it leaves out is said in English.
 */
export async function learnLanguages(): Promise<void> {
  if (!existsSync(folder)) return
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const { language } = (await import(join(folder, file))) as { language: ExtraLanguage }
    addLanguage(language)
  }
}
