import { type GeoPoint, getAccepted } from '#kernel'
import { type PlanRequest, readPlanRequest } from '../../src/power/index.ts'

export {
  draftPlans,
  getCustomerNeed,
  type Network,
  type PowerStandards,
  prepareNetwork,
  type TerrainFeature,
  workOutOption,
} from '../../src/power/index.ts'

/** Requests of all kinds in turn: single, double circuit, double source, large. */
export function getAcceptedRequest(location: GeoPoint, at: number): PlanRequest {
  const kinds = [
    { capacityKva: 630, sources: 'single' },
    { capacityKva: 1250, sources: 'double-circuit', grade: 'second' },
    { capacityKva: 2000, sources: 'double-source', grade: 'first' },
    { capacityKva: 6300, sources: 'single' },
  ]
  return getAccepted(readPlanRequest('bench', { location, ...kinds[at % kinds.length] }))
}
