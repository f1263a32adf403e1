import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { getAccepted } from '#kernel'
import {
  buildNetwork,
  draftPlans,
  type FlowReport,
  prepareNetwork,
  readPandapower,
  readPlanRequest,
  readPowerGridModel,
  reportFlow,
  sheetsFromPandapower,
  solveFlow,
  standardsOn,
  toFlowCase,
  traceTopology,
} from '#power'
import { hasReferenceData, readReference } from './reference-data.ts'

type Frame = { readonly columns: string[]; readonly index: number[]; readonly data: (number | null)[][] }
type Net = Record<string, { readonly _object: string }>

function solve(name: string): { report: FlowReport; column: (table: string, name: string) => (number | null)[] } {
  const content = JSON.parse(readReference(`grids/${name}_solved.json`)) as { _object: Net }
  const report = reportFlow(solveFlow(getAccepted(readPandapower(name, content))))
  const column = (table: string, wanted: string) => {
    const frame = JSON.parse(content._object[table]?._object ?? '') as Frame
    return frame.data.map((row) => row[frame.columns.indexOf(wanted)] ?? null)
  }
  return { report, column }
}

const largestGap = (found: readonly (number | null)[], wanted: readonly (number | null)[]): number => {
  expect(found.length).toBe(wanted.length)
  expect(found.map((value) => value === null)).toEqual(wanted.map((value) => value === null))
  return Math.max(...found.map((value, at) => Math.abs((value ?? 0) - (wanted[at] ?? 0))))
}

/** Angles a whole turn apart are the same angle. */
const largestTurn = (found: readonly (number | null)[], wanted: readonly (number | null)[]): number =>
  Math.max(
    ...found.map((value, at) => Math.abs((((((value ?? 0) - (wanted[at] ?? 0) + 180) % 360) + 360) % 360) - 180)),
  )

describe.skipIf(!hasReferenceData)('pandapower nets against their result tables', () => {
  it.each([
    ['cigre_mv', 303.582, 0.92298],
    ['mv_oberrhein', 1017.697, 0.97562],
  ])('%s: every bus and line', (name, lossKw, minVoltagePu) => {
    const { report, column } = solve(name)
    expect(report.converged).toBe(true)
    expect(report.mismatchPu).toBeLessThanOrEqual(1e-8)
    expect(
      largestGap(
        report.buses.map((bus) => bus.voltagePu),
        column('res_bus', 'vm_pu'),
      ),
    ).toBeLessThanOrEqual(1e-6)
    expect(
      largestTurn(
        report.buses.map((bus) => bus.angleDegree),
        column('res_bus', 'va_degree'),
      ),
    ).toBeLessThanOrEqual(1e-4)
    expect(report.lossKw).toBeCloseTo(lossKw, 3)
    expect(report.minVoltagePu).toBeCloseTo(minVoltagePu, 5)
    const losses = [...column('res_line', 'pl_mw'), ...column('res_trafo', 'pl_mw')].reduce<number>(
      (sum, mw) => sum + (mw ?? 0),
      0,
    )
    expect(Math.abs((report.lossKw ?? 0) - losses * 1000)).toBeLessThanOrEqual(1e-3)
  })

  it.each(['cigre_mv', 'mv_oberrhein'])('%s: powers, currents and loadings of lines and transformers', (name) => {
    const { report, column } = solve(name)
    const lineMw = column('res_line', 'p_from_mw')
    const loading = column('res_line', 'loading_percent')
    const content = JSON.parse(readReference(`grids/${name}_solved.json`)) as { _object: Net }
    const lines = JSON.parse(content._object.line?._object ?? '') as { columns: string[]; data: (string | number)[][] }
    const nameAt = lines.columns.indexOf('name')
    let compared = 0
    for (const [at, row] of lines.data.entries()) {
      const found = report.branches.find((branch) => branch.branch === row[nameAt])
      if (!found) continue
      compared++
      expect(Math.abs(found.fromKw / 1000 - (lineMw[at] ?? Number.NaN))).toBeLessThanOrEqual(1e-6)
      expect(Math.abs((found.loadingPercent ?? 0) - (loading[at] ?? Number.NaN))).toBeLessThanOrEqual(1e-3)
    }
    expect(compared).toBeGreaterThan(10)
    const transformers = report.branches.filter((branch) => branch.loadingPercent !== null).length
    expect(transformers).toBe(report.branches.length)
  })
})

describe.skipIf(!hasReferenceData)('a real grid with coordinates as a network for drafting', () => {
  const standards = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23')
  const readNetwork = () => {
    const content = JSON.parse(readReference('grids/mv_oberrhein_solved.json')) as Record<string, unknown>
    return getAccepted(
      buildNetwork(
        getAccepted(sheetsFromPandapower('oberrhein', content, { spareBays: 2, busSectionBays: 2 })),
        standards.conductors,
      ),
    )
  }
  it('keeps its lines, loads and open points, and is fed as it was', () => {
    const network = readNetwork()
    expect([network.sections.length, network.distributionTransformers.length, network.feeders.length]).toEqual([
      181, 147, 4,
    ])
    // Six line ends stand open in the net.
    expect(network.switches.map((found) => found.isClosed)).toEqual(Array(6).fill(false))
    const report = reportFlow(
      solveFlow(
        toFlowCase(network, traceTopology(network).feeder, { cosPhi: Math.cos(Math.atan(0.050764665158501 / 0.25)) }),
      ),
    )
    expect(report.method).toBe('sweep')
    // The net's own lowest voltage is 0.97562 pu; here each load stands at its bus with the feeder's own figures.
    expect(Math.abs((report.minVoltagePu ?? 0) - 0.97562)).toBeLessThan(1e-4)
    expect(report.minVoltageBus).toContain('Bus 117')
  })
  it('gets plans drafted at its own 20 kV', () => {
    const network = readNetwork()
    const prepared = prepareNetwork(network, standards.parameters)
    const request = getAccepted(readPlanRequest('r', { location: { lon: 7.9, lat: 48.45 }, capacityKva: 1250 }))
    const draft = getAccepted(draftPlans(prepared, request, standards))
    expect(draft.need.voltage.kv).toBe(20)
    expect(draft.plans[0]?.verdict).toBe('passes')
  })
})

describe.skipIf(!hasReferenceData)('power-grid-model’s validated batch for balanced flow', () => {
  type Batch<T> = { readonly data: readonly T[] }
  type Items = Record<string, Record<string, unknown>[]>
  const read = <T>(part: string) => JSON.parse(readReference(`grids/pandapower_distribution_sym_${part}.json`)) as T

  it('every scenario, every node and line', () => {
    const input = read<{ data: Items }>('input')
    const updates = read<Batch<Items>>('update_batch')
    const outputs = read<Batch<Items>>('sym_output_batch')
    expect(updates.data.length).toBeGreaterThan(1)
    for (const [scenario, update] of updates.data.entries()) {
      const data = structuredClone(input.data)
      for (const [kind, changes] of Object.entries(update)) {
        for (const change of changes) Object.assign(data[kind]?.find((item) => item.id === change.id) ?? {}, change)
      }
      const report = reportFlow(solveFlow(getAccepted(readPowerGridModel('batch', { data }))))
      expect(report.converged).toBe(true)
      for (const node of outputs.data[scenario]?.node ?? []) {
        const found = report.buses.find((bus) => bus.bus === String(node.id))
        // The set's own tolerance is 1e-5 relative.
        expect(Math.abs((found?.voltagePu ?? 0) - Number(node.u_pu))).toBeLessThanOrEqual(1e-5)
      }
      for (const line of outputs.data[scenario]?.line ?? []) {
        const found = report.branches.find((branch) => branch.branch === String(line.id))
        expect(Math.abs((found?.fromKw ?? 0) * 1000 - Number(line.p_from))).toBeLessThanOrEqual(
          1e-5 * Math.abs(Number(line.p_from)) + 1,
        )
        expect(Math.abs((found?.fromKvar ?? 0) * 1000 - Number(line.q_from))).toBeLessThanOrEqual(
          1e-5 * Math.abs(Number(line.q_from)) + 1,
        )
      }
    }
  })
})
