import type { WorkingHours } from '../../time/working-hours.ts'
import type { SimulatedGraph } from '../process-model.ts'

/** A task as the history tells it; hours since the first day of the observation, 00:00 in Shanghai. */
export interface ObservedTask {
  readonly elementId: string
  readonly openedHours: number
  /** When somebody took it; undefined where nobody did before doing it. */
  readonly takenHours: number | undefined
  readonly doneHours: number
  readonly person: string
}

export interface ObservedCase {
  readonly arrivedHours: number
  /** Undefined while it is under way. */
  readonly endedHours: number | undefined
  /** Goes before others (绿色通道). */
  readonly urgent: boolean
  /** The unit whose case it is. */
  readonly unit: string
  /** For each time the customer came to the counter the step he came for; empty for the application and for no step. */
  readonly visits: readonly string[]
  /** In any order. */
  readonly tasks: readonly ObservedTask[]
}

/** What a calibration rests on. */
export interface Observation {
  readonly graph: SimulatedGraph
  /** First day, and how many. */
  readonly startsOn: string
  readonly days: number
  readonly cases: readonly ObservedCase[]
  /** Office hours, in hours since the first day. */
  readonly office: WorkingHours
  /** Tasks whose time is the customer's or an authority's: they take nobody's work. */
  readonly waits: ReadonlySet<string>
  /** Fewer observations of a task than this are joined with those of its role. */
  readonly fewest: number
  /** A season is told from so many days on, with so many cases a month on average. */
  readonly season: { readonly days: number; readonly casesPerMonth: number }
  /** Work of a task nobody has done yet, hours. */
  readonly assumedHours: number
}

export type EstimateKind =
  | 'visits'
  | 'arrivals'
  | 'season'
  | 'work'
  | 'pick-up'
  | 'customer'
  | 'branch'
  | 'staff'
  | 'urgent'

/** One estimate and what it rests on, for the person who is to believe it. */
export interface Estimate {
  readonly kind: EstimateKind
  /** Task, gateway, staff group; empty for the whole. */
  readonly key: string
  readonly observations: number
  /** From its own observations, those of its role, of all tasks, or assumed without any. */
  readonly basis: 'own' | 'role' | 'all' | 'assumed'
  /** Mean hours of a duration, people of a group, cases a week, share of a gateway's most frequent way. */
  readonly value: number
}
