type Attributes = Readonly<Record<string, readonly string[]>>

/** What a provider says of somebody that may help her further. It gives her nothing: only an invitation does. */
export type Hint = {
  /** BRIN, of four signs or with the location's two behind it. */
  code: string | undefined
  organisation: string | undefined
  /** She works there; false: she is a pupil there. Undefined: it does not say. */
  works: boolean | undefined
}

// As Entree Federatie calls them, by their plain name or by the name they have in SAML.
const named = (attributes: Attributes, name: string) =>
  attributes[name] ?? attributes[`urn:mace:dir:attribute-def:${name}`] ?? []

export function hintOf(attributes: Attributes): Hint {
  const affiliations = named(attributes, 'eduPersonAffiliation').map((one) => one.toLowerCase())
  const works = affiliations.some((one) => ['employee', 'staff', 'faculty'].includes(one))
  const code = named(attributes, 'nlEduPersonHomeOrganizationId')
    .map((one) => one.trim().toUpperCase())
    .find((one) => /^\d{2}[A-Z]{2}(\d{2})?$/.test(one))
  return {
    code,
    organisation: named(attributes, 'nlEduPersonHomeOrganization')[0]?.slice(0, 160),
    works: works || (affiliations.includes('student') ? false : undefined),
  }
}
