import { type Conductor, findAmpacityA } from '../sizing/conductor.ts'
import { checkParameter, checkRule, type RuleCheck } from './check.ts'
import { type AccessPlace, type Drafting, getAddedKw } from './drafting.ts'
import { type FaultLevel, getWithstandKa } from './fault-level.ts'
import type { FeederFlow } from './feeder-flow.ts'
import type { LoadTransfer } from './load-transfer.ts'
import { checkAccessQuality } from './quality-checks.ts'
import type { TransformerTransfer } from './transformer-transfer.ts'

export interface ConnectionFigures {
  readonly flow: FeederFlow | undefined
  readonly transfer: LoadTransfer | undefined
  readonly transformerTransfer: TransformerTransfer | undefined
  readonly lineDropPercent: number
  readonly customerVoltagePu: number
  readonly conductor: Conductor
  readonly laying: 'overhead' | 'cable'
  readonly ratedA: number
  readonly faultLevels: readonly FaultLevel[] | undefined
}

/** Every rule of access (forms.md, rule 4) and of electrical proof, each with number, limit, source and verdict. */
export function checkAccess(drafting: Drafting, access: AccessPlace, figures: ConnectionFigures): RuleCheck[] {
  const own = [
    ...checkMainTransformer(drafting, access, figures),
    ...checkVoltage(drafting, figures),
    ...checkLine(drafting, figures),
    ...checkAccessQuality(drafting, access),
  ]
  return access.feeder >= 0
    ? [...checkFeeder(drafting, access, figures), ...checkBays(drafting, access), ...own]
    : [...checkSubstationBay(drafting, access), ...own]
}

function checkFeeder(
  { prepared, standards, need }: Drafting,
  access: AccessPlace,
  { flow, transfer }: ConnectionFigures,
): RuleCheck[] {
  const { parameters } = standards
  const state = prepared.feeders[access.feeder]
  const feeder = prepared.network.feeders[access.feeder]
  if (!state || !feeder) return []
  const at = feeder.name
  const movedKva = transfer?.kva ?? 0
  const open = parameters.find((row) => row.name === 'access.maxFeederLoading')
  const loading = (state.historicKva - movedKva) / state.ratedKva
  const after = (state.historicKva - movedKva + getAddedKw(access) / need.cosPhi) / state.ratedKva
  return [
    checkParameter(
      { rule: 'access.feederLoading', at, value: loading, comparison: '<', unit: '' },
      'access.maxFeederLoading',
      parameters,
    ),
    checkRule(
      {
        rule: 'access.feederOpenCapacity',
        at,
        value: state.openKva + movedKva,
        limit: access.addedKva,
        comparison: '>',
        unit: 'kVA',
      },
      open ?? { source: '', confidence: 'M?' },
    ),
    checkParameter(
      { rule: 'access.usersPerFeeder', at, value: feeder.users, comparison: '<=', unit: '' },
      'access.maxUsersPerFeeder',
      parameters,
    ),
    checkParameter(
      { rule: 'access.feederLoss', at, value: flow?.converged ? flow.lossPercent : null, comparison: '<=', unit: '%' },
      'access.maxLossPercent',
      parameters,
    ),
    checkRule(
      { rule: 'proof.feederLoadingAfter', at, value: after, limit: 1, comparison: '<=', unit: '' },
      { source: 'rated current of the feeder', confidence: 'M+' },
    ),
    checkRule(
      {
        rule: 'proof.sectionLoading',
        at: flow?.fullestSection ?? at,
        value: flow?.converged ? flow.fullestLoading : null,
        limit: 1,
        comparison: '<=',
        unit: '',
      },
      { source: 'rated current of the section', confidence: 'M+' },
    ),
  ]
}

function checkBays({ prepared, standards }: Drafting, access: AccessPlace): RuleCheck[] {
  const point = prepared.network.points[access.point]
  // Who is tied in already keeps his bay.
  if (access.isPresent || !point || (point.kind !== 'ring-main-unit' && point.kind !== 'switching-station')) return []
  return [
    checkParameter(
      { rule: 'access.spareBays', at: point.name, value: point.spareBays, comparison: '>=', unit: '' },
      'access.minSpareBays',
      standards.parameters,
    ),
  ]
}

function checkSubstationBay({ prepared }: Drafting, access: AccessPlace): RuleCheck[] {
  const point = prepared.network.points[access.point]
  const from = { source: '10 kV access rule set of one company', confidence: 'F' as const }
  return [
    checkRule(
      {
        rule: 'access.substationBay',
        at: point?.name ?? '',
        value: point?.spareBays ?? null,
        limit: 1,
        comparison: '>=',
        unit: '',
      },
      from,
    ),
  ]
}

function checkMainTransformer(
  { prepared, standards }: Drafting,
  access: AccessPlace,
  { transformerTransfer }: ConnectionFigures,
): RuleCheck[] {
  const at = prepared.topology.busSection[access.point] as number
  const state = transformerTransfer?.stateAfter ?? prepared.mainTransformers[at]
  const name =
    transformerTransfer?.toTransformer ??
    prepared.network.mainTransformers.find((transformer) => transformer.busSection === at)?.name ??
    prepared.network.busSections[at]?.name ??
    ''
  const limit = standards.parameters.find((row) => row.name === 'access.maxTransformerLoading')
  return [
    checkRule(
      {
        rule: 'access.transformerOpenCapacity',
        at: name,
        value: state?.openKva ?? null,
        limit: access.addedKva,
        comparison: '>',
        unit: 'kVA',
      },
      limit ?? { source: '', confidence: 'M?' },
    ),
    checkParameter(
      { rule: 'access.transformerLoading', at: name, value: state?.loading ?? null, comparison: '<', unit: '' },
      'access.maxTransformerLoading',
      standards.parameters,
    ),
  ]
}

function checkVoltage(
  { standards, need }: Drafting,
  { flow, customerVoltagePu, lineDropPercent }: ConnectionFigures,
): RuleCheck[] {
  const { parameters } = standards
  const name = need.voltage.kv >= 35 ? 'voltage.maxSumFrom35kvPercent' : 'voltage.maxDeviationUpTo20kvPercent'
  const isSolved = flow === undefined || flow.converged
  const off = (pu: number) => (isSolved ? 100 * Math.abs(1 - pu) : null)
  return [
    checkParameter(
      { rule: 'proof.customerVoltage', at: 'customer', value: off(customerVoltagePu), comparison: '<=', unit: '%' },
      name,
      parameters,
    ),
    ...(flow
      ? [
          checkParameter(
            { rule: 'proof.feederVoltage', at: 'feeder', value: off(flow.minVoltagePu), comparison: '<=', unit: '%' },
            name,
            parameters,
          ),
        ]
      : []),
    checkParameter(
      { rule: 'proof.lineDrop', at: 'customer line', value: lineDropPercent, comparison: '<=', unit: '%' },
      'plan.maxRouteDropPercent',
      parameters,
    ),
  ]
}

function checkLine(
  { standards }: Drafting,
  { conductor, laying, ratedA, faultLevels }: ConnectionFigures,
): RuleCheck[] {
  const { parameters } = standards
  const ampacityA = findAmpacityA(conductor, laying === 'cable' ? 'duct' : 'air') ?? 0
  const atAccess = faultLevels?.find((level) => level.at === 'access')
  const withstandKa = getWithstandKa(conductor, standards)
  return [
    checkRule(
      { rule: 'proof.lineAmpacity', at: conductor.model, value: ratedA, limit: ampacityA, comparison: '<=', unit: 'A' },
      conductor,
    ),
    checkParameter(
      { rule: 'proof.faultLevel', at: 'access', value: atAccess?.threePhaseKa ?? null, comparison: '<=', unit: 'kA' },
      'shortCircuit.maxKa10kv',
      parameters,
    ),
    checkRule(
      {
        rule: 'proof.thermalWithstand',
        at: conductor.model,
        value: atAccess?.thermalKa ?? null,
        limit: withstandKa,
        comparison: '<=',
        unit: 'kA',
      },
      { source: 'GB 50217', confidence: 'M+' },
    ),
  ]
}
