import type { WorkingHours } from '../time/working-hours.ts'
import type { Duration } from './distribution.ts'

/** A step of the simulated process. Times are hours. */
export type SimulationNode =
  /** Work by one member of staff who holds the role. */
  | {
      readonly kind: 'task'
      readonly id: string
      readonly role: string
      readonly service: Duration
      readonly next: string
    }
  /** Time that passes without staff: the customer, an authority, a delivery; by a calendar only its open hours. */
  | {
      readonly kind: 'wait'
      readonly id: string
      readonly duration: Duration
      readonly next: string
      readonly calendar?: string
    }
  | { readonly kind: 'choice'; readonly id: string; readonly branches: readonly Branch[] }
  | { readonly kind: 'split'; readonly id: string; readonly next: readonly string[] }
  /** Goes on when as many tokens of the case have come as ways lead in. */
  | { readonly kind: 'join'; readonly id: string; readonly incoming: number; readonly next: string }
  | { readonly kind: 'end'; readonly id: string }

export interface Branch {
  readonly next: string
  /** Probability; the branches of a choice add up to 1. */
  readonly probability: number
}

/** People alike: same roles, same hours. */
export interface StaffGroup {
  readonly name: string
  readonly roles: readonly string[]
  readonly count: number
  /** Work for cases of this unit alone; absent: for all. */
  readonly unit?: string
  /** Name of their working hours; absent: always there. */
  readonly calendar?: string
  readonly costPerHour?: number
}

/** How a role works, where it is not the plain way. */
export interface RoleRule {
  /** One person keeps all tasks of the role in a case, from the first on. */
  readonly oneToOne?: boolean
  /** With one-to-one service: most cases a person has at a time; further cases wait. */
  readonly loadLimit?: number
}

export interface CaseKind {
  readonly name: string
  /** Share of the cases; the shares add up to 1. */
  readonly share: number
  /** Higher goes first under the queue rule `priority`. */
  readonly priority?: number
}

export type Arrivals =
  /** Poisson with one rate. */
  | { readonly kind: 'poisson'; readonly perHour: number }
  /** Poisson with a rate for each hour of the week, Monday 00:00 first (168), and a factor for each month (12). */
  | { readonly kind: 'by-hour'; readonly perHour: readonly number[]; readonly monthFactors?: readonly number[] }
  | { readonly kind: 'every'; readonly hours: number }

/** Which waiting task a free person takes: the longest waiting, the most important kind, the oldest case, the shortest. */
export type QueueRule = 'first-come' | 'priority' | 'oldest-case' | 'shortest'

export interface SimulationModel {
  readonly start: string
  readonly nodes: readonly SimulationNode[]
  readonly arrivals: Arrivals
  readonly staff: readonly StaffGroup[]
  readonly roles?: Readonly<Record<string, RoleRule>>
  readonly kinds?: readonly CaseKind[]
  readonly queueRule?: QueueRule
  /** Working hours by name, in hours since the start of the run. */
  readonly calendars?: Readonly<Record<string, WorkingHours>>
  /** Hour of the week (0: Monday 00:00) and month (0: January) at which the run begins; for arrivals by hour. */
  readonly startHourOfWeek?: number
  readonly startDayOfYear?: number
  readonly horizonHours: number
  /** Cases that arrive before are simulated but not counted. */
  readonly warmUpHours?: number
  /** Name of the working hours by which waiting and the times of cases are counted; absent: all hours. */
  readonly countedBy?: string
  /** A case is late when it takes longer, hours from arrival to end. */
  readonly limitHours?: number
}
