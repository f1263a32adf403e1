import { accept, type Refusal, type Result, refuse } from '#kernel'
import type { TerrainFeature } from '../route/terrain.ts'
import { getHighReliabilityKva } from '../sizing/importance.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards } from '../standards/tables.ts'
import { checkParameter, failsHard, type RuleCheck } from './check.ts'
import { type Combination, combine, getShare, type OperatingMode } from './combine.ts'
import { type CustomerNeed, getCustomerNeed } from './customer-need.ts'
import type { Drafting } from './drafting.ts'
import { findOptions } from './find-options.ts'
import { withOtherRoutes } from './known-routes.ts'
import { draftLowVoltage, type LowVoltagePlan } from './low-voltage.ts'
import type { PreparedNetwork } from './prepared-network.ts'
import { getPlanCost, type PlanCost } from './quantities.ts'
import type { PlanRequest } from './request.ts'
import { type PlanScore, scoreAll } from './score.ts'

export interface SupplyPlan extends Combination {
  readonly rank: number
  readonly score: PlanScore
  readonly verdict: 'passes' | 'needs-exception'
  readonly cost: PlanCost
  /** Capacity the high-reliability charge falls on, kVA. */
  readonly highReliabilityKva: number
}

export interface PlanDraft {
  readonly need: CustomerNeed
  /** At most ten: all that pass first, best first; then those that need an exception. */
  readonly plans: readonly SupplyPlan[]
  readonly lowVoltagePlans: readonly LowVoltagePlan[]
  /** Given where no plan passes: which rules stood in the way, how often, and what would make a plan possible. */
  readonly noPlan?: NoPlan
}

export interface NoPlan {
  readonly reasons: readonly {
    readonly rule: string
    readonly at: string
    readonly value: number | null
    readonly limit: number
  }[]
  readonly remedies: readonly (
    | 'transfer-load'
    | 'new-feeder'
    | 'strengthen-transformer'
    | 'other-access-device'
    | 'split-capacity'
    | 'complete-network-data'
  )[]
  readonly refusals: readonly Refusal[]
}

/**
 * Drafts supply plans: sizes the customer's side, finds access places, proves each by calculation, combines sources,
 * ranks. Refusals are those of the request; "no plan" is an answer, not a refusal.
 */
export function draftPlans(
  prepared: PreparedNetwork,
  request: PlanRequest,
  standards: PowerStandards,
  terrain: readonly TerrainFeature[] = [],
): Result<PlanDraft> {
  if (!prepared.network.hasPlaces) return refuse({ code: 'network.noPlaces' })
  const need = getNeedOn(prepared, request, standards)
  if (!need.ok) return need
  const total = checkParameter(
    { rule: 'access.totalCapacity', at: 'customer', value: need.value.capacityKva, comparison: '<=', unit: 'kVA' },
    'access.maxTotalKva',
    standards.parameters,
  )
  if (need.value.voltage.kv >= 1 && total.verdict !== 'holds')
    return refuse({ code: 'plan.capacityBeyondRules', data: { ...total } })
  const presentFault = findPresentFault(prepared, request, need.value.voltage.kv >= 1)
  if (presentFault) return presentFault
  const drafting: Drafting = {
    prepared,
    request,
    need: need.value,
    standards,
    terrain,
    place: prepared.network.plane.toPlane(request.location),
  }
  if (need.value.voltage.kv < 1) {
    const lowVoltagePlans = draftLowVoltage(drafting)
    const failed = lowVoltagePlans.flatMap((plan) => plan.checks.filter(failsHard))
    const isPossible = lowVoltagePlans.some((plan) => plan.verdict === 'passes')
    return accept({ need: need.value, plans: [], lowVoltagePlans, ...(!isPossible && { noPlan: explain(failed, []) }) })
  }
  return accept(draftHighVoltage(drafting))
}

/** What the customer needs where only the voltages of this network are to be had. */
export const getNeedOn = (
  prepared: PreparedNetwork,
  request: PlanRequest,
  standards: PowerStandards,
): Result<CustomerNeed> => getCustomerNeed(request, { ...standards, voltageLevels: listAvailable(prepared, standards) })

/** Voltage levels that the network has to offer; a regional level (20 kV) applies where its lines are. Low voltage is everywhere. */
function listAvailable(
  { network }: PreparedNetwork,
  { voltageLevels }: PowerStandards,
): PowerStandards['voltageLevels'] {
  const has = (kv: number) => network.busSections.some((section) => Math.abs(section.kv - kv) <= 0.1 * kv)
  return voltageLevels.flatMap((level) => {
    if (level.kv < 1) return [level]
    return has(level.kv) ? [{ ...level, scope: '' }] : []
  })
}

/** A present source that the network does not hold; at low voltage it is a public transformer. */
function findPresentFault(
  { network, topology }: PreparedNetwork,
  { present }: PlanRequest,
  isHigh: boolean,
): Result<never> | undefined {
  if (!present) return undefined
  const fault = (field: string, code: string, found: string) =>
    refuse({ code: 'request.faulty', faults: [{ path: `present.${field}`, code, data: { found } }] })
  const places = isHigh ? network.points : network.distributionTransformers
  const point = places.findIndex(({ name }) => name === present.point)
  if (point < 0) return fault('point', 'network.nameUnknown', present.point)
  if (!isHigh || present.feeder === undefined) return undefined
  const feeder = network.feeders.findIndex(({ name }) => name === present.feeder)
  if (feeder < 0) return fault('feeder', 'network.nameUnknown', present.feeder)
  return topology.feeder[point] === feeder ? undefined : fault('point', 'network.wrongFeeder', present.point)
}

function draftHighVoltage(drafting: Drafting): PlanDraft {
  const { need } = drafting
  const modes: readonly OperatingMode[] =
    need.sourceCount === 1 ? ['single'] : ['mutual-backup', 'both-running', 'main-and-standby']
  const refusals: Refusal[] = []
  const failed: RuleCheck[] = []
  const cache = new Map<number, ReturnType<typeof findOptions>>()
  const combinations = modes.flatMap((mode) => {
    const share = getShare(mode, need.sourceCount)
    const found = cache.get(share) ?? findOptions(drafting, share * need.capacityKva, share * need.loadKw)
    if (!cache.has(share)) {
      cache.set(share, found)
      refusals.push(...found.refusals)
      failed.push(...found.options.flatMap((option) => option.checks.filter(failsHard)))
    }
    return combine(drafting, found.options, mode)
  })
  const plans = rank(drafting, combinations)
  const isPossible = plans.some((plan) => plan.verdict === 'passes')
  const between = combinations.flatMap((combination) => combination.checks.filter(failsHard))
  return {
    need,
    plans,
    lowVoltagePlans: [],
    ...(!isPossible && { noPlan: explain([...failed, ...between], refusals) }),
  }
}

/** Best first; the best of each mode is kept even where another mode would fill the list. */
function rank(drafting: Drafting, combinations: readonly Combination[]): SupplyPlan[] {
  const { parameters, unitPrices } = drafting.standards
  if (combinations.length === 0) return []
  const scores = scoreAll(combinations, parameters)
  const scored = combinations.map((combination, at) => ({
    combination,
    score: scores[at] ?? { total: 0, distance: 0, openCapacity: 0, reliability: 0 },
  }))
  const ordered = scored.toSorted(
    (a, b) => Number(b.combination.passes) - Number(a.combination.passes) || b.score.total - a.score.total,
  )
  const best = new Set(
    ordered.filter(
      ({ combination }, at) => ordered.findIndex((other) => other.combination.mode === combination.mode) === at,
    ),
  )
  const most = getParameter(parameters, 'access.maxPlans')
  const others = ordered.filter((found) => !best.has(found)).slice(0, Math.max(0, most - best.size))
  const kept = ordered.filter((found) => best.has(found) || others.includes(found))
  const options = withOtherRoutes(
    drafting,
    kept.flatMap(({ combination }) => combination.options),
  )
  return kept.map(({ combination, score }, at) => ({
    ...combination,
    options: combination.options.map((option) => options.get(option) ?? option),
    rank: at + 1,
    score,
    verdict: combination.passes ? 'passes' : 'needs-exception',
    cost: getPlanCost(combination, unitPrices, parameters),
    highReliabilityKva: getHighReliabilityKva(combination.options.map((option) => option.capacityKva)),
  }))
}

function explain(failed: readonly RuleCheck[], refusals: readonly Refusal[]): NoPlan {
  const reasons = new Map(failed.map(({ rule, at, value, limit }) => [`${rule}/${at}`, { rule, at, value, limit }]))
  const has = (...rules: string[]) => failed.some((check) => rules.includes(check.rule))
  const remedies = new Set<NoPlan['remedies'][number]>()
  if (has('access.feederLoading', 'access.feederOpenCapacity', 'proof.sectionLoading', 'access.feederLoss'))
    remedies.add('transfer-load').add('new-feeder')
  if (has('access.usersPerFeeder')) remedies.add('new-feeder')
  if (has('access.transformerOpenCapacity', 'access.transformerLoading', 'lowVoltage.publicTransformerLoading'))
    remedies.add('strengthen-transformer')
  if (has('access.spareBays', 'access.substationBay')) remedies.add('other-access-device')
  if (has('proof.lineAmpacity') || refusals.some((refusal) => refusal.code === 'conductor.none'))
    remedies.add('split-capacity')
  if (failed.some((check) => check.verdict === 'unknown')) remedies.add('complete-network-data')
  if (failed.length === 0) remedies.add('new-feeder')
  return { reasons: [...reasons.values()], remedies: [...remedies], refusals }
}
