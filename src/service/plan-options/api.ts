import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Name, Track } from '#casefile/form-shapes'

/** A source as the designer draws it: from which point (at low voltage: public transformer), along which line, of which conductor. */
export const DrawnSource = z.object({
  accessPoint: Name,
  /** Left out: the feeder that feeds the point; of a bus section a bay of its own, a new feeder. */
  feeder: Name.optional(),
  capacityKva: z.number().positive().max(1_000_000),
  /** What of it the customer has from here already. */
  existingKva: z.number().nonnegative().max(1_000_000).optional(),
  route: Track.optional(),
  conductor: Name.optional(),
})
export type DrawnSource = z.infer<typeof DrawnSource>

export const PlanOptionsRequest = z.object({
  caseId: z.string().min(1).max(60),
  laying: z.enum(['overhead', 'cable']).optional(),
  forceNewFeeder: z.boolean().optional(),
  /** For an increase: where the customer is fed today. */
  present: z
    .object({ feeder: Name.optional(), point: Name, capacityKva: z.number().positive().max(1_000_000) })
    .optional(),
  /** Transformers instead of the proposed ones. */
  transformer: z
    .object({ unitKva: z.number().positive().max(100_000), count: z.number().int().min(1).max(20) })
    .optional(),
})

export const ProveSourcesRequest = PlanOptionsRequest.extend({
  mode: z.enum(['single', 'main-and-standby', 'both-running', 'mutual-backup']),
  sources: z.array(DrawnSource).min(1).max(9),
})

const View = (description: string) => z.looseObject({}).describe(description)

/** Looked up by POST, since a drawn route does not fit into an address; nothing is written. */
export const planOptionsContract = {
  draft: oc
    .route({
      method: 'POST',
      path: '/cases/{caseId}/plan-options',
      tags: ['network'],
      summary: 'Complete supply plans from the network, ranked and proved',
    })
    .input(PlanOptionsRequest)
    .output(View('PlanOptions')),
  prove: oc
    .route({
      method: 'POST',
      path: '/cases/{caseId}/plan-proof',
      tags: ['network'],
      summary: 'The same proof for sources the designer has drawn',
    })
    .input(ProveSourcesRequest)
    .output(View('ProvedPlan')),
}
