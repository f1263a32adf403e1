import type { Fault } from '#kernel'
import type { FlowBranch, FlowBus, FlowLink } from '../../flow/flow-case.ts'

/** Where the buses of a case stand, for its branches. */
export interface BusIndex {
  readonly indexOf: ReadonlyMap<number, number>
  readonly buses: readonly FlowBus[]
}

export interface ReadBranches {
  readonly branches: readonly FlowBranch[]
  readonly links: readonly FlowLink[]
  /** The row of each, counted from 1. */
  readonly branchRows: readonly number[]
  readonly linkRows: readonly number[]
}

/** Reads the rows of `mpc.branch`; those without impedance become links. Faults at `branch[n].field`, counted from 1. */
export function readBranches(
  file: string,
  rows: readonly Float64Array[],
  index: BusIndex,
  faults: Fault[],
): ReadBranches {
  const branches: FlowBranch[] = []
  const links: FlowLink[] = []
  const branchRows: number[] = []
  const linkRows: number[] = []
  for (const [at, row] of rows.entries()) {
    const ends = checkRow(`${file}:branch[${at + 1}]`, row, index, faults)
    if (!ends) continue
    const [fromNumber, toNumber, r, x] = row
    if (r !== 0 || x !== 0) {
      branches.push(readBranch(`${fromNumber}-${toNumber}`, row, ends, index))
      branchRows.push(at + 1)
    } else if (ends.isClosed) {
      links.push({ from: ends.from, to: ends.to })
      linkRows.push(at + 1)
    }
  }
  return { branches, links, branchRows, linkRows }
}

interface Ends {
  readonly from: number
  readonly to: number
  readonly isClosed: boolean
}

function checkRow(path: string, row: Float64Array, { indexOf, buses }: BusIndex, faults: Fault[]): Ends | undefined {
  const [fromNumber = 0, toNumber = 0, r, x, b, , , , tap, shift, status] = row
  const find = (number: number, field: string) => {
    const place = indexOf.get(number)
    if (place === undefined)
      faults.push({ path: `${path}.${field}`, code: 'network.busUnknown', data: { found: number } })
    return place
  }
  const [from, to] = [find(fromNumber, 'F_BUS'), find(toNumber, 'T_BUS')]
  for (const [field, value] of Object.entries({ BR_R: r, BR_X: x, BR_B: b, TAP: tap, SHIFT: shift })) {
    if (Number.isFinite(value)) continue
    faults.push({ path: `${path}.${field}`, code: 'network.notANumber', data: { found: String(value) } })
  }
  const isTransformer = tap !== 0 || shift !== 0
  if (r === 0 && x === 0 && isTransformer) faults.push({ path: `${path}.BR_X`, code: 'network.impedanceZero' })
  if (from === undefined || to === undefined) return undefined
  // A branch at an isolated bus is out with it.
  const isClosed = status === 1 && buses[from]?.isInService === true && buses[to]?.isInService === true
  return { from, to, isClosed }
}

function readBranch(name: string, row: Float64Array, { from, to, isClosed }: Ends, { buses }: BusIndex): FlowBranch {
  const [, , r = 0, x = 0, b = 0, rateA = 0, , , tap = 0, shift = 0] = row
  const rating = (bus: number): number | undefined => {
    const kv = buses[bus]?.kv ?? 0
    return rateA > 0 && kv > 0 ? (rateA * 1000) / (Math.sqrt(3) * kv) : undefined
  }
  const [ratedFromA, ratedToA] = [rating(from), rating(to)]
  return {
    name,
    from,
    to,
    rPu: r,
    xPu: x,
    gFromPu: 0,
    bFromPu: b / 2,
    gToPu: 0,
    bToPu: b / 2,
    ratio: tap === 0 ? 1 : tap,
    shiftDegree: shift,
    isFromClosed: isClosed,
    isToClosed: isClosed,
    ...(ratedFromA !== undefined && { ratedFromA }),
    ...(ratedToA !== undefined && { ratedToA }),
  }
}
