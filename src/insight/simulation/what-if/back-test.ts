import type { WorkingHours } from '../../time/working-hours.ts'
import { calibrate } from '../calibrate/calibrate.ts'
import type { Observation, ObservedCase } from '../calibrate/observation.ts'
import { replicate } from '../replications.ts'
import { scenarioModel } from '../scenario-model.ts'
import { wasserstein } from './wasserstein.ts'

/** How near the simulation comes to what then happened. */
export type BackTest =
  | { readonly kind: 'too-little-history'; readonly fitted: number; readonly heldOut: number; readonly needed: number }
  | {
      readonly kind: 'tested'
      readonly fitted: number
      readonly heldOut: number
      readonly fitDays: number
      /** Wasserstein-1 between simulated and held-out times, working days. */
      readonly distanceDays: number
      readonly thresholdDays: number
      readonly passed: boolean
    }

export interface BackTestTerms {
  /** Finished cases each part must have. */
  readonly needed: number
  readonly thresholdDays: number
  readonly hoursPerDay: number
}

const runs = 5

/**
 * Calibrates on the first half of the days and compares the simulated times with those of cases that came in the second.
 * Cases that came so late that they could not have ended are left out: within the time before the end in which nine tenths
 * of the first half had ended.
 */
export function backTest(observation: Observation, { needed, thresholdDays, hoursPerDay }: BackTestTerms): BackTest {
  const { cases, days, office } = observation
  const middle = Math.floor(days / 2) * 24
  // What was known in the middle: cases ended by then, and those under way without their later tasks.
  const known = cases.filter(({ arrivedHours }) => arrivedHours < middle).map((each) => cut(each, middle))
  const fitted = known.filter(({ endedHours }) => endedHours !== undefined)
  const latest = days * 24 - nineTenths(fitted.map(tookHours))
  const held = cases.filter(
    ({ arrivedHours, endedHours }) => arrivedHours >= middle && arrivedHours < latest && endedHours !== undefined,
  )
  const sizes = { fitted: fitted.length, heldOut: held.length }
  const tooLittle = { kind: 'too-little-history', ...sizes, needed } as const
  if (fitted.length < needed || held.length < needed) return tooLittle
  const calibration = calibrate({ ...observation, days: middle / 24, cases: known })
  if (!calibration.ok) return tooLittle
  // The run goes through the whole span, the first half to fill the queues.
  const model = scenarioModel(observation.graph, { ...calibration.value.scenario, days, warmUpDays: middle / 24 })
  if (!model.ok) return tooLittle
  const run = replicate({ ...model.value, calendars: { office } }, runs, 1)
  if (!run.ok) return tooLittle
  const simulated = Float64Array.from(run.value.flatMap(({ cycleHours }) => [...cycleHours]))
  const real = Float64Array.from(held, (each) => openHours(each, office))
  const distanceDays = wasserstein(simulated, real) / hoursPerDay
  const passed = distanceDays <= thresholdDays
  return { kind: 'tested', ...sizes, fitDays: middle / 24, distanceDays, thresholdDays, passed }
}

const tookHours = ({ arrivedHours, endedHours }: ObservedCase): number => (endedHours ?? arrivedHours) - arrivedHours
const openHours = ({ arrivedHours, endedHours }: ObservedCase, office: WorkingHours): number =>
  office.elapsed(arrivedHours, endedHours ?? arrivedHours)
const nineTenths = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 0

function cut(each: ObservedCase, at: number): ObservedCase {
  const endedHours = each.endedHours !== undefined && each.endedHours <= at ? each.endedHours : undefined
  return { ...each, endedHours, tasks: each.tasks.filter(({ doneHours }) => doneHours <= at) }
}
