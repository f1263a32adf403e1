import { getDistanceM } from '#kernel'
import type { DistributionTransformer } from '../network/network.ts'
import { findRoutes, type Route } from '../route/find-routes.ts'
import { type Conductor, chooseConductor, findAmpacityA, getVoltageDropPercent } from '../sizing/conductor.ts'
import { getRatedA } from '../sizing/metering.ts'
import { getParameter } from '../standards/parameter.ts'
import { checkParameter, checkRule, failsHard, type RuleCheck } from './check.ts'
import type { Drafting } from './drafting.ts'

/** A plan from a public distribution transformer. */
export interface LowVoltagePlan {
  readonly rank: number
  readonly verdict: 'passes' | 'needs-exception'
  readonly transformer: string
  readonly distanceM: number
  readonly route: Route
  readonly conductor: Conductor | undefined
  readonly dropPercent: number | null
  readonly loadingAfter: number
  /** On which phase a single-phase load goes is decided on site, by the least loaded. */
  readonly phases: number
  readonly checks: readonly RuleCheck[]
}

/** Plans from the public transformers around: room, supply radius of the zone, voltage drop, ampacity; nearest first. */
export function draftLowVoltage(drafting: Drafting): LowVoltagePlan[] {
  const { prepared, standards, place } = drafting
  const radiusM = getParameter(standards.parameters, 'lowVoltage.searchRadiusM')
  const most = getParameter(standards.parameters, 'access.maxPlans')
  const plans = prepared.network.distributionTransformers
    .filter((transformer) => transformer.isPublic)
    .map((transformer) => ({
      transformer,
      distanceM: getDistanceM(prepared.network.points[transformer.point] ?? place, place),
    }))
    .filter(({ distanceM }) => distanceM <= radiusM)
    .toSorted((a, b) => a.distanceM - b.distanceM)
    .map(({ transformer, distanceM }) => workOut(drafting, transformer, distanceM))
  const ordered = [
    ...plans.filter((plan) => plan.verdict === 'passes'),
    ...plans.filter((plan) => plan.verdict !== 'passes'),
  ]
  return ordered.slice(0, most).map((plan, at) => ({ ...plan, rank: at + 1 }))
}

function workOut(
  { prepared, standards, need, request, terrain, place }: Drafting,
  transformer: DistributionTransformer,
  distanceM: number,
): LowVoltagePlan {
  const { parameters } = standards
  const [route] = findRoutes(prepared.network.points[transformer.point] ?? place, place, terrain, parameters)
  if (!route) throw new Error('a straight route can always be found')
  const { kv } = need.voltage
  const kvar = need.loadKw * Math.tan(Math.acos(need.cosPhi))
  // A single-phase line is drawn over its neutral as well: twice the drop, at the phase voltage.
  const way = kv < 0.3 ? 2 : 1
  const drop = {
    loadKw: need.loadKw,
    loadKvar: kvar,
    lengthKm: (way * route.lengthM) / 1000,
    maxPercent: getParameter(parameters, 'lowVoltage.maxDropPercent'),
  }
  const ratedA = getRatedA(need.loadKw / need.cosPhi, kv)
  const rows = standards.conductors.filter((row) => row.nominalKv < 1)
  const installation = request.laying === 'cable' ? 'ground' : 'air'
  const chosen = chooseConductor({ kv, laying: request.laying, installation, loadA: ratedA, drop }, rows)
  const conductor = chosen.ok ? chosen.value : undefined
  const dropPercent = conductor ? getVoltageDropPercent(conductor, drop, kv) : null
  const loadKva = need.loadKw / need.cosPhi
  const assumedCosPhi = getParameter(parameters, 'network.assumedCosPhi')
  const present = transformer.historicMaxKw === undefined ? null : transformer.historicMaxKw / assumedCosPhi
  const loadingAfter = present === null ? Number.NaN : (present + loadKva) / transformer.kva
  const zone = standards.supplyRadius.find((row) => row.zone === transformer.zone)
  const at = transformer.name
  const checks = [
    checkParameter(
      {
        rule: 'lowVoltage.transformerLoading',
        at,
        value: present === null ? null : loadingAfter,
        comparison: '<=',
        unit: '',
      },
      'lowVoltage.maxTransformerLoading',
      parameters,
    ),
    checkRule(
      {
        rule: 'lowVoltage.supplyRadius',
        at,
        value: zone ? route.lengthM : null,
        limit: zone?.maxM ?? 500,
        comparison: '<=',
        unit: 'm',
        isHard: zone !== undefined,
      },
      zone ?? { source: 'DL/T 5729; zone of the transformer not known', confidence: 'M?' },
    ),
    checkParameter(
      { rule: 'lowVoltage.drop', at, value: dropPercent, comparison: '<=', unit: '%' },
      'lowVoltage.maxDropPercent',
      parameters,
    ),
    checkRule(
      {
        rule: 'proof.lineAmpacity',
        at: conductor?.model ?? 'line',
        value: conductor ? ratedA : null,
        limit: (conductor && findAmpacityA(conductor, installation)) ?? 0,
        comparison: '<=',
        unit: 'A',
      },
      conductor ?? { source: 'conductor catalogue', confidence: 'F' },
    ),
  ]
  return {
    rank: 0,
    verdict: checks.some(failsHard) ? 'needs-exception' : 'passes',
    transformer: at,
    distanceM,
    route,
    conductor,
    dropPercent,
    loadingAfter,
    phases: need.voltage.phases,
    checks,
  }
}
