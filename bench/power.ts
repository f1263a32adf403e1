import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { loadPowerStandards } from '../src/command-line/power-standards.ts'
import { getAccepted } from '../src/kernel/index.ts'
import { readMatpower, standardsOn } from '../src/power/index.ts'
import { measureDrafting, measureDrags } from './power/draft-time.ts'
import { growFeeder } from './power/feeders.ts'
import { measurePeer } from './power/peer.ts'
import { measureGrowth, measureSweepRates } from './power/sweep-rate.ts'
import { buildTown } from './power/town.ts'

interface Check {
  readonly name: string
  readonly value: number
  readonly wanted: string
  readonly holds: boolean
}

const folder = process.env.TONGDIAN_REFERENCE_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))

/** Prints one JSON object on stdout; progress goes to stderr. */
export async function run(): Promise<void> {
  const figures: Record<string, unknown> = {}
  const checks: Check[] = []
  const atLeast = (name: string, value: number, limit: number) =>
    checks.push({ name, value, wanted: `>=${limit}`, holds: value >= limit })
  const atMost = (name: string, value: number, limit: number) =>
    checks.push({ name, value, wanted: `<=${limit}`, holds: value <= limit })

  const standards = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23')
  for (const { buses, customers, limitMs } of [
    { buses: 10_000, customers: 100, limitMs: 1_000 },
    { buses: 100_000, customers: 20, limitMs: 5_000 },
  ]) {
    const { prepareMs, plans, times } = measureDrafting(buildTown(buses), standards, customers)
    const p95 = times[Math.floor(0.95 * times.length)] ?? Number.NaN
    const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20)
    console.error(
      `power: drafting on ${buses} buses p95 ${p95.toFixed(0)} ms, ${plans} plans, preparing ${prepareMs.toFixed(0)} ms, ${memoryMb} MB`,
    )
    figures[`drafting, ${buses} buses, preparing ms`] = Math.round(prepareMs)
    figures[`drafting, ${buses} buses, resident MB`] = memoryMb
    atMost(`drafting p95 ms on ${buses} buses, preparing counted`, Math.round(p95 + prepareMs), limitMs)
    if (buses === 10_000) atMost('resident memory MB on 10 000 buses', memoryMb, 300)
  }

  const drags = measureDrags(buildTown(10_000), standards, 100)
  atMost('checks after a drag, p95 ms, 10 000 buses', drags[94] ?? Number.NaN, 100)

  for (const name of ['case33bw', 'case69', 'case141']) {
    const path = `${folder}/matpower/${name}.m`
    if (!existsSync(path)) {
      console.error(`power: ${path} not there, ${name} left out`)
      continue
    }
    const source = getAccepted(readMatpower(name, readFileSync(path, 'utf8')))
    const rates = measureSweepRates(source)
    console.error(
      `power: ${name} floor ${Math.round(rates.floor)}/s, full results ${Math.round(rates.full)}/s, ${rates.ratio.toFixed(2)}`,
    )
    figures[`${name} floor solves/s`] = Math.round(rates.floor)
    figures[`${name} full solves/s`] = Math.round(rates.full)
    atLeast(`${name} full results over bare sweep`, rates.ratio, 0.6)
    const peer = measurePeer(source)
    if (peer === undefined) continue
    console.error(`power: ${name} power-grid-model ${Math.round(peer)}/s`)
    figures[`${name} power-grid-model solves/s`] = Math.round(peer)
    atLeast(`${name} full results over power-grid-model`, rates.full / peer, 1.5)
  }

  const perBus = [1_000, 10_000, 100_000].map((count) => ({ count, microseconds: measureGrowth(growFeeder(count)) }))
  for (const { count, microseconds } of perBus) {
    console.error(`power: ${count} buses ${microseconds.toFixed(3)} µs a bus`)
    figures[`${count} buses, µs a bus`] = microseconds
  }
  const [small, , large] = perBus
  if (small && large) atMost('time a bus at 100 000 buses over 1 000', large.microseconds / small.microseconds, 3)

  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  console.log(JSON.stringify({ name: 'power', machine, figures, checks }, null, 2))
}
