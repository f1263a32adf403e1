import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { readMatpower, reportFlow, solveFlow } from '#power'
import { hasReferenceData, readReference } from './reference-data.ts'

/** Loss kW and kvar, lowest voltage pu and its bus by two independent tools (a sweep and pandapower's Newton). */
const truth = [
  ['case12da', 20.7138, 8.041, 0.943354, '12'],
  ['case141', 632.6956, 467.65, 0.927862, '87'],
  ['case15da', 61.7944, 57.298, 0.944517, '13'],
  ['case22', 17.7426, 9.08, 0.972875, '22'],
  ['case28da', 68.8195, 46.042, 0.91247, '26'],
  ['case33bw', 202.6771, 135.141, 0.91309, '18'],
  ['case51ga', 129.5559, 111.683, 0.908114, '16'],
  ['case69', 224.9917, 102.158, 0.909188, '65'],
  ['case74ds', 145.1363, 109.967, 0.953728, '57'],
] as const

describe.skipIf(!hasReferenceData)('radial feeders in MATPOWER form', () => {
  it.each(truth)(
    '%s: loss %d kW, %d kvar, lowest voltage %d at bus %s',
    (name, lossKw, lossKvar, minVoltagePu, bus) => {
      const solved = solveFlow(getAccepted(readMatpower(`${name}.m`, readReference(`matpower/${name}.m`))))
      const report = reportFlow(solved)
      expect(report.converged).toBe(true)
      expect(report.method).toBe('sweep')
      expect(Math.abs((report.lossKw ?? 0) - lossKw)).toBeLessThanOrEqual(1e-4)
      expect(Math.abs((report.lossKvar ?? 0) - lossKvar)).toBeLessThanOrEqual(1e-3)
      expect(Math.abs((report.minVoltagePu ?? 0) - minVoltagePu)).toBeLessThanOrEqual(1e-6)
      expect(report.minVoltageBus).toBe(bus)
      expect(report.mismatchPu).toBeLessThanOrEqual(1e-8)
    },
  )

  it.each([
    ['case22', 6],
    ['case33bw', 8],
    ['case69', 8],
    ['case141', 7],
  ])('%s takes no more than two iterations above MATPOWER’s current summation (%d)', (name, expected) => {
    const { solution } = solveFlow(getAccepted(readMatpower(name, readReference(`matpower/${name}.m`))))
    expect(solution.iterations).toBeLessThanOrEqual(expected + 2)
  })

  it('Newton gives the same voltages when the tie lines are closed one by one and opened again', () => {
    const base = getAccepted(readMatpower('case33bw', readReference('matpower/case33bw.m')))
    const meshed = {
      ...base,
      branches: base.branches.map((branch) => ({ ...branch, isFromClosed: true, isToClosed: true })),
    }
    const report = reportFlow(solveFlow(meshed))
    expect(report.method).toBe('newton')
    expect(report.mismatchPu).toBeLessThanOrEqual(1e-8)
    // All five ties closed: published as about 123.3 kW for the meshed 33-bus feeder.
    expect(report.lossKw).toBeGreaterThan(123)
    expect(report.lossKw).toBeLessThan(124)
  })
})
