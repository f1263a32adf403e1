import type { CaseFile, PublishedStandards } from '#casefile'
import {
  type PlanWishes,
  planOfOption,
  planRequestOf,
  planRules,
  readPlanBasis,
  type SupplyPlan,
} from '#journey/supply-plan'
import { accept, type Fault, type PlainDate, type Result, refuse } from '#kernel'
import {
  type DraftDescription,
  type Drafting,
  describeDraft,
  describeSource,
  draftPlans,
  getCustomerNeed,
  type OperatingMode,
  type PlanDescription,
  type PlanRequest,
  type PreparedNetwork,
  promise,
  type SourceDescription,
  type TerrainFeature,
  workOutOption,
} from '#power'
import type { NetworkInForce } from '../network/index.ts'
import type { DrawnSource } from './api.ts'

/** What plans are drafted from beside the case. */
export interface Surroundings {
  readonly inForce: NetworkInForce
  readonly ground: readonly TerrainFeature[]
  /** What the capacity ledger has promised to others, by place. */
  readonly promised: ReadonlyMap<string, number>
}

/** A plan as the engine describes it, with the form that it fills. */
export interface PlanOption extends PlanDescription {
  readonly form: SupplyPlan
}

export interface PlanOptions extends Omit<DraftDescription, 'plans'> {
  readonly networkVersion: number
  /** The customer's receiving point, degrees. */
  readonly location: PlanRequest['location']
  readonly hasGround: boolean
  readonly plans: readonly PlanOption[]
}

/** Up to ten complete plans for a surveyed case: all that pass first, then those that need an exception. */
export function draftPlanOptions(
  file: CaseFile,
  wishes: PlanWishes,
  surroundings: Surroundings,
  standards: PublishedStandards,
  today: PlainDate,
): Result<PlanOptions> {
  const asked = ask(file, wishes, standards, today)
  if (!asked.ok) return asked
  const { request, basis, rules } = asked.value
  const { inForce, ground } = surroundings
  const prepared = roomLeft(surroundings)
  const draft = draftPlans(prepared, request, inForce.standards, ground)
  if (!draft.ok) return draft
  const { plans, ...rest } = describeDraft(draft.value, prepared, request, inForce.standards)
  const filled = plans.flatMap((plan) => {
    const form = planOfOption(plan.sources, plan.mode, basis, rules)
    return form.ok ? [{ ...plan, form: form.value }] : []
  })
  return accept({
    ...rest,
    plans: filled,
    networkVersion: inForce.version.version,
    location: request.location,
    hasGround: ground.length > 0,
  })
}

/** A plan the designer drew, proved like the drafted ones. */
export interface ProvedPlan {
  readonly networkVersion: number
  readonly sources: readonly SourceDescription[]
  readonly passes: boolean
  readonly form: SupplyPlan
}

/** Proves drawn sources: every rule again, on the network in force. Names that the network does not know are named. */
export function provePlan(
  file: CaseFile,
  { mode, sources, ...wishes }: PlanWishes & { readonly mode: OperatingMode; readonly sources: readonly DrawnSource[] },
  surroundings: Surroundings,
  standards: PublishedStandards,
  today: PlainDate,
): Result<ProvedPlan> {
  const asked = ask(file, wishes, standards, today)
  if (!asked.ok) return asked
  const { request, basis, rules } = asked.value
  const { inForce, ground } = surroundings
  const prepared = roomLeft(surroundings)
  const need = getCustomerNeed(request, inForce.standards)
  if (!need.ok) return need
  const { plane } = prepared.network
  const drafting: Drafting = {
    prepared,
    request,
    need: need.value,
    standards: inForce.standards,
    terrain: ground,
    place: plane.toPlane(request.location),
  }
  const faults: Fault[] = []
  const around = { need: need.value, prepared, request, standards: inForce.standards }
  const proved: SourceDescription[] = []
  let passes = true
  for (const [at, source] of sources.entries()) {
    const place = findPlace(source, prepared, `sources.${at}`, faults)
    if (!place) continue
    const option = workOutOption(drafting, {
      ...place,
      capacityKva: source.capacityKva,
      loadKw: (need.value.loadKw * source.capacityKva) / Math.max(need.value.capacityKva, 1),
      ...(source.route && {
        drawnRoute: source.route.map((p) => plane.toPlane({ lon: p.longitude, lat: p.latitude })),
      }),
      ...(source.conductor && { conductorModel: source.conductor }),
    })
    if (!option.ok) return option
    passes &&= option.value.passes
    proved.push(describeSource(option.value, at, mode, around))
  }
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const form = planOfOption(proved, mode, basis, rules)
  return form.ok ? accept({ networkVersion: inForce.version.version, sources: proved, passes, form: form.value }) : form
}

function ask(file: CaseFile, wishes: PlanWishes, standards: PublishedStandards, today: PlainDate) {
  const rules = planRules(standards, today)
  const basis = readPlanBasis(file, rules.power)
  if (!basis.ok) return basis
  const request = planRequestOf(file, basis.value, rules, wishes)
  return request.ok ? accept({ request: request.value, basis: basis.value, rules }) : request
}

const roomLeft = ({ inForce: { prepared, standards }, promised }: Surroundings): PreparedNetwork =>
  promise(prepared, promised, standards.parameters)

function findPlace(
  { accessPoint, feeder }: DrawnSource,
  { network, topology }: PreparedNetwork,
  path: string,
  faults: Fault[],
): { readonly point: number; readonly feeder: number } | undefined {
  const point = network.points.findIndex((place) => place.name === accessPoint)
  const line = feeder === undefined ? -1 : network.feeders.findIndex((each) => each.name === feeder)
  if (point < 0) faults.push({ path: `${path}.accessPoint`, code: 'network.nameUnknown', data: { found: accessPoint } })
  if (feeder !== undefined && line < 0)
    faults.push({ path: `${path}.feeder`, code: 'network.nameUnknown', data: { found: feeder } })
  if (point < 0 || (feeder !== undefined && line < 0)) return undefined
  if (line >= 0 && topology.feeder[point] !== line) {
    faults.push({ path: `${path}.accessPoint`, code: 'network.wrongFeeder', data: { found: accessPoint } })
    return undefined
  }
  return { point, feeder: line }
}
