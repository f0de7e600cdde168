import type { Day } from '#kit/time/day.ts'

type Term = { expiresAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null }
export const stillStands = (invitation: Term, now: Date) =>
  !invitation.acceptedAt && !invitation.withdrawnAt && invitation.expiresAt > now

type Line = { organisationId: string | null; until: Day | null }
type Face = { mail: string | null; leftOn: Day | null }

/** Why this face cannot be asked to speak for her organisation, if she cannot. */
export function asksAfter(line: Line, face: Face, today: Day): 'claimed' | 'gone' | 'no-mail' | undefined {
  if (line.organisationId) return 'claimed'
  if ((line.until && line.until < today) || (face.leftOn && face.leftOn <= today)) return 'gone'
  return face.mail ? undefined : 'no-mail'
}

type Facts = {
  name: string
  type: string | null
  place: string | null
  postcode: string | null
  website: string | null
  phone: string | null
}

/**
 * What becomes public when a partner claims itself. A neighbour or a group has no front desk: what the school noted as
 * its number and postcode is probably somebody's own, so that stays with the school.
 */
export function publicFactsOf({ form, name, type, place, postcode, website, phone }: Facts & { form: string }): Facts {
  return form === 'organisation'
    ? { name, type, place, postcode, website, phone }
    : { name, type, place, website, postcode: null, phone: null }
}

type Somewhere = { organisationId: string; kind: string; roles: readonly string[] }
export const speakingPlaces = <P extends Somewhere>(places: readonly P[]): P[] =>
  places.filter(({ kind, roles }) => kind === 'partner' && roles.includes('partnercontact'))

type Chosen = { ok: true; organisationId: string | undefined } | { ok: false }

/** Which of her organisations a line is tied to; none means that a new one is claimed. With several she must say. */
export function organisationFor(hers: readonly { organisationId: string }[], wish: string | undefined): Chosen {
  if (wish === 'new') return { ok: true, organisationId: undefined }
  if (!wish) return hers.length > 1 ? { ok: false } : { ok: true, organisationId: hers[0]?.organisationId }
  const known = hers.find(({ organisationId }) => organisationId === wish)
  return known ? { ok: true, organisationId: known.organisationId } : { ok: false }
}
