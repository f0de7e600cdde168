import { isName } from '#kit/sheet/personname.ts'
import type { Form } from './partner.ts'

/** Whether a name is of one person or of a handful of people; most are of an organisation. */
export function formOf(name: string): Form {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim()
  if (PEOPLE.test(bare)) return 'group'
  const [, title = '', rest = ''] = /^(\p{L}+)\.?\s+(.+)$/u.exec(bare) ?? []
  return ONE.test(title) && isName(rest) ? 'person' : 'organisation'
}

const PEOPLE =
  /(?<!\p{L})(vrijwilligers|buren|buurtbewoners|bewoners|\p{L}*ouders|\p{L}*opa['’]?s|\p{L}*oma['’]?s|moeders|vaders)$|^(de |onze )?(vrijwilligers|ouders|\p{L}*opa['’]?s)(?!\p{L})/iu
const ONE =
  /^(buurvrouw|buurman|mevrouw|mevr|mw|meneer|dhr|opa|oma|imker|boswachter|boer|boerin|verteller|vertelster|kunstenaar|kunstenares|fotograaf|muzikant|schrijver|schrijfster|dominee|pastoor|imam|wijkagent|brigadier|clown|klusser|timmerman|tuinman|illustrator|trainer|coach)$/i
