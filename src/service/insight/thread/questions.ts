import type { ReadingProgress } from '../history/resident-history.ts'
import type { Insight } from '../insight.ts'
import type { ImportedLogs } from '../logs/imported-logs.ts'

/** What can be asked of the reports, wherever they are made. */
export type Reports = Pick<Insight, keyof Insight>
/** What can be asked of event logs. */
export type LogRoom = Pick<ImportedLogs, keyof ImportedLogs>

/** Everything the thread can be asked. */
export type Asked = Reports & LogRoom
export type AskedName = keyof Asked

export type ReportArguments<Name extends AskedName> = Parameters<Asked[Name]>
export type ReportAnswer<Name extends AskedName> = Awaited<ReturnType<Asked[Name]>>

/** One question to the thread. */
export interface Question {
  readonly id: number
  readonly name: AskedName
  readonly args: readonly unknown[]
}

/** What the thread says: an answer, a failure (`away`: the database was), or how far it has read. */
export type Said =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly away: boolean }
  | { readonly kind: 'reading'; readonly progress: ReadingProgress }
