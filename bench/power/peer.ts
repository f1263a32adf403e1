import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FlowCase } from '../../src/power/index.ts'
import { compileCase, createRadialSolver, growTree } from '../../src/power/index.ts'
import { listDemands } from './sweep-rate.ts'

/**
 * Solves per second of power-grid-model's iterative-current batch with node and line results, on the same demands;
 * undefined where `PGM_PYTHON` names no Python that has it. Throws when both do not come to the same losses.
 */
export function measurePeer(source: FlowCase): number | undefined {
  const python = process.env.PGM_PYTHON
  if (!python) return undefined
  const demands = listDemands(source)
  const live = source.branches.filter((branch) => branch.isFromClosed && branch.isToClosed)
  const input = JSON.stringify({
    kv: source.buses[0]?.kv,
    baseMva: source.baseMva,
    buses: source.buses.length,
    source: source.buses.findIndex((bus) => bus.kind === 'slack'),
    branches: live.map((branch) => [branch.from, branch.to, branch.rPu, branch.xPu]),
    p: demands.map((demand) => [...demand.p]),
    q: demands.map((demand) => [...demand.q]),
  })
  const done = spawnSync(python, [fileURLToPath(new URL('./peer.py', import.meta.url))], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (done.status !== 0) throw new Error(`power-grid-model could not be run: ${done.stderr}`)
  const { solvesPerSecond, losses } = JSON.parse(done.stdout) as { solvesPerSecond: number; losses: number[] }
  const compiled = compileCase(source)
  const solver = createRadialSolver(compiled, growTree(compiled))
  for (const [at, demand] of demands.entries()) {
    const gap = Math.abs(solver.solve(demand.p, demand.q).lossP - (losses[at] ?? Number.NaN))
    if (!(gap < 1e-6)) throw new Error(`power-grid-model and the engine differ by ${gap} pu on ${source.name}`)
  }
  return solvesPerSecond
}
