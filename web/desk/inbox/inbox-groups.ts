import type { InboxRow } from '../data/rows.ts'

export const urgencies = ['late', 'today', 'soon', 'onTime', 'stopped', 'noLimit'] as const
export type Urgency = (typeof urgencies)[number]

/** What a list line shows of a row beside its own columns. */
export interface InboxLine {
  readonly row: InboxRow
  readonly urgency: Urgency
  /** Working days: 0 on the due day, negative when past; undefined without limit or calendar. */
  readonly daysLeft: number | undefined
  /** Working days used of the limit; undefined without limit or calendar. */
  readonly daysUsed: number | undefined
  /** Working days since the step came: what a task without limit shows instead. */
  readonly daysOpen: number | undefined
}

/** How near a task is to its due date; a clock that is not the company's stands still for it. */
export function urgencyOf(row: InboxRow, daysLeft: number | undefined, today: string): Urgency {
  if (row.state === 'waiting' || row.clock_owner !== 'company') return 'stopped'
  if (row.due_on === null) return 'noLimit'
  if (row.due_on < today) return 'late'
  if (row.due_on === today) return 'today'
  return daysLeft !== undefined && daysLeft <= 2 ? 'soon' : 'onTime'
}

/** How much of the limit is used: what the row says while the clock stands still, else what the due date leaves. */
export function daysUsed(
  row: Pick<InboxRow, 'limit_days' | 'used_days'>,
  daysLeft: number | undefined,
): number | undefined {
  if (row.limit_days === null) return undefined
  return row.used_days ?? (daysLeft === undefined ? undefined : row.limit_days - daysLeft)
}

export interface InboxGroup {
  readonly urgency: Urgency
  readonly lines: readonly InboxLine[]
}

/** The lines by urgency, most pressing first, in the order the server gave within each; empty groups are left out. */
export function groupLines(lines: readonly InboxLine[]): readonly InboxGroup[] {
  return urgencies
    .map((urgency) => ({ urgency, lines: lines.filter((line) => line.urgency === urgency) }))
    .filter((group) => group.lines.length > 0)
}

/** One key for a row, the same through every reading. */
export const rowKey = (row: Pick<InboxRow, 'case_id' | 'task_id'>): string => `${row.case_id} ${row.task_id}`
