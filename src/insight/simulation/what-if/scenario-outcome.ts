import { percentileInPlace } from '../../process-map/order-statistics.ts'
import type { CounterVisits } from '../calibrate/counter-visits.ts'
import { confidenceInterval, type Interval } from '../confidence-interval.ts'
import { report, type StaffReport } from '../replications.ts'
import { timesDone } from '../reshape/times-done.ts'
import type { RunMeasures } from '../simulation.ts'
import type { SimulationModel } from '../simulation-model.ts'

/** What one scenario came to, in working days from application to end; every figure with its 95 % interval over the runs. */
export interface ScenarioOutcome {
  readonly name: string
  readonly finishedCases: Interval
  readonly medianDays: Interval
  readonly meanDays: Interval
  readonly p90Days: Interval
  readonly lateShare: Interval
  /** The same for each of the further limits, in their order. */
  readonly furtherLate: readonly Interval[]
  /** Late share against today, run by run with the same random numbers; 0 for today itself. */
  readonly lateChange: Interval
  readonly meanChangeDays: Interval
  /** Share of the cases of all runs in each bin of a day, from 0; the last bin holds all longer ones. */
  readonly daysShares: readonly number[]
  readonly openCases: Interval
  readonly staff: readonly StaffReport[]
  /** Office hours of work for a finished case. */
  readonly workHoursPerCase: Interval
  /** Paid hours of all people over finished cases, yuan. */
  readonly costPerCase: Interval
  /** How often a customer comes to the counter in a case: by the ways and steps of the scenario, not by chance. */
  readonly counterVisits: number
  /** Groups that are at work practically all the time: their queue grows without bound. */
  readonly overloaded: readonly string[]
}

export interface OutcomeTerms {
  readonly hoursPerDay: number
  readonly limitDays: number
  /** Further limits, working days, to count late cases against. */
  readonly furtherLimits: readonly number[]
  readonly yuanPerHour: number
  /** Busy share of its hours above which a group cannot keep up. */
  readonly overloadedAt: number
  readonly visits: CounterVisits
}

/** Bins of a day: more than the longest limit the page can set. */
const mostDays = 120

/** `today`: the runs to compare with, by the same seeds. */
export function scenarioOutcome(
  name: string,
  model: SimulationModel,
  runs: readonly RunMeasures[],
  today: readonly RunMeasures[],
  { hoursPerDay, limitDays, furtherLimits, yuanPerHour, overloadedAt, visits }: OutcomeTerms,
): ScenarioOutcome {
  const lateAfter =
    (days: number) =>
    ({ cycleHours }: RunMeasures): number =>
      cycleHours.reduce((count, hours) => count + (hours > days * hoursPerDay ? 1 : 0), 0) / cycleHours.length
  const late = lateAfter(limitDays)
  const mean = ({ cycleHours }: RunMeasures): number =>
    cycleHours.reduce((sum, hours) => sum + hours, 0) / cycleHours.length / hoursPerDay
  // A run of a thin history in which no case came to its end tells nothing of their times.
  const counted = runs.flatMap((run, i) => (run.cycleHours.length > 0 ? [{ run, before: today[i] ?? run }] : []))
  const over = (figure: (run: RunMeasures) => number): Interval =>
    confidenceInterval(counted.map(({ run }) => figure(run)))
  const paired = (figure: (run: RunMeasures) => number): Interval =>
    confidenceInterval(
      counted
        .filter(({ before }) => before.cycleHours.length > 0)
        .map(({ run, before }) => figure(run) - figure(before)),
    )
  const percentile = (p: number) => over(({ cycleHours }) => percentileInPlace(cycleHours.slice(), p) / hoursPerDay)
  const { staff, finishedCases, openCases } = report(model, runs)
  const paidHours = model.staff.reduce((sum, { count, calendar }) => {
    const hours = calendar === undefined ? undefined : model.calendars?.[calendar]
    return sum + count * (hours ? hours.elapsed(model.warmUpHours ?? 0, model.horizonHours) : model.horizonHours)
  }, 0)
  return {
    name,
    finishedCases,
    openCases,
    medianDays: percentile(0.5),
    meanDays: over(mean),
    p90Days: percentile(0.9),
    lateShare: over(late),
    furtherLate: furtherLimits.map((days) => over(lateAfter(days))),
    lateChange: paired(late),
    meanChangeDays: paired(mean),
    daysShares: sharesByDay(runs, hoursPerDay),
    staff,
    workHoursPerCase: over(({ busyHours, cycleHours }) => busyHours.reduce((a, b) => a + b, 0) / cycleHours.length),
    costPerCase: over(({ cycleHours }) => (paidHours * yuanPerHour) / cycleHours.length),
    counterVisits: visitsOf(model, visits),
    overloaded: staff.filter(({ utilisation }) => utilisation.mean > overloadedAt).map((each) => each.name),
  }
}

function visitsOf(model: SimulationModel, { apart, forStep }: CounterVisits): number {
  const done = timesDone(model)
  return Object.entries(forStep).reduce((sum, [step, share]) => sum + share * (done.get(step) ?? 0), apart)
}

function sharesByDay(runs: readonly RunMeasures[], hoursPerDay: number): readonly number[] {
  const counts = new Float64Array(mostDays + 1)
  let all = 0
  for (const { cycleHours } of runs) {
    for (const hours of cycleHours) {
      const bin = Math.min(mostDays, Math.floor(hours / hoursPerDay))
      counts[bin] = (counts[bin] ?? 0) + 1
    }
    all += cycleHours.length
  }
  return Array.from(counts, (count) => (all > 0 ? count / all : 0))
}
