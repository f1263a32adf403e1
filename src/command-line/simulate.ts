import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readScenario, type SimulationReport, scenarioModel, simulate } from '#insight'
import { type CalendarYear, makeWorkingCalendar, type Refusal, readCalendarYear, type WorkingCalendar } from '#kernel'
import { readProcess } from '#process'
import { type Command, WrongUse } from './command.ts'
import { printRefusal } from './read-event-log.ts'

const help = `tongdian simulate --process F --scenario F [--runs N] [--json]

Plays a process file (BPMN) under a scenario: arrivals, staff, durations, branch shares, working hours.
Each figure is the mean over the runs with its 95 % confidence interval; one seed gives the same figures again.

  --process F   the process, as in standards/processes/
  --scenario F  the scenario, JSON; its form is in docs/methods/simulation.md
  --runs N      independent runs (default 5)
  --seed N      first seed (default: the scenario's, or 1)

Exit codes: 0 done, 1 process or scenario has faults (listed with their place), 2 wrong use.`

async function run(args: readonly string[]): Promise<number> {
  const values = parse(args)
  const runs = Number(values.runs ?? 5)
  if (!Number.isInteger(runs) || runs < 1) throw new WrongUse('--runs is a whole number above 0')
  if (values.process === undefined || values.scenario === undefined) throw new WrongUse('name --process and --scenario')
  const graph = await readProcess(await read(values.process))
  if (!graph.ok) return refused(values.process, graph.refusal)
  const scenario = readScenario(parseJson(await read(values.scenario), values.scenario))
  if (!scenario.ok) return refused(values.scenario, scenario.refusal)
  const model = scenarioModel(graph.value, scenario.value, await shippedCalendar())
  if (!model.ok) return refused(values.scenario, model.refusal)
  const seed = Number(values.seed ?? scenario.value.seed ?? 1)
  if (!Number.isInteger(seed)) throw new WrongUse('--seed is a whole number')
  const report = simulate(model.value, runs, seed, showProgress)
  if (!report.ok) return refused(values.scenario, report.refusal)
  if (values.json) console.log(JSON.stringify(report.value))
  else printReport(report.value)
  return 0
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { process: text, scenario: text, runs: text, seed: text, json: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

async function read(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    throw new WrongUse(`cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  })
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WrongUse(`${path} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

/** Working days as shipped with the product; none where the folder is absent. */
async function shippedCalendar(): Promise<WorkingCalendar> {
  const folder = join(import.meta.dirname, '../../standards/calendar')
  const files = await readdir(folder).catch(() => [])
  const years: CalendarYear[] = []
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const year = readCalendarYear(JSON.parse(await readFile(join(folder, file), 'utf8')))
    if (year.ok) years.push(year.value)
  }
  return makeWorkingCalendar(years)
}

function refused(path: string, refusal: Refusal): number {
  printRefusal(path, refusal)
  return 1
}

function showProgress(share: number): boolean {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} %`)
  return true
}

function printReport(report: SimulationReport): void {
  const figure = ({ mean, halfWidth }: { mean: number; halfWidth: number }): string =>
    `${mean.toFixed(2).padStart(12)} ± ${halfWidth.toFixed(2)}`
  const { finishedCases, openCases, meanCycleHours, medianCycleHours, p90CycleHours, lateShare } = report
  const rows = { finishedCases, openCases, meanCycleHours, medianCycleHours, p90CycleHours, lateShare }
  for (const [name, interval] of Object.entries(rows)) console.log(`${name.padEnd(28)} ${figure(interval)}`)
  for (const { id, tasks, meanWaitHours, meanWorkHours } of report.tasks) {
    if (tasks.mean === 0) continue
    console.log(`${id.padEnd(28)} waits ${figure(meanWaitHours)} h, works ${figure(meanWorkHours)} h`)
  }
  for (const { name, utilisation } of report.staff) console.log(`${name.padEnd(28)} busy ${figure(utilisation)}`)
}

export const command: Command = {
  summary: 'what if: a process played under a scenario of staff, arrivals and durations',
  help,
  run,
}
