import type { Plane, PlanePoint } from '#kernel'

/** A place sections and switches can end at. */
export interface NetworkPoint extends PlanePoint {
  readonly name: string
  readonly kind: 'bus-section' | 'pole' | 'ring-main-unit' | 'switching-station' | 'joint'
  readonly kv: number
  readonly spareBays: number
  /** Where the row stood. */
  readonly path: string
}

export interface BusSection {
  readonly name: string
  readonly point: number
  readonly substation: number
  readonly kv: number
  /** The line or transformer that feeds it: two sections of one incomer are one source. */
  readonly incomer: string
  readonly spareBays: number
  readonly setPu: number
  /** Short-circuit power of the largest fault at the bus section, MVA; undefined where not known. */
  readonly shortCircuitMva: number | undefined
  readonly rOverX: number
}

export interface Substation extends PlanePoint {
  readonly name: string
  readonly highKv: number
}

export interface MainTransformer {
  readonly name: string
  readonly substation: number
  readonly busSection: number
  readonly ratedMva: number
  readonly historicMaxMva: number
  readonly promisedKva: number
}

export interface Feeder {
  readonly name: string
  readonly busSection: number
  readonly kv: number
  readonly ratedA: number
  readonly historicMaxA: number
  readonly users: number
  readonly promisedKva: number
}

export interface Section {
  readonly name: string
  readonly feeder: number
  readonly from: number
  readonly to: number
  readonly laying: 'overhead' | 'cable'
  readonly model: string | undefined
  readonly lengthM: number
  readonly rOhm: number
  readonly xOhm: number
  readonly ratedA: number
  /** Capacitance of the whole length, nF; 0 where it is not known. */
  readonly cNf: number
  readonly path: string
}

export interface NetworkSwitch {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly kind: 'breaker' | 'load-break' | 'disconnector'
  readonly isClosed: boolean
  readonly path: string
}

export interface DistributionTransformer {
  readonly name: string
  readonly point: number
  readonly kva: number
  readonly lowKv: number
  readonly isPublic: boolean
  readonly historicMaxKw: number | undefined
  /** Highest current of each phase on the low side, A. */
  readonly phaseAMaxA?: number | undefined
  readonly phaseBMaxA?: number | undefined
  readonly phaseCMaxA?: number | undefined
  /** Supply zone A+ to E (DL/T 5729). */
  readonly zone: string | undefined
}

export interface SupplyPoint extends PlanePoint {
  readonly name: string
  readonly phases: number
  readonly kw: number
}

/** A low-voltage line between a transformer, poles and supply points, each by name. */
export interface LowVoltageLine {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly model: string
  readonly lengthM: number
}

/** When the figures of a network file were measured; plain dates, both ends included. */
export interface MeasuredPeriod {
  readonly maximaFrom: string
  readonly maximaUntil: string
  /** Day on which the spare bays were counted; undefined where it is not told. */
  readonly baysCountedOn: string | undefined
}

/** The medium-voltage network of an area with what hangs on it. Numbers refer to places in the arrays. */
export interface Network {
  readonly plane: Plane
  readonly substations: readonly Substation[]
  readonly busSections: readonly BusSection[]
  readonly mainTransformers: readonly MainTransformer[]
  readonly feeders: readonly Feeder[]
  readonly points: readonly NetworkPoint[]
  readonly sections: readonly Section[]
  readonly switches: readonly NetworkSwitch[]
  readonly distributionTransformers: readonly DistributionTransformer[]
  readonly lowVoltageLines: readonly LowVoltageLine[]
  readonly supplyPoints: readonly SupplyPoint[]
  /** False where the file has no positions: nothing can be drawn, and no plan be drafted. */
  readonly hasPlaces: boolean
  /** Undefined where the file does not say. */
  readonly measured: MeasuredPeriod | undefined
}
