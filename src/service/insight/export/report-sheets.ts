import type { StaffActor } from '#casefile'
import { accept, type Result } from '#kernel'
import type { exportNames } from '../api.ts'
import type { CaseSelection } from '../history/select-cases.ts'
import type { Times } from '../reports/times.ts'
import type { Reports } from '../thread/questions.ts'
import { indicatorSheets } from './indicator-sheets.ts'
import type { Sheet } from './sheet.ts'

export type ExportName = (typeof exportNames)[number]

const everything = { activityShare: 1, pathShare: 1 }
const inTimes = (what: string) => [`${what}中位 工作日`, `${what}平均 工作日`, `${what}九成以内 工作日`]
const times = ({ median, mean, p90 }: Times) => [median, mean, p90]

/** One report as tables, the first of them the report itself; headings in Chinese, as the regulator reads them. */
export async function reportSheets(
  insight: Reports,
  actor: StaffActor,
  report: ExportName,
  selection: CaseSelection,
  now: Date,
): Promise<Result<readonly Sheet[]>> {
  if (report === 'steps' || report === 'paths') return await exportMap(insight, actor, report, selection, now)
  return accept(await writers[report](insight, actor, selection, now))
}

async function exportMap(
  insight: Reports,
  actor: StaffActor,
  report: 'steps' | 'paths',
  selection: CaseSelection,
  now: Date,
): Promise<Result<readonly Sheet[]>> {
  const map = await insight.processMap(actor, selection, everything, now)
  if (!map.ok) return map
  if (report === 'paths') {
    const rows = map.value.paths.map((path) => [path.source, path.target, path.count, ...times(path.waiting)])
    return accept([{ name: '路径', head: ['从', '到', '次数', ...inTimes('等待')], rows }])
  }
  const rows = map.value.activities.map((step) => [
    ...[step.elementId, step.name, step.events, step.cases],
    ...[...times(step.waiting), ...times(step.handling)],
  ])
  const head = ['步骤编号', '步骤', '次数', '工单数', ...inTimes('等待'), ...inTimes('办理')]
  return accept([{ name: '步骤', head, rows }])
}

const verdictWords = { confirmed: '属实', justified: '有正当理由', 'false-alarm': '误报' } as const

type Writer = (insight: Reports, actor: StaffActor, selection: CaseSelection, now: Date) => Promise<readonly Sheet[]>

const writers: Readonly<Record<Exclude<ExportName, 'steps' | 'paths'>, Writer>> = {
  indicators: async (insight, actor, selection, now) =>
    indicatorSheets(await insight.indicatorTable(actor, selection, now), selection, now),
  findings: async (insight, actor, selection, now) => {
    const { groups, rows } = await insight.findings(actor, selection, Number.MAX_SAFE_INTEGER, now)
    const numbers = new Map(rows.map((row) => [row.caseId, row.caseNumber]))
    const lines = groups.flatMap(({ kind, findings }) =>
      findings.map(({ caseId, elementId, facts, data, settled }) => [
        ...[kind, numbers.get(caseId) ?? caseId, elementId],
        ...[facts.join(' '), JSON.stringify(data)],
        ...[settled ? verdictWords[settled.verdict] : '待认定', settled?.reason ?? '', settled?.byName ?? ''],
      ]),
    )
    const head = ['规则', '申请编号', '步骤', '事实序号', '数据', '认定', '认定理由', '认定人']
    return [{ name: '与标准不一致', head, rows: lines }]
  },
  clocks: async (insight, actor, selection, now) => {
    const { byReason, reasons } = await insight.clocks(actor, selection, now)
    const names = new Map(reasons.map(({ reason, nameZh }) => [reason, nameZh]))
    const rows = byReason.map(({ owner, reason, days, cases }) => [
      ...[owner, names.get(reason) ?? reason],
      ...[days, cases],
    ])
    const head = ['归属', '原因', '工作日', '工单数']
    return [{ name: '时间归属', head, rows }]
  },
  late: async (insight, actor, selection, now) => {
    const { late, rows } = await insight.clocks(actor, selection, now)
    const byId = new Map(rows.map((row) => [row.caseId, row]))
    const dueBy = (limits: (typeof late)[number]['byRuleSet'], ruleSet: string) =>
      limits.find((limit) => limit.ruleSet === ruleSet)?.dueOn ?? ''
    const lines = late.map(({ caseId, node, dueOn, ruleSet, overdue, byRuleSet }) => [
      ...[byId.get(caseId)?.caseNumber ?? caseId, byId.get(caseId)?.customerName ?? ''],
      ...[dueOn, ruleSet, node, overdue ? '已超期' : '将超期'],
      ...['law', 'regulator', 'promise'].map((each) => dueBy(byRuleSet, each)),
    ])
    const head = ['申请编号', '户名', '期限', '依据', '环节', '状态', '法规期限', '监管期限', '承诺期限']
    return [{ name: '超期和将超期', head, rows: lines }]
  },
  variants: async (insight, actor, selection, now) => {
    const { rows, steps } = await insight.variants(actor, selection, Number.MAX_SAFE_INTEGER, now)
    const names = new Map(steps.map(({ elementId, name }) => [elementId, name]))
    const lines = rows.map((row, index) => [
      ...[index + 1, row.elementIds.map((elementId) => names.get(elementId) ?? elementId).join(' > ')],
      ...[row.cases, row.share, row.cumulativeShare, row.medianDays, row.lateShare],
    ])
    const head = ['序号', '走法', '工单数', '占比', '累计', '中位 公司计时工作日', '超期占比']
    return [{ name: '走法', head, rows: lines }]
  },
}
