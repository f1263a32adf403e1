import type { InboxRow } from '../data/rows.ts'

export const urgencies = ['late', 'today', 'soon', 'onTime', 'stopped', 'noLimit'] as const
export type Urgency = (typeof urgencies)[number]

/** What a list line shows of a row beside its own columns. */
export interface InboxLine {
  readonly row: InboxRow
  readonly urgency: Urgency
  /** Working days: 0 on the due day, negative when past; undefined without limit or calendar. */
  readonly daysLeft: number | undefined
  /** Working days since the step came. */
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
