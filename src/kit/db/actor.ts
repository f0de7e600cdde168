/** Someone the gate has recognised, acting for one organisation. Only the gate mints these, so holding one is proof. */
export type Actor = {
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string
  readonly roles: readonly string[]
} & { readonly __proof: 'gate' }

export const recognise = (who: Omit<Actor, '__proof'>) => who as Actor
