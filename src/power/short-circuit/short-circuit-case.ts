/** A network as short-circuit calculation by IEC 60909-0 sees it. Impedances in ohm at the element's own voltage. */
export interface ShortCircuitCase {
  readonly buses: readonly { readonly name: string; readonly kv: number }[]
  readonly feeders: readonly NetworkFeeder[]
  readonly lines: readonly ShortCircuitLine[]
  readonly transformers: readonly ShortCircuitTransformer[]
  readonly motors?: readonly AsynchronousMotor[]
}

/** The network beyond a connection point, by its initial short-circuit current. */
export interface NetworkFeeder {
  readonly bus: number
  readonly maxKa: number
  /** Smallest current; by default the largest. */
  readonly minKa?: number
  readonly rOverX: number
  /** Zero-sequence over positive-sequence impedance; left out where the neutral beyond is not earthed. */
  readonly zeroOverPositive?: number
}

export interface ShortCircuitLine {
  readonly from: number
  readonly to: number
  /** At 20 °C. */
  readonly rOhm: number
  readonly xOhm: number
  readonly zeroROhm?: number
  readonly zeroXOhm?: number
  /** Conductor temperature at the end of the short circuit, for the smallest currents; by default 20 °C. */
  readonly endTemperatureC?: number
}

export interface ShortCircuitTransformer {
  readonly high: number
  readonly low: number
  readonly ratedMva: number
  readonly highKv: number
  readonly lowKv: number
  readonly shortCircuitPercent: number
  readonly loadLossKw: number
  /** For example `Dyn11`; says where zero-sequence current can flow. */
  readonly vectorGroup: string
  /** Zero-sequence over positive-sequence resistance and reactance; by default 1. */
  readonly zeroR?: number
  readonly zeroX?: number
}

/** Counted for the largest currents only. */
export interface AsynchronousMotor {
  readonly bus: number
  readonly ratedMva: number
  readonly kv: number
  /** Locked-rotor over rated current. */
  readonly startRatio: number
  readonly rOverX: number
}

export interface ShortCircuitOptions {
  readonly extreme: 'max' | 'min'
  /** Voltage factors by IEC 60909-0 table 1, rows of `short-circuit-factors.csv`. */
  readonly voltageFactors: readonly VoltageFactor[]
  readonly frequencyHz: number
}

/** c for nominal voltages from `fromKv` to `toKv`. */
export interface VoltageFactor {
  readonly fromKv: number
  readonly toKv: number
  readonly cMax: number
  readonly cMin: number
}
