import { accept, type Result, refuse } from '#kernel'
import { percentileInPlace } from '../process-map/order-statistics.ts'
import { modelFaults } from './check-model.ts'
import { confidenceInterval, type Interval } from './confidence-interval.ts'
import { type RunMeasures, Simulation } from './simulation.ts'
import type { SimulationModel } from './simulation-model.ts'

/** What a manager reads: each figure the mean of the runs with its 95 % confidence interval. */
export interface SimulationReport {
  readonly runs: number
  readonly taskEvents: number
  readonly finishedCases: Interval
  /** Cases under way at the end: far more than at the start means that the staff cannot keep up. */
  readonly openCases: Interval
  readonly meanCycleHours: Interval
  readonly medianCycleHours: Interval
  readonly p90CycleHours: Interval
  /** Share of finished cases that took longer than the limit. */
  readonly lateShare: Interval
  readonly tasks: readonly TaskReport[]
  readonly staff: readonly StaffReport[]
}

export interface TaskReport {
  readonly id: string
  readonly tasks: Interval
  readonly meanWaitHours: Interval
  readonly meanWorkHours: Interval
}

export interface StaffReport {
  readonly name: string
  /** Work over working hours, 0 to 1. */
  readonly utilisation: Interval
  readonly cost: Interval
}

/** Told after each piece of a run: share of all runs done; answers false to stop. */
export type Progress = (share: number) => boolean

const eventsBetweenProgress = 200_000

/** Runs the model so many times, with seeds `seed`, `seed + 1`, …; refused where the model has faults or was stopped. */
export function simulate(
  model: SimulationModel,
  runs: number,
  seed: number,
  onProgress: Progress = () => true,
): Result<SimulationReport> {
  const measures = replicate(model, runs, seed, onProgress)
  return measures.ok ? accept(report(model, measures.value)) : measures
}

/** The same runs one by one: for what is compared run by run. */
export function replicate(
  model: SimulationModel,
  runs: number,
  seed: number,
  onProgress: Progress = () => true,
): Result<readonly RunMeasures[]> {
  const faults = modelFaults(model)
  if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
  const measures: RunMeasures[] = []
  for (let run = 0; run < runs; run++) {
    const simulation = new Simulation(model, seed + run)
    while (!simulation.advance(eventsBetweenProgress)) {
      if (!onProgress((run + simulation.progress) / runs)) return refuse({ code: 'simulation-stopped' })
    }
    measures.push(simulation.measures())
    // Short runs end between two looks at the progress.
    if (!onProgress((run + 1) / runs)) return refuse({ code: 'simulation-stopped' })
  }
  return accept(measures)
}

/** The figures of these runs, each with its interval. */
export function report(model: SimulationModel, all: readonly RunMeasures[]): SimulationReport {
  const over = (figure: (measures: RunMeasures) => number): Interval => confidenceInterval(all.map(figure))
  const percentile = (p: number) => over(({ cycleHours }) => percentileInPlace(cycleHours.slice(), p))
  return {
    runs: all.length,
    taskEvents: all.reduce((sum, { taskEvents }) => sum + taskEvents, 0),
    finishedCases: over(({ cycleHours }) => cycleHours.length),
    openCases: over(({ openCases }) => openCases),
    meanCycleHours: over(({ cycleHours }) => cycleHours.reduce((sum, hours) => sum + hours, 0) / cycleHours.length),
    medianCycleHours: percentile(0.5),
    p90CycleHours: percentile(0.9),
    lateShare: over(({ lateCases, cycleHours }) => lateCases / cycleHours.length),
    tasks: taskReports(model, over),
    staff: staffReports(model, over),
  }
}

type Over = (figure: (measures: RunMeasures) => number) => Interval

function taskReports(model: SimulationModel, over: Over): TaskReport[] {
  return model.nodes.flatMap(({ kind, id }, node) =>
    kind === 'task'
      ? [
          {
            id,
            tasks: over(({ taskCount }) => taskCount[node] ?? 0),
            meanWaitHours: over(({ waitHours, taskCount }) => (waitHours[node] ?? 0) / (taskCount[node] ?? 0)),
            meanWorkHours: over(({ workHours, taskCount }) => (workHours[node] ?? 0) / (taskCount[node] ?? 0)),
          },
        ]
      : [],
  )
}

function staffReports(model: SimulationModel, over: Over): StaffReport[] {
  const from = model.warmUpHours ?? 0
  return model.staff.map(({ name, count, calendar, costPerHour = 0 }, group) => {
    const hours = calendar === undefined ? undefined : model.calendars?.[calendar]
    const present = count * (hours ? hours.elapsed(from, model.horizonHours) : model.horizonHours - from)
    return {
      name,
      utilisation: over(({ busyHours }) => (busyHours[group] ?? 0) / present),
      cost: over(({ busyHours }) => (busyHours[group] ?? 0) * costPerHour),
    }
  })
}
