/** Who a provider says somebody is. Attributes are passed on as they came; what they mean is for who asked. */
export type Identity = {
  /** The provider's own unchanging word for her. */
  subject: string
  email: string | undefined
  /** The provider says that it has made sure of the address. */
  emailVerified: boolean
  name: string | undefined
  /** When she last proved who she is there, if it says so. */
  provedAt: Date | undefined
  attributes: Readonly<Record<string, readonly string[]>>
}

// How it is said: RFC 8176 (OpenID Connect), REFEDS, and Microsoft's own attribute in SAML.
const saidBy: Readonly<Record<string, string>> = {
  amr: 'mfa',
  acr: 'https://refeds.org/profile/mfa',
  'http://schemas.microsoft.com/claims/authnmethodsreferences': 'http://schemas.microsoft.com/claims/multipleauthn',
}
/** The provider says that it asked for more than one step. Silence is a no. */
export const tookTwoStepsThere = ({ attributes }: Pick<Identity, 'attributes'>): boolean =>
  Object.entries(saidBy).some(([name, value]) => attributes[name]?.includes(value) === true)

/** Thrown when an answer is not to be believed. `because` is for a test and the operator, never for the visitor. */
export class NotBelieved extends Error {}

/** Texts and lists of texts, of a decent length; nothing else of what a provider sends along. */
export function attributesOf(claims: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const kept = Object.entries(claims).flatMap(([name, value]) => {
    const texts = [value].flat().filter((one): one is string => typeof one === 'string' && one.length <= 300)
    return texts.length ? [[name.slice(0, 200), texts.slice(0, 20)] as const] : []
  })
  return Object.fromEntries(kept.slice(0, 60))
}
