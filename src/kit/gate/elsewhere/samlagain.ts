import { deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * The same question, with the wish that she proves anew who she is (ForceAuthn): the library cannot ask it. Our questions
 * are not signed, so that nothing has to be signed again.
 */
export function askingAgain(address: string): string {
  const url = new URL(address)
  const question = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64')).toString('utf8')
  const again = question.replace(/<((?:\w+:)?AuthnRequest)\s/, '<$1 ForceAuthn="true" ')
  url.searchParams.set('SAMLRequest', deflateRawSync(Buffer.from(again)).toString('base64'))
  return url.href
}

// What could let text pass for an element, or one element for another, without breaking a signature.
const disguises = /<!|<\?(?!xml\s)|.<\?/s
const assertions = /<(?:\w+:)?Assertion[\s>]/g
const moments = /AuthnInstant/g
const statement = /<(?:\w+:)?AuthnStatement\s[^<>]*?\bAuthnInstant="([^"<>]{10,40})"/

/**
 * When she proved who she is, as the signed assertion says it. Read from an answer that the library has believed, in which
 * there is one assertion and this is said once, inside it; anything odd, and it was not said.
 */
export function provedIn(answer: string): Date | undefined {
  const xml = Buffer.from(answer, 'base64').toString('utf8')
  if (disguises.test(xml) || xml.match(assertions)?.length !== 1 || xml.match(moments)?.length !== 1) return undefined
  const [signed = ''] = /<((?:\w+:)?Assertion)[\s>].*<\/\1\s*>/s.exec(xml) ?? []
  const said = new Date(statement.exec(signed)?.[1] ?? '')
  return Number.isNaN(said.getTime()) ? undefined : said
}
