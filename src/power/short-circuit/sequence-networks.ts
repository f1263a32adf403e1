import type {
  ShortCircuitCase,
  ShortCircuitLine,
  ShortCircuitOptions,
  ShortCircuitTransformer,
  VoltageFactor,
} from './short-circuit-case.ts'

/** Complex admittances of one sequence network, per unit of 1 MVA and the buses' nominal voltages. */
export interface SequenceNetwork {
  readonly shunts: readonly { readonly bus: number; readonly g: number; readonly b: number }[]
  readonly series: readonly {
    readonly from: number
    readonly to: number
    readonly r: number
    readonly x: number
    readonly ratio: number
  }[]
}

export function getVoltageFactor(kv: number, { voltageFactors, extreme }: ShortCircuitOptions): number {
  const row: VoltageFactor | undefined = voltageFactors.find((factor) => kv > factor.fromKv && kv <= factor.toKv)
  if (!row) throw new Error(`no voltage factor for ${kv} kV`)
  return extreme === 'max' ? row.cMax : row.cMin
}

const invert = (r: number, x: number) => ({ g: r / (r * r + x * x), b: -x / (r * r + x * x) })
const kvOf = (source: ShortCircuitCase, bus: number): number => source.buses[bus]?.kv ?? Number.NaN

/** Splits |z| by R/X. */
function splitImpedance(z: number, rOverX: number): { r: number; x: number } {
  const x = z / Math.hypot(1, rOverX)
  return { r: x * rOverX, x }
}

export function buildPositive(source: ShortCircuitCase, options: ShortCircuitOptions): SequenceNetwork {
  const feeders = source.feeders.map((feeder) => {
    const { r, x } = splitImpedance(getFeederPu(source, feeder, options), feeder.rOverX)
    return { bus: feeder.bus, ...invert(r, x) }
  })
  const motors = options.extreme === 'min' ? [] : (source.motors ?? [])
  const motorShunts = motors.map((motor) => {
    const z = (motor.kv / kvOf(source, motor.bus)) ** 2 / (motor.startRatio * motor.ratedMva)
    const { r, x } = splitImpedance(z, motor.rOverX)
    return { bus: motor.bus, ...invert(r, x) }
  })
  const lines = source.lines.map((line) => {
    const base = kvOf(source, line.from) ** 2
    return {
      from: line.from,
      to: line.to,
      r: (line.rOhm * getWarming(line, options)) / base,
      x: line.xOhm / base,
      ratio: 1,
    }
  })
  const transformers = source.transformers.map((transformer) => {
    const { r, x } = getTransformerPu(source, transformer, options)
    return { from: transformer.high, to: transformer.low, r, x, ratio: getRatio(source, transformer) }
  })
  return { shunts: [...feeders, ...motorShunts], series: [...lines, ...transformers] }
}

/** Lines without zero-sequence data stop zero-sequence current, so that a missing figure never raises a result. */
export function buildZero(source: ShortCircuitCase, options: ShortCircuitOptions): SequenceNetwork {
  const shunts: { bus: number; g: number; b: number }[] = []
  const series: { from: number; to: number; r: number; x: number; ratio: number }[] = []
  for (const feeder of source.feeders) {
    if (feeder.zeroOverPositive === undefined) continue
    const { r, x } = splitImpedance(getFeederPu(source, feeder, options) * feeder.zeroOverPositive, feeder.rOverX)
    shunts.push({ bus: feeder.bus, ...invert(r, x) })
  }
  for (const line of source.lines) {
    if (line.zeroROhm === undefined || line.zeroXOhm === undefined) continue
    const base = kvOf(source, line.from) ** 2
    series.push({
      from: line.from,
      to: line.to,
      r: (line.zeroROhm * getWarming(line, options)) / base,
      x: line.zeroXOhm / base,
      ratio: 1,
    })
  }
  for (const transformer of source.transformers) {
    const { r: r1, x: x1 } = getTransformerPu(source, transformer, options)
    const [r, x] = [r1 * (transformer.zeroR ?? 1), x1 * (transformer.zeroX ?? 1)]
    const ratio = getRatio(source, transformer)
    const path = getZeroPath(transformer.vectorGroup)
    if (path === 'through') series.push({ from: transformer.high, to: transformer.low, r, x, ratio })
    else if (path === 'low') shunts.push({ bus: transformer.low, ...invert(r, x) })
    else if (path === 'high') shunts.push({ bus: transformer.high, ...invert(r * ratio ** 2, x * ratio ** 2) })
  }
  return { shunts, series }
}

function getFeederPu(
  source: ShortCircuitCase,
  feeder: ShortCircuitCase['feeders'][number],
  options: ShortCircuitOptions,
): number {
  const kv = kvOf(source, feeder.bus)
  const ka = options.extreme === 'max' ? feeder.maxKa : (feeder.minKa ?? feeder.maxKa)
  return getVoltageFactor(kv, options) / (Math.sqrt(3) * kv * ka)
}

const getRatio = (source: ShortCircuitCase, { high, low, highKv, lowKv }: ShortCircuitTransformer): number =>
  (highKv / lowKv) * (kvOf(source, low) / kvOf(source, high))

/** Short-circuit impedance on the low side with the correction factor K_T (IEC 60909-0, 6.3.3). */
function getTransformerPu(
  source: ShortCircuitCase,
  transformer: ShortCircuitTransformer,
  options: ShortCircuitOptions,
) {
  const z = transformer.shortCircuitPercent / 100
  const r = transformer.loadLossKw / 1000 / transformer.ratedMva
  const x = Math.sqrt(Math.max(0, z * z - r * r))
  const lowKv = kvOf(source, transformer.low)
  const correction = (0.95 * getVoltageFactor(lowKv, { ...options, extreme: 'max' })) / (1 + 0.6 * x)
  const toBase = (correction * (transformer.lowKv / lowKv) ** 2) / transformer.ratedMva
  return { r: r * toBase, x: x * toBase }
}

/** Resistance at the end of the short circuit over that at 20 °C: 1 + 0.004·(θ − 20), smallest currents only. */
const getWarming = (line: ShortCircuitLine, { extreme }: ShortCircuitOptions): number =>
  extreme === 'min' ? 1 + 0.004 * ((line.endTemperatureC ?? 20) - 20) : 1

/** Where zero-sequence current passes a transformer of that vector group. */
export function getZeroPath(vectorGroup: string): 'through' | 'low' | 'high' | 'none' {
  const high = /^(YN|ZN|Y|Z|D)/.exec(vectorGroup)?.[0] ?? ''
  const low = /(yn|zn|y|z|d)\d*$/.exec(vectorGroup)?.[1] ?? ''
  const isHighEarthed = high === 'YN'
  const isLowEarthed = low === 'yn'
  if (low === 'zn') return 'low'
  if (high === 'ZN') return 'high'
  if (isHighEarthed && isLowEarthed) return 'through'
  if (isLowEarthed && high === 'D') return 'low'
  if (isHighEarthed && low === 'd') return 'high'
  return 'none'
}
