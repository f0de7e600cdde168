import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import saml from 'samlify'

/** A SAML provider on this machine, made with samlify: it signs what a test tells it to. */
saml.setSchemaValidator({ validate: async () => 'no schema' })

export const entityOfIdp = 'https://elders.example/saml'
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

export function aSamlProvider(entityID = entityOfIdp, keys = pair) {
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const idp = saml.IdentityProvider({
    entityID,
    privateKey,
    signingCert: certificateOf(keys),
    isAssertionEncrypted: false,
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    singleSignOnService: [
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: 'https://elders.example/saml/in' },
    ],
    loginResponseTemplate: {
      context: saml.SamlLib.defaultLoginResponseTemplate.context,
      attributes: [
        { name: 'mail', nameFormat: basic, valueTag: 'mail', valueXsiType: 'xs:string' },
        { name: 'nlEduPersonHomeOrganizationId', nameFormat: basic, valueTag: 'code', valueXsiType: 'xs:string' },
        { name: 'uid', nameFormat: basic, valueTag: 'uid', valueXsiType: 'xs:string' },
      ],
    },
  })
  return { metadata: idp.getMetadata(), answer: (given: Answer) => answerOf(idp, given) }
}
const basic = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic'
type Idp = ReturnType<typeof saml.IdentityProvider>

export type Answer = {
  /** Our own metadata, as the house gives it out. */
  to: string
  /** The id of the question; and what else to say differently than is right. */
  inResponseTo: string
  nameId?: string
  mail?: string
  code?: string
  uid?: string
  /** When she proved there who she is; left out it is not said. */
  provedAt?: Date | undefined
  says?: Record<string, string>
}

async function answerOf(
  idp: Idp,
  { to, inResponseTo, nameId = 'somebody', mail = '', code = '', uid = '', provedAt, says = {} }: Answer,
) {
  const sp = saml.ServiceProvider({ metadata: to })
  const recipient = sp.entityMeta.getAssertionConsumerService('post') as string
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const values: Record<string, string> = {
    ...{ ID: `_${randomUUID()}`, AssertionID: `_${randomUUID()}`, Issuer: idp.entityMeta.getEntityID() },
    ...{ Destination: recipient, SubjectRecipient: recipient, Audience: sp.entityMeta.getEntityID() },
    ...{ IssueInstant: at(0), ConditionsNotBefore: at(-1), ConditionsNotOnOrAfter: at(5) },
    ...{ SubjectConfirmationDataNotOnOrAfter: at(5), InResponseTo: inResponseTo, NameID: nameId },
    ...{ NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', AuthnStatement: '' },
    ...{ StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success', attrMail: mail, attrCode: code, attrUid: uid },
    ...says,
  }
  const { context } = await idp.createLoginResponse(sp, { extract: {} }, 'post', {}, (template: string) => ({
    id: values['ID'] as string,
    context: saml.SamlLib.replaceTagsByValue(template.replace('{AuthnStatement}', statementOf(provedAt)), values),
  }))
  return context
}

const statementOf = (provedAt: Date | undefined) =>
  provedAt
    ? `<saml:AuthnStatement AuthnInstant="${provedAt.toISOString()}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`
    : ''

// A certificate of our own hand: enough of X.509 to carry the key.
const tlv = (tag: number, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts)

function certificateOf({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): string {
  const sha256Rsa = sequence(tlv(0x06, Buffer.from('2a864886f70d01010b', 'hex')), tlv(0x05))
  const name = sequence(tlv(0x31, sequence(tlv(0x06, Buffer.from('550403', 'hex')), tlv(0x0c, Buffer.from('elders')))))
  const term = sequence(...['250101000000Z', '490101000000Z'].map((day) => tlv(0x17, Buffer.from(day))))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const said = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([1])),
    sha256Rsa,
    name,
    term,
    name,
    spki,
  )
  const signed = createSign('sha256').update(said).sign(privateKey)
  return sequence(said, sha256Rsa, tlv(0x03, Buffer.from([0]), signed)).toString('base64')
}
