import { implement } from '@orpc/server'
import { dateInShanghai } from '#kernel'
import { type RequestContext, unwrap } from '#platform/http/index'
import { staffOf } from '../staff-of.ts'
import { insightContract } from './api.ts'
import { writeCsv } from './export/csv.ts'
import { reportSheets } from './export/report-sheets.ts'
import { writeXlsx } from './export/xlsx.ts'
import { logRoutes } from './logs/log-routes.ts'
import type { LogRoom } from './thread/questions.ts'
import type { ReportThread } from './thread/report-thread.ts'

/** The routes of the reports: parse, call, map. */
export function insightRoutes(insight: ReportThread, logs: LogRoom) {
  const os = implement(insightContract).$context<RequestContext>()
  return os.router({
    progress: os.progress.handler(({ context }) => {
      const { read = 0, of = 0 } = insight.progress(staffOf(context).companyId) ?? {}
      return { read, of }
    }),
    scope: os.scope.handler(async ({ context }) => ({ ...(await insight.scope(staffOf(context), context.now())) })),
    processMap: os.processMap.handler(async ({ input: { activities, paths, ...selection }, context }) => {
      const detail = { activityShare: activities, pathShare: paths }
      return { ...unwrap(await insight.processMap(staffOf(context), selection, detail, context.now())) }
    }),
    published: os.published.handler(async ({ input, context }) => ({
      ...unwrap(await insight.published(staffOf(context), input, context.now())),
    })),
    variants: os.variants.handler(async ({ input: { limit, ...selection }, context }) => ({
      ...(await insight.variants(staffOf(context), selection, limit, context.now())),
    })),
    cases: os.cases.handler(async ({ input, context }) => {
      const { element, source, target, sameWayAs, reason, owner, indicator, limit, ...selection } = input
      const question = { element, source, target, sameWayAs, reason, owner, indicator }
      return { ...(await insight.cases(staffOf(context), selection, question, limit, context.now())) }
    }),
    findings: os.findings.handler(async ({ input, context }) => ({
      ...(await insight.findings(staffOf(context), input, findingsShown, context.now())),
    })),
    clocks: os.clocks.handler(async ({ input, context }) => ({
      ...(await insight.clocks(staffOf(context), input, context.now())),
    })),
    indicators: os.indicators.handler(async ({ input, context }) => ({
      ...(await insight.indicators(staffOf(context), input, context.now())),
    })),
    moves: os.moves.handler(async ({ input: { limit, ...selection }, context }) => ({
      ...(await insight.moves(staffOf(context), selection, limit, context.now())),
    })),
    comparison: os.comparison.handler(async ({ input: { a, b }, context }) => ({
      ...unwrap(await insight.comparison(staffOf(context), a, b, context.now())),
    })),
    ...logRoutes(insight, logs),
    export: os.export.handler(async ({ input: { report, format, ...selection }, context }) => {
      const sheets = unwrap(await reportSheets(insight, staffOf(context), report, selection, context.now()))
      const name = `tongdian-${report}-${dateInShanghai(context.now())}.${format}`
      if (format === 'xlsx') return new File([await writeXlsx(sheets)], name, { type: xlsxType })
      return new File(sheets.slice(0, 1).map(writeCsv), name, { type: 'text/csv;charset=utf-8' })
    }),
  })
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Findings of one rule sent with a page; a file has all of them. */
const findingsShown = 200
