import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type AcceptingNet,
  alignLog,
  directlyFollows,
  discoverTree,
  edgeTotals,
  netFaults,
  netSize,
  throughput,
  tokenReplay,
  toOcel,
  treeToNet,
  variants,
  writeBpmn,
  writeLogAsXes,
  writePnml,
  writeTree,
  writeXes,
} from '#insight'
import { type Command, WrongUse } from './command.ts'
import { printFaults, printRefusal, type ReadLog, readEventLog } from './read-event-log.ts'
import { readModel } from './read-model.ts'

const help = `tongdian log FILE [--json]
tongdian log replay FILE --model M [--json]      token-based replay on a model (.pnml, .bpmn)
tongdian log align FILE --model M [--json]       optimal alignments with a model (.pnml, .bpmn)
tongdian log discover FILE --out M [--noise 0.2] inductive miner; M ends in .pnml or .bpmn
tongdian log export FILE --out E                 E ends in .xes or .json (OCEL 2.0)

FILE is an event log: XES (.xes, .xes.gz) or CSV (.csv, .csv.gz).

  --clock wall|elapsed  times of an XES file: as the clock on the wall showed them (default, as process mining tools
                        read XES) or as true moments; they differ where a case spans a change of summer time
  --case, --activity, --time, --resource, --start, --lifecycle NAME
                        columns of a CSV file whose names are not the usual ones
  --delimiter C         what parts the cells of a CSV file (default ,)
  --offset MINUTES      zone of CSV times that name none, minutes east of Greenwich (default 0)

Exit codes: 0 done, 1 the file or the model has faults (listed with their place, nothing imported), 2 wrong use.`

const options = {
  json: { type: 'boolean' },
  model: { type: 'string' },
  out: { type: 'string' },
  noise: { type: 'string' },
  clock: { type: 'string' },
  case: { type: 'string' },
  activity: { type: 'string' },
  time: { type: 'string' },
  resource: { type: 'string' },
  start: { type: 'string' },
  lifecycle: { type: 'string' },
  delimiter: { type: 'string' },
  offset: { type: 'string' },
} as const

type Values = ReturnType<typeof parse>['values']
type Work = (read: ReadLog, values: Values) => Promise<number> | number

const works: Readonly<Record<string, Work>> = { replay, align, discover, export: exportLog }

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const work = works[positionals[0] ?? '']
  const [file, surplus] = work ? positionals.slice(1) : positionals
  if (file === undefined) throw new WrongUse('name an event log file')
  if (surplus !== undefined) throw new WrongUse(`one file only, not also ${surplus}`)
  const read = await readEventLog(file, {
    clock: clockOf(values, work === exportLog ? 'elapsed' : 'wall'),
    guide: guideOf(values),
  })
  if (!read.ok) {
    printRefusal(file, read.refusal)
    return 1
  }
  if (read.value.warnings.length > 0) {
    console.error(`${file}: kept, but look at`)
    printFaults(read.value.warnings, 20)
  }
  return await (work ?? summary)(read.value, values)
}

function clockOf(values: Values, usual: 'wall' | 'elapsed'): 'wall' | 'elapsed' {
  const clock = values.clock ?? usual
  if (clock !== 'wall' && clock !== 'elapsed') throw new WrongUse('--clock is wall or elapsed')
  return clock
}

function guideOf(values: Values) {
  const offsetMinutes = Number(values.offset ?? 0)
  if (!Number.isInteger(offsetMinutes)) throw new WrongUse('--offset is a whole number of minutes')
  const { case: caseId, activity, time, resource, start, lifecycle, delimiter } = values
  const told = { caseId, activity, time, resource, start, lifecycle, delimiter }
  const named = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { ...named, offsetMinutes }
}

function summary({ log }: ReadLog, values: Values): number {
  const { meanSeconds, medianSeconds } = throughput(log)
  const figures = {
    events: log.eventCount,
    cases: log.caseCount,
    activities: log.activities.length,
    variants: variants(log).variantCount,
    ...edgeTotals(directlyFollows(log)),
    medianSeconds,
    meanSeconds,
  }
  print(figures, values)
  return 0
}

async function withModel(values: Values, work: (net: AcceptingNet) => number): Promise<number> {
  if (values.model === undefined) throw new WrongUse('name the model: --model M')
  const net = await readModel(values.model)
  if (net.ok) return work(net.value)
  printRefusal(values.model, net.refusal)
  return 1
}

function replay({ log }: ReadLog, values: Values): Promise<number> {
  return withModel(values, (net) => {
    const faults = netFaults(net)
    if (faults.length > 0) {
      printRefusal(values.model ?? '', { code: 'model-refused', faults })
      return 1
    }
    const { tokenFitness, percentFitTraces } = tokenReplay(log, net)
    print({ tokenFitness, percentFitTraces }, values)
    return 0
  })
}

function align({ log }: ReadLog, values: Values): Promise<number> {
  return withModel(values, (net) => {
    const aligned = alignLog(log, net)
    if (!aligned.ok) {
      printRefusal(values.model ?? '', aligned.refusal)
      return 1
    }
    const { fitness, percentFit, costs } = aligned.value
    print({ fitness, percentFit, costs }, values)
    return 0
  })
}

async function discover({ log }: ReadLog, values: Values): Promise<number> {
  const { out, noise = '0' } = values
  if (out === undefined || !/\.(pnml|bpmn)$/i.test(out))
    throw new WrongUse('name the model to write: --out M.pnml or M.bpmn')
  if (!(Number(noise) >= 0 && Number(noise) < 1)) throw new WrongUse('--noise is a share from 0 to below 1')
  const tree = discoverTree(log, Number(noise))
  await writeFile(out, /\.bpmn$/i.test(out) ? writeBpmn(tree, 'discovered') : writePnml(treeToNet(tree)))
  print({ tree: writeTree(tree), ...netSize(treeToNet(tree)), out }, values)
  return 0
}

/** Zone of the times of a log that came without attributes: Shanghai. */
const shanghaiMinutes = 480

async function exportLog({ log, document }: ReadLog, values: Values): Promise<number> {
  const { out } = values
  if (out === undefined || !/\.(xes|json)$/i.test(out))
    throw new WrongUse('name the file to write: --out E.xes or E.json')
  if (/\.json$/i.test(out)) await writeFile(out, JSON.stringify(toOcel(log)))
  else await writeFile(out, document ? writeXes(document) : writeLogAsXes(log, shanghaiMinutes))
  print({ events: log.eventCount, cases: log.caseCount, out }, values)
  return 0
}

/** One JSON object on one line, or a name and a figure a line. */
function print(figures: Readonly<Record<string, unknown>>, values: Values): void {
  if (values.json) console.log(JSON.stringify(figures))
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(16)} ${value}`)
}

export const command: Command = {
  summary: 'figures of an event log; replay, alignments, discovery, exchange',
  help,
  run,
}
