import type { Fault } from '#kernel'
import type { FlowBranch } from '../../flow/flow-case.ts'
import { turnStarToPi } from '../transformer-model.ts'
import type { FrameRow } from './frames.ts'

interface Ends {
  readonly from: number
  readonly to: number
  readonly fromKv: number
  readonly toKv: number
  readonly isFromClosed: boolean
  readonly isToClosed: boolean
}

/**
 * A two-winding transformer by its T circuit, as pandapower takes it by default: short-circuit impedance on the
 * low-voltage side, iron losses and magnetising current in the middle, tap and vector group in the ratio.
 */
export function readTransformer(row: FrameRow, ends: Ends, baseMva: number, faults: Fault[]): FlowBranch {
  const parallel = row.number('parallel', 1)
  const ratedMva = row.needed('sn_mva', faults)
  const ratedHighKv = row.needed('vn_hv_kv', faults)
  const ratedLowKv = row.needed('vn_lv_kv', faults)
  const tap = readTap(row, ratedHighKv, ratedLowKv, faults)
  const toBase = (tap.lowKv / ends.toKv) ** 2 * (baseMva / ratedMva)
  const z = (row.needed('vk_percent', faults) / 100) * toBase
  const r = (row.needed('vkr_percent', faults) / 100) * toBase
  if (!(z > 0 && r <= z)) faults.push({ path: `${row.path}.vk_percent`, code: 'network.impedanceZero' })
  const ironMw = row.number('pfe_kw', 0) / 1000
  const idleMva = (row.number('i0_percent', 0) / 100) * ratedMva
  const shuntBase = (ends.toKv / tap.lowKv) ** 2 * (parallel / baseMva)
  const magnetisingMvar = Math.sqrt(Math.max(0, idleMva ** 2 - ironMw ** 2))
  const model = turnStarToPi(
    r / parallel,
    Math.sqrt(Math.max(0, z ** 2 - r ** 2)) / parallel,
    ironMw * shuntBase,
    -magnetisingMvar * shuntBase,
  )
  const ratedA = (kv: number) => (ratedMva * parallel * row.number('df', 1) * 1000) / (Math.sqrt(3) * kv)
  return {
    name: row.text('name') ?? `trafo ${row.index}`,
    from: ends.from,
    to: ends.to,
    ...model,
    ratio: (tap.highKv / tap.lowKv) * (ends.toKv / ends.fromKv),
    shiftDegree: row.number('shift_degree', 0) + tap.shiftDegree,
    isFromClosed: ends.isFromClosed,
    isToClosed: ends.isToClosed,
    ratedFromA: ratedA(ratedHighKv),
    ratedToA: ratedA(ratedLowKv),
  }
}

interface Tap {
  readonly highKv: number
  readonly lowKv: number
  readonly shiftDegree: number
}

function readTap(row: FrameRow, highKv: number, lowKv: number, faults: Fault[]): Tap {
  const neutral = row.number('tap_neutral', 0)
  const steps = row.number('tap_pos', neutral) - neutral
  const side = row.text('tap_side')
  const kind = row.has('tap_changer_type')
    ? row.text('tap_changer_type')
    : row.flag('tap_phase_shifter', false)
      ? 'Ideal'
      : 'Ratio'
  const untouched = { highKv, lowKv, shiftDegree: 0 }
  if (steps === 0 || !side || !kind) return untouched
  const direction = side === 'hv' ? 1 : -1
  const stepDegree = row.number('tap_step_degree', 0)
  if (kind === 'Ideal') {
    const percent = row.number('tap_step_percent', 0)
    const turn = percent === 0 ? steps * stepDegree : steps * 2 * ((Math.asin(percent / 200) * 180) / Math.PI)
    return { ...untouched, shiftDegree: direction * turn }
  }
  if (kind !== 'Ratio') {
    faults.push({ path: `${row.path}.tap_changer_type`, code: 'pandapower.tapNotSupported', data: { found: kind } })
    return untouched
  }
  const kv = side === 'hv' ? highKv : lowKv
  const change = (kv * steps * row.number('tap_step_percent', 0)) / 100
  const angle = (stepDegree * Math.PI) / 180
  const [along, across] = [kv + change * Math.cos(angle), change * Math.sin(angle)]
  const moved = Math.hypot(along, across)
  const shiftDegree = (direction * Math.atan2(across, along) * 180) / Math.PI
  return side === 'hv' ? { highKv: moved, lowKv, shiftDegree } : { highKv, lowKv: moved, shiftDegree }
}
