import { accept, getDistanceM, type PlanePoint, type Result, refuse } from '#kernel'
import { findRoutes, measureRoute, type Route } from '../route/find-routes.ts'
import { type Conductor, chooseConductor, getVoltageDropPercent } from '../sizing/conductor.ts'
import { getRatedA } from '../sizing/metering.ts'
import { getParameter } from '../standards/parameter.ts'
import { failsHard, type RuleCheck } from './check.ts'
import type { Drafting } from './drafting.ts'
import { checkLowVoltage } from './low-voltage-checks.ts'
import { checkPhaseBalance, type Phase } from './phase-balance.ts'
import { getLowVoltageCost, type PlanCost } from './quantities.ts'

/** A plan from a public distribution transformer. */
export interface LowVoltagePlan {
  readonly rank: number
  readonly verdict: 'passes' | 'needs-exception'
  /** Place among the distribution transformers of the network, and name. */
  readonly transformerAt: number
  readonly transformer: string
  readonly distanceM: number
  readonly route: Route
  readonly laying: Conductor['laying']
  readonly conductor: Conductor | undefined
  readonly dropPercent: number | null
  readonly lossKw: number
  /** null where the transformer's highest load is not known. */
  readonly loadingAfter: number | null
  /** Room left at the transformer before this customer, kVA; null where it is not known. */
  readonly openKva: number | null
  readonly capacityKva: number
  readonly addedKva: number
  readonly isPresent: boolean
  readonly phases: number
  /** The least loaded phase for a single-phase load; undefined for three phases and where the currents are not listed. */
  readonly phase: Phase | undefined
  readonly checks: readonly RuleCheck[]
  readonly cost: PlanCost
}

/** What a designer draws otherwise than drafted. */
export interface LowVoltageDrawing {
  /** On the plane, from the transformer to the customer. */
  readonly route?: readonly PlanePoint[]
  readonly conductorModel?: string
}

/**
 * Plans from the public transformers around: room, supply radius of the zone, voltage drop, ampacity, balance of the
 * phases; those that pass first, nearest first. An increase looks at its present transformer first, and at others only
 * where that one does not hold.
 */
export function draftLowVoltage(drafting: Drafting): LowVoltagePlan[] {
  const { prepared, standards, place } = drafting
  const radiusM = getParameter(standards.parameters, 'lowVoltage.searchRadiusM')
  const most = getParameter(standards.parameters, 'access.maxPlans')
  const present = findPresentTransformer(drafting)
  const atPresent = present < 0 ? [] : [workOut(drafting, present)]
  if (atPresent[0]?.verdict === 'passes') return rank(atPresent)
  const around = prepared.network.distributionTransformers.flatMap((transformer, at) => {
    const distanceM = getDistanceM(prepared.network.points[transformer.point] ?? place, place)
    return transformer.isPublic && at !== present && distanceM <= radiusM ? [{ at, distanceM }] : []
  })
  const others = around.toSorted((a, b) => a.distanceM - b.distanceM).map(({ at }) => workOut(drafting, at))
  return rank([...atPresent, ...others]).slice(0, most)
}

const rank = (plans: readonly LowVoltagePlan[]): LowVoltagePlan[] =>
  plans
    .toSorted((a, b) => Number(b.verdict === 'passes') - Number(a.verdict === 'passes'))
    .map((plan, at) => ({ ...plan, rank: at + 1 }))

/** Refusal `plan.conductorUnknown` for a conductor that the catalogue does not have at low voltage. */
export function workOutLowVoltage(
  drafting: Drafting,
  transformerAt: number,
  drawing: LowVoltageDrawing = {},
): Result<LowVoltagePlan> {
  const model = drawing.conductorModel
  const drawn = model === undefined ? undefined : listConductors(drafting).find((row) => row.model === model)
  if (model !== undefined && !drawn) return refuse({ code: 'plan.conductorUnknown', data: { found: model } })
  return accept(workOut(drafting, transformerAt, drawing.route, drawn))
}

const listConductors = ({ standards }: Drafting): Conductor[] =>
  standards.conductors.filter(({ nominalKv }) => nominalKv < 1)

/** Where an increase is fed today, among the distribution transformers; −1 where it is none. */
function findPresentTransformer({ prepared, request }: Drafting): number {
  if (request.business !== 'increase' || !request.present) return -1
  const { point } = request.present
  return prepared.network.distributionTransformers.findIndex(({ name }) => name === point)
}

function workOut(
  drafting: Drafting,
  transformerAt: number,
  drawnRoute?: readonly PlanePoint[],
  drawnConductor?: Conductor,
): LowVoltagePlan {
  const { prepared, standards, need, request, terrain, place } = drafting
  const { parameters } = standards
  const transformer = prepared.network.distributionTransformers[transformerAt]
  if (!transformer) throw new Error(`the network has no distribution transformer ${transformerAt}`)
  const from = prepared.network.points[transformer.point] ?? place
  const route = drawnRoute ? measureRoute(drawnRoute, terrain) : findRoutes(from, place, terrain, parameters)[0]
  if (!route) throw new Error('a straight route can always be found')
  const { kv } = need.voltage
  const drop = {
    loadKw: need.loadKw,
    loadKvar: need.loadKw * Math.tan(Math.acos(need.cosPhi)),
    // A single-phase line is drawn over its neutral as well: twice the drop, at the phase voltage.
    lengthKm: ((kv < 0.3 ? 2 : 1) * route.lengthM) / 1000,
    maxPercent: getParameter(parameters, 'lowVoltage.maxDropPercent'),
  }
  const loadKva = need.loadKw / need.cosPhi
  const ratedA = getRatedA(loadKva, kv)
  const laying = drawnConductor?.laying ?? request.laying
  const installation = laying === 'cable' ? 'ground' : 'air'
  const chosen = chooseConductor({ kv, laying, installation, loadA: ratedA, drop }, listConductors(drafting))
  const conductor = drawnConductor ?? (chosen.ok ? chosen.value : undefined)
  const dropPercent = conductor ? getVoltageDropPercent(conductor, drop, kv) : null
  const isPresent = transformerAt === findPresentTransformer(drafting)
  const share = isPresent ? getAddedShare(need.capacityKva, request.present?.capacityKva ?? 0) : 1
  const cosPhi = getParameter(parameters, 'network.assumedCosPhi')
  const presentKva = transformer.historicMaxKw === undefined ? null : transformer.historicMaxKw / cosPhi
  const loadingAfter = presentKva === null ? null : (presentKva + share * loadKva) / transformer.kva
  const limit = getParameter(parameters, 'lowVoltage.maxTransformerLoading')
  const { phase, checks: balance } = checkPhaseBalance(drafting, transformer, share * ratedA)
  const figures = { transformer, conductor, installation, lengthM: route.lengthM, ratedA, dropPercent, loadingAfter }
  const checks = [...checkLowVoltage(drafting, { ...figures, installation }), ...balance]
  const lossKw = conductor ? ((kv < 0.3 ? 2 : 3) * ratedA ** 2 * conductor.rOhmPerKm * route.lengthM) / 1e6 : 0
  return {
    rank: 0,
    verdict: checks.some(failsHard) ? 'needs-exception' : 'passes',
    transformerAt,
    transformer: transformer.name,
    distanceM: getDistanceM(from, place),
    route,
    laying,
    conductor,
    dropPercent,
    lossKw,
    loadingAfter,
    openKva: presentKva === null ? null : limit * transformer.kva - presentKva,
    capacityKva: need.capacityKva,
    addedKva: share * need.capacityKva,
    isPresent,
    phases: need.voltage.phases,
    phase,
    checks,
    cost: getLowVoltageCost({ laying, lengthM: route.lengthM, lossKw }, standards.unitPrices, parameters),
  }
}

/** Share of a capacity that comes on top of what the customer has. */
const getAddedShare = (capacityKva: number, presentKva: number): number =>
  Math.max(0, capacityKva - presentKva) / Math.max(capacityKva, 1)
