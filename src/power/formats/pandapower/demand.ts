import type { Fault } from '#kernel'
import type { FlowBus } from '../../flow/flow-case.ts'
import type { FrameRow } from './frames.ts'

/** Everything drawn and held at one bus, summed while the tables are read. */
export interface BusDemand {
  loadMw: number
  loadMvar: number
  currentLoadMw: number
  currentLoadMvar: number
  shuntMw: number
  shuntMvar: number
  kind: FlowBus['kind']
  setPu: number
  setDegree: number
}

export const noDemand = (): BusDemand => ({
  loadMw: 0,
  loadMvar: 0,
  currentLoadMw: 0,
  currentLoadMvar: 0,
  shuntMw: 0,
  shuntMvar: 0,
  kind: 'load',
  setPu: 1,
  setDegree: 0,
})

type Reader = (row: FrameRow, demand: BusDemand, busKv: number, faults: Fault[]) => void

const addPower =
  (sign: number): Reader =>
  (row, demand, _, faults) => {
    const scaling = sign * row.number('scaling', 1)
    demand.loadMw += scaling * row.needed('p_mw', faults)
    demand.loadMvar += scaling * row.number('q_mvar', 0)
  }

const addLoad: Reader = (row, demand, _, faults) => {
  const scaling = row.number('scaling', 1)
  const [mw, mvar] = [scaling * row.needed('p_mw', faults), scaling * row.number('q_mvar', 0)]
  const share = (part: 'z' | 'i', of: 'p' | 'q') =>
    row.number(`const_${part}_${of}_percent`, row.number(`const_${part}_percent`, 0)) / 100
  demand.shuntMw += mw * share('z', 'p')
  demand.shuntMvar += mvar * share('z', 'q')
  demand.currentLoadMw += mw * share('i', 'p')
  demand.currentLoadMvar += mvar * share('i', 'q')
  demand.loadMw += mw * (1 - share('z', 'p') - share('i', 'p'))
  demand.loadMvar += mvar * (1 - share('z', 'q') - share('i', 'q'))
}

const addThreePhases =
  (sign: number): Reader =>
  (row, demand) => {
    const scaling = sign * row.number('scaling', 1)
    for (const phase of ['a', 'b', 'c']) {
      demand.loadMw += scaling * row.number(`p_${phase}_mw`, 0)
      demand.loadMvar += scaling * row.number(`q_${phase}_mvar`, 0)
    }
  }

const addShunt: Reader = (row, demand, busKv, faults) => {
  const scale = row.number('step', 1) * (busKv / row.number('vn_kv', busKv)) ** 2
  demand.shuntMw += scale * row.number('p_mw', 0)
  demand.shuntMvar += scale * row.needed('q_mvar', faults)
}

const addWard: Reader = (row, demand) => {
  demand.loadMw += row.number('ps_mw', 0)
  demand.loadMvar += row.number('qs_mvar', 0)
  demand.shuntMw += row.number('pz_mw', 0)
  demand.shuntMvar += row.number('qz_mvar', 0)
}

const holdVoltage: Reader = (row, demand, _, faults) => {
  demand.loadMw -= row.number('scaling', 1) * row.number('p_mw', 0)
  const isSlack = row.flag('slack', false)
  if (demand.kind === 'slack') return
  demand.kind = isSlack ? 'slack' : 'voltage'
  demand.setPu = row.needed('vm_pu', faults)
}

const holdSlack: Reader = (row, demand, _, faults) => {
  demand.kind = 'slack'
  demand.setPu = row.needed('vm_pu', faults)
  demand.setDegree = row.number('va_degree', 0)
}

/** Tables whose rows stand at one bus, and what each adds to it. */
export const busTables: Readonly<Record<string, Reader>> = {
  load: addLoad,
  sgen: addPower(-1),
  storage: addPower(1),
  asymmetric_load: addThreePhases(1),
  asymmetric_sgen: addThreePhases(-1),
  shunt: addShunt,
  ward: addWard,
  gen: holdVoltage,
  ext_grid: holdSlack,
}
