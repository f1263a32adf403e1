/**
 * A network as power flow sees it: buses, branches by their π model, links without impedance. Every reader
 * (MATPOWER, pandapower, power-grid-model, our own sheets) ends here; the solvers know nothing else.
 */
export interface FlowBus {
  readonly name: string
  /** Nominal voltage, kV; 0 where the file does not say, and currents are then not known in ampere. */
  readonly kv: number
  /** `slack` holds voltage and angle, `voltage` holds voltage and active power (PV), `load` holds P and Q (PQ). */
  readonly kind: 'load' | 'voltage' | 'slack'
  readonly isInService: boolean
  /** Constant-power demand less generation, MW and Mvar. */
  readonly loadMw: number
  readonly loadMvar: number
  /** Constant-current demand at 1 pu, MW and Mvar. */
  readonly currentLoadMw?: number
  readonly currentLoadMvar?: number
  /** Constant-impedance demand at 1 pu (shunts too), MW and Mvar; a capacitor is negative Mvar. */
  readonly shuntMw: number
  readonly shuntMvar: number
  /** Voltage held, pu and degrees; on a load bus the start value. */
  readonly setPu: number
  readonly setDegree: number
}

/**
 * π model in per unit: series r + jx, shunts at both ends, ideal transformer at the from end with complex ratio
 * `ratio`∠`shiftDegree` (from voltage over internal voltage).
 */
export interface FlowBranch {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly rPu: number
  readonly xPu: number
  readonly gFromPu: number
  readonly bFromPu: number
  readonly gToPu: number
  readonly bToPu: number
  readonly ratio: number
  readonly shiftDegree: number
  readonly isFromClosed: boolean
  readonly isToClosed: boolean
  /** Rated current at each end, A; undefined where not known. */
  readonly ratedFromA?: number
  readonly ratedToA?: number
}

/** Two buses joined without impedance: a closed bus coupler, a switch. */
export interface FlowLink {
  readonly from: number
  readonly to: number
}

export interface FlowCase {
  readonly name: string
  readonly baseMva: number
  readonly buses: readonly FlowBus[]
  readonly branches: readonly FlowBranch[]
  readonly links: readonly FlowLink[]
}
