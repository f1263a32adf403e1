import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPowerStandards } from '../src/command-line/power-standards.ts'
import { getAccepted } from '../src/kernel/index.ts'
import { type PowerStandards, readMatpower, standardsOn } from '../src/power/index.ts'
import { measureDrafting, measureDrags } from './power/draft-time.ts'
import { growFeeder } from './power/feeders.ts'
import { layGround } from './power/ground.ts'
import { measurePeer } from './power/peer.ts'
import { measureReplies } from './power/reply-time.ts'
import { measureGrowth, measureSweepRates } from './power/sweep-rate.ts'
import { buildTown } from './power/town.ts'
import { type Check, check, printReport, say } from './report.ts'

const folder = process.env.TONGDIAN_REFERENCE_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))

interface Measured {
  readonly figures: Readonly<Record<string, number>>
  readonly checks: readonly Check[]
  readonly leftOut?: readonly string[]
}

/** Drafting, solving and answering, each part by itself: the first must see a heap that nothing else has filled. */
export async function run(): Promise<void> {
  const standards = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23')
  const parts: Measured[] = [
    drafting(10_000, 100, 1_000, standards),
    draftingOnGround(standards),
    drafting(100_000, 20, 5_000, standards),
    drags(standards),
    ...['case33bw', 'case69', 'case141'].map(solving),
    growth(),
    await answering(),
  ]
  printReport({
    name: 'power',
    figures: Object.assign({}, ...parts.map((part) => part.figures)),
    checks: parts.flatMap((part) => part.checks),
    leftOut: parts.flatMap((part) => part.leftOut ?? []),
  })
}

function drafting(buses: number, customers: number, limitMs: number, standards: PowerStandards): Measured {
  const { prepareMs, plans, p95Ms } = measureDrafting(buildTown(buses), standards, customers)
  const memoryMb = process.memoryUsage().rss / 2 ** 20
  say(`power: drafting on ${buses} buses p95 ${p95Ms.toFixed(0)} ms, ${plans} plans, ${memoryMb.toFixed(0)} MB`)
  return {
    figures: {
      [`drafting, ${buses} buses, preparing ms`]: Math.round(prepareMs),
      [`drafting, ${buses} buses, resident MB`]: Math.round(memoryMb),
    },
    checks: [
      check(`drafting p95 ms on ${buses} buses, preparing counted`, p95Ms + prepareMs, `<=${limitMs}`),
      ...(buses === 10_000 ? [check('resident memory MB on 10 000 buses', memoryMb, '<=300')] : []),
    ],
  }
}

function draftingOnGround(standards: PowerStandards): Measured {
  const town = buildTown(10_000)
  const ground = layGround(town)
  const { p95Ms } = measureDrafting(town, standards, 40, ground)
  say(`power: drafting on 10 000 buses over ${ground.length} features of ground p95 ${p95Ms.toFixed(0)} ms`)
  return {
    figures: { 'features of ground': ground.length },
    checks: [check('drafting p95 ms on 10 000 buses over a town’s ground', p95Ms, '<=1000')],
  }
}

function drags(standards: PowerStandards): Measured {
  const times = measureDrags(buildTown(10_000), standards, 100)
  return { figures: {}, checks: [check('checks after a drag, p95 ms, 10 000 buses', times[94] ?? Number.NaN, '<=100')] }
}

function solving(name: string): Measured {
  const path = `${folder}/matpower/${name}.m`
  if (!existsSync(path)) return { figures: {}, checks: [], leftOut: [`${name}: ${path} is not there`] }
  const source = getAccepted(readMatpower(name, readFileSync(path, 'utf8')))
  const { floor, full, ratio } = measureSweepRates(source)
  const peer = measurePeer(source)
  say(`power: ${name} floor ${floor.toFixed(0)}/s, full ${full.toFixed(0)}/s, ${ratio.toFixed(2)}, peer ${peer ?? '-'}`)
  return {
    figures: {
      [`${name} floor solves/s`]: Math.round(floor),
      [`${name} full solves/s`]: Math.round(full),
      ...(peer !== undefined && { [`${name} power-grid-model solves/s`]: Math.round(peer) }),
    },
    checks: [
      check(`${name} full results over bare sweep`, ratio, '>=0.6'),
      ...(peer === undefined ? [] : [check(`${name} full results over power-grid-model`, full / peer, '>=1.5')]),
    ],
    ...(peer === undefined && { leftOut: [`${name} over power-grid-model: PGM_PYTHON names no Python that has it`] }),
  }
}

function growth(): Measured {
  const microseconds = [1_000, 10_000, 100_000].map((count) => ({ count, value: measureGrowth(growFeeder(count)) }))
  const [small, , large] = microseconds
  return {
    figures: Object.fromEntries(microseconds.map(({ count, value }) => [`${count} buses, µs a bus`, value])),
    checks: small && large ? [check('time a bus at 100 000 buses over 1 000', large.value / small.value, '<=3')] : [],
  }
}

async function answering(): Promise<Measured> {
  const { times, mostBytes } = await measureReplies(40)
  return {
    figures: { 'reply PDF, median ms': times[20] ?? Number.NaN },
    checks: [
      check('reply PDF warm, p95 ms', times[38] ?? Number.NaN, '<=150'),
      check('reply PDF, kB', mostBytes / 1000, '<=300'),
    ],
  }
}
