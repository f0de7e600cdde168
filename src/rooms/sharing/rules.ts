import type { Audience } from './forms.ts'

export const distances = [2, 5, 10, 25] as const

/** An offer to schools chosen one by one needs one; a face is given only when it is known to agree. */
export function objection({
  audience,
  schools,
  faces,
  agreed,
}: {
  audience: Audience
  schools: readonly string[]
  faces: readonly string[]
  agreed: boolean
}): 'schools' | 'agreed' | undefined {
  if (audience === 'chosen' && !schools.length) return 'schools'
  return faces.length && !agreed ? 'agreed' : undefined
}

/** Where what was taken over stands now. */
export const whereIs = ({ relationId, playbookId }: { relationId: string | null; playbookId: string | null }) =>
  relationId ? `/netwerk/${relationId}` : playbookId ? `/draaiboeken/${playbookId}` : '/bij-wie/routes'

/** What this school may still take over: what others offer and it did not take before. */
export const notTaken = <O extends { id: string }>(offers: readonly O[], taken: readonly { offerId: string }[]): O[] =>
  offers.filter(({ id }) => !taken.some(({ offerId }) => offerId === id))
