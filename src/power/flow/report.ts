import type { HalfOpenBranch } from './compile.ts'
import type { SolvedFlow } from './solve-flow.ts'

export interface BusReport {
  readonly bus: string
  /** null where nothing feeds the bus. */
  readonly voltagePu: number | null
  readonly voltageKv: number | null
  readonly angleDegree: number | null
  /** Generation less demand at the bus's node, kW and kvar. */
  readonly injectedKw: number | null
  readonly injectedKvar: number | null
}

export interface BranchReport {
  readonly branch: string
  readonly from: string
  readonly to: string
  readonly fromKw: number
  readonly fromKvar: number
  readonly toKw: number
  readonly toKvar: number
  readonly lossKw: number
  readonly lossKvar: number
  /** null where the voltage base is not known. */
  readonly fromA: number | null
  readonly toA: number | null
  /** null where no rating is known. */
  readonly loadingPercent: number | null
}

export interface FlowReport {
  readonly name: string
  readonly converged: boolean
  /** Why the numbers mean nothing, when they do. */
  readonly reason?: 'no-source' | 'no-solution'
  readonly method: 'sweep' | 'newton'
  readonly iterations: number
  readonly mismatchPu: number | null
  readonly lossKw: number | null
  readonly lossKvar: number | null
  readonly minVoltagePu: number | null
  readonly minVoltageBus: string | null
  /** Buses in service that no source feeds. */
  readonly unfedBuses: readonly string[]
  readonly buses: readonly BusReport[]
  readonly branches: readonly BranchReport[]
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)
const degree = (rad: number): number => (rad * 180) / Math.PI

/** The solution in kW, kvar, A and degrees, by the names of the file it came from. */
export function reportFlow(solved: SolvedFlow): FlowReport {
  const { compiled, solution, method } = solved
  const { source } = compiled
  const baseKw = source.baseMva * 1000
  const minVoltageBus = source.buses.findIndex(
    (bus, at) => bus.isInService && compiled.nodeOfBus[at] === solution.minVoltageNode,
  )
  const isKnown = solution.converged
  return {
    name: source.name,
    converged: solution.converged,
    ...(!solution.converged && { reason: solved.isWithoutSource ? 'no-source' : 'no-solution' }),
    method,
    iterations: solution.iterations,
    mismatchPu: orNull(solution.mismatchPu),
    lossKw: isKnown ? solution.lossP * baseKw : null,
    lossKvar: isKnown ? solution.lossQ * baseKw : null,
    minVoltagePu: isKnown ? solution.minVoltagePu : null,
    minVoltageBus: isKnown ? (source.buses[minVoltageBus]?.name ?? null) : null,
    unfedBuses: source.buses
      .filter((bus, at) => bus.isInService && compiled.kind[compiled.nodeOfBus[at] as number] === 3)
      .map((bus) => bus.name),
    buses: isKnown ? reportBuses(solved, baseKw) : [],
    branches: isKnown ? reportBranches(solved, baseKw) : [],
  }
}

function reportBuses({ compiled, solution }: SolvedFlow, baseKw: number): BusReport[] {
  return compiled.source.buses.map((bus, at) => {
    const node = compiled.nodeOfBus[at] as number
    const voltage = solution.voltagePu[node] as number
    return {
      bus: bus.name,
      voltagePu: orNull(voltage),
      voltageKv: bus.kv > 0 ? orNull(voltage * bus.kv) : null,
      angleDegree: orNull(degree(solution.angleRad[node] as number)),
      injectedKw: orNull((solution.injectedP[node] as number) * baseKw),
      injectedKvar: orNull((solution.injectedQ[node] as number) * baseKw),
    }
  })
}

function reportBranches({ compiled, solution }: SolvedFlow, baseKw: number): BranchReport[] {
  const { source, branchOfEdge, edgeCount } = compiled
  const reports: BranchReport[] = []
  for (let edge = 0; edge < edgeCount; edge++) {
    const branch = source.branches[branchOfEdge[edge] as number]
    const [from, to] = [source.buses[branch?.from ?? -1], source.buses[branch?.to ?? -1]]
    if (!branch || !from || !to) continue
    const kilo = (values: Float64Array) => (values[edge] as number) * baseKw
    const ampere = (values: Float64Array, kv: number) => orNull(kilo(values) / (Math.sqrt(3) * kv))
    reports.push({
      branch: branch.name,
      from: from.name,
      to: to.name,
      fromKw: kilo(solution.fromP),
      fromKvar: kilo(solution.fromQ),
      toKw: kilo(solution.toP),
      toKvar: kilo(solution.toQ),
      lossKw: kilo(solution.fromP) + kilo(solution.toP),
      lossKvar: kilo(solution.fromQ) + kilo(solution.toQ),
      fromA: ampere(solution.fromCurrentPu, from.kv),
      toA: ampere(solution.toCurrentPu, to.kv),
      loadingPercent: orNull((solution.loading[edge] as number) * 100),
    })
  }
  return [...reports, ...compiled.halfOpen.flatMap((half) => reportHalfOpen(half, { compiled, solution }, baseKw))]
}

function reportHalfOpen(
  half: HalfOpenBranch,
  { compiled, solution }: Pick<SolvedFlow, 'compiled' | 'solution'>,
  baseKw: number,
): BranchReport[] {
  const branch = compiled.source.branches[half.branch]
  const [from, to] = [compiled.source.buses[branch?.from ?? -1], compiled.source.buses[branch?.to ?? -1]]
  if (!branch || !from || !to) return []
  const voltage = solution.voltagePu[half.node] as number
  const [kw, kvar] = [half.g * voltage ** 2 * baseKw, -half.b * voltage ** 2 * baseKw]
  const { kv } = half.isFromEnd ? from : to
  const ampere = orNull(Math.hypot(kw, kvar) / (Math.sqrt(3) * kv * voltage))
  const rated = half.isFromEnd ? branch.ratedFromA : branch.ratedToA
  return [
    {
      branch: branch.name,
      from: from.name,
      to: to.name,
      fromKw: half.isFromEnd ? kw : 0,
      fromKvar: half.isFromEnd ? kvar : 0,
      toKw: half.isFromEnd ? 0 : kw,
      toKvar: half.isFromEnd ? 0 : kvar,
      lossKw: kw,
      lossKvar: kvar,
      fromA: half.isFromEnd ? ampere : 0,
      toA: half.isFromEnd ? 0 : ampere,
      loadingPercent: ampere === null || rated === undefined ? null : (100 * ampere) / rated,
    },
  ]
}
