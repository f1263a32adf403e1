import { oc } from '@orpc/contract'
import { z } from 'zod'
import { indicatorKeys } from './reports/indicator-report.ts'

const tags = ['insight']
const get = (path: `/${string}`, summary: string) => oc.route({ method: 'GET', path, tags, summary })
const post = (path: `/${string}`, summary: string) => oc.route({ method: 'POST', path, tags, summary })
const FileName = z.string().trim().min(1).max(200)
const LogId = z.union([z.literal('own'), z.uuid()])
const Column = z.string().min(1).max(100).optional()
/** Names of columns of a CSV file, and the zone of times that name none. */
const ColumnNames = z.object({
  caseId: Column,
  activity: Column,
  time: Column,
  resource: Column,
  start: Column,
  lifecycle: Column,
  delimiter: z.string().length(1).optional(),
  offsetMinutes: z.number().int().min(-840).max(840).optional(),
})
/** Reports are made by pure code whose types the web imports; the description says what they hold. */
const Report = (description: string) => z.looseObject({}).describe(description)
const Share = z.coerce.number().min(0).max(1).default(1)

/** Which cases a report is about; what is left out does not narrow. */
export const CaseSelection = z.object({
  from: z.iso.date().optional().describe('applied for on this day or later'),
  to: z.iso.date().optional().describe('applied for on this day or earlier'),
  unitId: z.string().max(60).optional(),
  kind: z.string().max(60).optional(),
  voltageClass: z.enum(['lv', 'hv']).optional(),
  variant: z.string().max(60).optional(),
})

/** What the cases behind a number have in common. One of them. */
export const CaseQuestion = CaseSelection.extend({
  element: z.string().max(100).optional().describe('did this step'),
  source: z.string().max(100).optional().describe('with `target`: went from this step to that'),
  target: z.string().max(100).optional(),
  sameWayAs: z.string().max(60).optional().describe('took the same steps in the same order as this finished case'),
  reason: z.string().max(100).optional().describe('with `owner`: lost days on the clock to this reason'),
  owner: z.enum(['company', 'customer', 'government', 'weather']).optional(),
  indicator: z.enum(indicatorKeys).optional().describe('did not pass this indicator'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export const exportNames = ['indicators', 'findings', 'clocks', 'late', 'variants', 'steps', 'paths'] as const

/** Routes of the company's own history: for managers, auditors and administrators. */
export const insightContract = {
  progress: get(
    '/insight/progress',
    'How far the history has been read: cases read, of how many; zeros once it is',
  ).output(z.object({ read: z.number(), of: z.number() })),
  scope: get('/insight/scope', 'What can be selected: processes, units, kinds, months').output(Report('InsightScope')),
  processMap: get('/insight/process-map', 'What happened: steps, paths, waiting and handling')
    .input(CaseSelection.extend({ activities: Share, paths: Share }))
    .output(Report('ProcessMap')),
  published: get('/insight/published-process', 'The published process with the figures of each step')
    .input(CaseSelection.required({ variant: true }))
    .output(Report('PublishedFigures')),
  variants: get('/insight/variants', 'Orders of steps that cases took')
    .input(CaseSelection.extend({ limit: z.coerce.number().int().min(1).max(200).default(12) }))
    .output(Report('VariantReport')),
  cases: get('/insight/cases', 'The cases behind a number').input(CaseQuestion).output(Report('cases, total')),
  findings: get('/insight/findings', 'Where practice and standard differ')
    .input(CaseSelection)
    .output(Report('FindingReport')),
  clocks: get('/insight/clocks', 'Whose days they were, and what is or will be late')
    .input(CaseSelection)
    .output(Report('ClockReport')),
  indicators: get('/insight/indicators', 'Indicators by unit and month, with their definitions')
    .input(CaseSelection)
    .output(Report('IndicatorReport')),
  moves: get('/insight/moves', 'How cases moved from step to step, for showing it as a film')
    .input(CaseSelection.extend({ limit: z.coerce.number().int().min(1).max(2000).default(600) }))
    .output(Report('Moves')),
  comparison: get('/insight/comparison', 'Two selections side by side: `a[from]=…&b[from]=…`')
    .input(z.object({ a: CaseSelection.default({}), b: CaseSelection.default({}) }))
    .output(Report('Comparison')),
  listLogs: get('/insight/logs', 'Event logs of other systems that were brought in, newest first').output(
    z.object({ logs: z.array(Report('ImportedLog')) }),
  ),
  importLog: post('/insight/logs', 'Bring in an event log: whole, or not at all with every faulty row')
    .input(
      z.object({
        file: FileName.describe('ends in .xes, .xes.gz, .csv or .csv.gz'),
        contentBase64: z.base64().min(4).max(7_000_000),
        guide: ColumnNames.default({}).describe('of a CSV file: which column tells what'),
      }),
    )
    .output(Report('ImportedLog')),
  removeLog: oc
    .route({ method: 'POST', path: '/insight/logs/{logId}/remove', tags, summary: 'Remove an imported log' })
    .input(z.object({ logId: z.uuid() }))
    .output(z.object({})),
  logFigures: get('/insight/logs/{logId}', 'A log in figures; `own`: the finished cases of the company')
    .input(z.object({ logId: LogId }))
    .output(Report('LogFigures')),
  discoverModel: get('/insight/logs/{logId}/discovered', 'A model found in a log (inductive miner), with its fitness')
    .input(z.object({ logId: LogId, noise: z.coerce.number().min(0).max(0.9).default(0) }))
    .output(Report('DiscoveredModel')),
  checkModel: post('/insight/logs/{logId}/check', 'Compare a log with a model: token replay and optimal alignments')
    .input(z.object({ logId: LogId, file: FileName, text: z.string().min(2).max(5_000_000) }))
    .output(Report('Fitness')),
  exportLog: get('/insight/logs/{logId}/export', 'A log as XES or as OCEL 2.0 JSON')
    .input(z.object({ logId: LogId, format: z.enum(['xes', 'ocel']) }))
    .output(z.file()),
  export: get('/insight/export', 'One report as a CSV file or an Excel workbook')
    .input(CaseSelection.extend({ report: z.enum(exportNames), format: z.enum(['csv', 'xlsx']).default('csv') }))
    .output(z.file()),
}
