import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { readMatpower, reportFlow, solveFlow } from '#power'

/** Three machines, nine buses: Anderson and Fouad, Power System Control and Stability, figures 2.18 and 2.19. */
const nineBus = `function mpc = nine
mpc.version = '2';
mpc.baseMVA = 100;
mpc.bus = [
  1 3 0 0 0 0 1 1 0 16.5 1 1.1 0.9;
  2 2 0 0 0 0 1 1 0 18 1 1.1 0.9;
  3 2 0 0 0 0 1 1 0 13.8 1 1.1 0.9;
  4 1 0 0 0 0 1 1 0 230 1 1.1 0.9;
  5 1 125 50 0 0 1 1 0 230 1 1.1 0.9;
  6 1 90 30 0 0 1 1 0 230 1 1.1 0.9;
  7 1 0 0 0 0 1 1 0 230 1 1.1 0.9;
  8 1 100 35 0 0 1 1 0 230 1 1.1 0.9;
  9 1 0 0 0 0 1 1 0 230 1 1.1 0.9;
];
mpc.gen = [
  1 0 0 300 -300 1.04 100 1 250 10;
  2 163 0 300 -300 1.025 100 1 300 10;
  3 85 0 300 -300 1.025 100 1 270 10;
];
mpc.branch = [
  1 4 0 0.0576 0 250 0 0 0 0 1 -360 360;
  2 7 0 0.0625 0 250 0 0 0 0 1 -360 360;
  3 9 0 0.0586 0 300 0 0 0 0 1 -360 360;
  4 5 0.01 0.085 0.176 250 0 0 0 0 1 -360 360;
  4 6 0.017 0.092 0.158 250 0 0 0 0 1 -360 360;
  5 7 0.032 0.161 0.306 250 0 0 0 0 1 -360 360;
  6 9 0.039 0.17 0.358 150 0 0 0 0 1 -360 360;
  7 8 0.0085 0.072 0.149 250 0 0 0 0 1 -360 360;
  8 9 0.0119 0.1008 0.209 150 0 0 0 0 1 -360 360;
];
`

describe('meshed networks with voltage-holding nodes', () => {
  const report = reportFlow(solveFlow(getAccepted(readMatpower('nine.m', nineBus))))
  // Voltage pu and angle in degrees as published, to three places and one.
  it.each([
    ['4', 1.026, -2.2],
    ['5', 0.996, -4.0],
    ['6', 1.013, -3.7],
    ['7', 1.026, 3.7],
    ['8', 1.016, 0.7],
    ['9', 1.032, 2.0],
  ])('bus %s: %d pu at %d°', (name, voltagePu, angleDegree) => {
    const bus = report.buses.find((found) => found.bus === name)
    expect(Math.abs((bus?.voltagePu ?? 0) - voltagePu)).toBeLessThanOrEqual(0.0006)
    expect(Math.abs((bus?.angleDegree ?? 0) - angleDegree)).toBeLessThanOrEqual(0.06)
  })
  it.each([
    ['1', 71.6, 27.0],
    ['2', 163, 6.7],
    ['3', 85, -10.9],
  ])('machine at bus %s gives %d MW and %d Mvar', (name, mw, mvar) => {
    const bus = report.buses.find((found) => found.bus === name)
    expect(Math.abs((bus?.injectedKw ?? 0) / 1000 - mw)).toBeLessThanOrEqual(0.06)
    expect(Math.abs((bus?.injectedKvar ?? 0) / 1000 - mvar)).toBeLessThanOrEqual(0.06)
  })
  it('is solved by Newton in a few steps, to the mismatch asked for', () => {
    expect(report).toMatchObject({ converged: true, method: 'newton' })
    expect(report.iterations).toBeLessThanOrEqual(6)
    expect(report.mismatchPu).toBeLessThanOrEqual(1e-8)
    expect(report.lossKw).toBeCloseTo(4641, 0)
  })
})
