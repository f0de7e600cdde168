import { and, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { planBounds, restraints } from '../vision/tables.ts'
import { deskAddresses, type Proposal, proposals } from './tables.ts'

const passed = alias(people, 'passed')
const answerers = alias(people, 'answerers')

export type ProposalShown = {
  proposal: Proposal
  passedTo: string | null
  answeredBy: string | null
  /** Why the school does not begin this theme, when it does not. */
  restraint: string | null
}

const shown = (tx: Tx, schoolId: string, condition?: SQL): Promise<ProposalShown[]> =>
  tx
    .select({
      proposal: proposals,
      passedTo: passed.name,
      answeredBy: answerers.name,
      restraint: restraints.reason,
    })
    .from(proposals)
    .leftJoin(passed, eq(passed.id, proposals.passedTo))
    .leftJoin(answerers, eq(answerers.id, proposals.answeredBy))
    .leftJoin(restraints, and(eq(restraints.schoolId, proposals.schoolId), eq(restraints.topic, proposals.topic)))
    .where(and(eq(proposals.schoolId, schoolId), condition))
    .orderBy(desc(proposals.at))
    .limit(200)

/** What waits for an answer, the newest first. */
export const openProposals = (tx: Tx, schoolId: string) =>
  shown(tx, schoolId, inArray(proposals.stage, ['new', 'kept', 'passed']))

export const answeredProposals = (tx: Tx, schoolId: string) =>
  shown(tx, schoolId, inArray(proposals.stage, ['declining', 'declined', 'chosen']))

export async function findProposal(tx: Tx, schoolId: string, id: string): Promise<ProposalShown | undefined> {
  const [found] = await shown(tx, schoolId, eq(proposals.id, id))
  return found
}

export async function deskOf(tx: Tx, schoolId: string) {
  const [found] = await tx
    .select({ address: deskAddresses.address })
    .from(deskAddresses)
    .where(eq(deskAddresses.organisationId, schoolId))
  return found?.address
}

export async function schoolNamed(tx: Tx, schoolId: string): Promise<string> {
  const [found] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, schoolId))
  return found?.name ?? ''
}

/** As a passer-by: the open desk at this address, and which themes are answered at once. */
export async function openDesk(tx: Tx, address: string) {
  const [found] = await tx
    .select({
      schoolId: planBounds.schoolId,
      school: organisations.name,
      restrained: sql<string[]>`coalesce((select json_agg(${restraints.topic}) from ${restraints}
        where ${restraints.schoolId} = ${planBounds.schoolId}), '[]'::json)`,
    })
    .from(deskAddresses)
    .innerJoin(planBounds, eq(planBounds.schoolId, deskAddresses.organisationId))
    .innerJoin(organisations, eq(organisations.id, deskAddresses.organisationId))
    .where(eq(deskAddresses.address, address))
  return found
}
export type OpenDesk = NonNullable<Awaited<ReturnType<typeof openDesk>>>

type Wish = { stage: Proposal['stage'] | undefined; after: string | undefined; most: number }
/** In the order of their ids, some at a time: for programs. */
export const proposalPage = (tx: Tx, schoolId: string, { stage, after, most }: Wish): Promise<Proposal[]> =>
  tx
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.schoolId, schoolId),
        stage ? eq(proposals.stage, stage) : undefined,
        after ? gt(proposals.id, after) : undefined,
      ),
    )
    .orderBy(proposals.id)
    .limit(most)
