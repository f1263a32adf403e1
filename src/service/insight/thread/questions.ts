import type { ReadingProgress } from '../history/resident-history.ts'
import type { Insight } from '../insight.ts'

/** What can be asked of the reports, wherever they are made. */
export type ReportName =
  | 'scope'
  | 'processMap'
  | 'published'
  | 'variants'
  | 'cases'
  | 'findings'
  | 'clocks'
  | 'indicators'
  | 'indicatorTable'
  | 'moves'
  | 'comparison'
  | 'whatIf'
export type Reports = Pick<Insight, ReportName>

export type ReportArguments<Name extends ReportName> = Parameters<Reports[Name]>
export type ReportAnswer<Name extends ReportName> = Awaited<ReturnType<Reports[Name]>>

/** One question to the thread. */
export interface Question {
  readonly id: number
  readonly name: ReportName
  readonly args: readonly unknown[]
}

/** What the thread says: an answer, a failure (`away`: the database was), or how far it has read. */
export type Said =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly away: boolean }
  | { readonly kind: 'reading'; readonly progress: ReadingProgress }
