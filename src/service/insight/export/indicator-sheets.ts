import type { CaseSelection } from '../history/select-cases.ts'
import type { IndicatorValue } from '../reports/indicator-report.ts'
import type { IndicatorTable } from '../reports/indicator-table.ts'
import type { Cell, Sheet } from './sheet.ts'

/** The regulator's workbook: values, the cases that did not pass, every counted case, definitions, and what was selected. */
export function indicatorSheets(table: IndicatorTable, selection: CaseSelection, now: Date): readonly Sheet[] {
  return [values(table), notPassed(table), counted(table), definitions(table), selected(table, selection, now)]
}

function values({ report, numberOf }: IndicatorTable): Sheet {
  const { definitions, all, byMonth, byUnit, onDate } = report
  const groups = [
    ...all.map((value) => ({ scope: '全部', value })),
    ...byMonth.flatMap(({ month, values }) => values.map((value) => ({ scope: month, value }))),
    ...byUnit.flatMap(({ unitId, values }) => values.map((value) => ({ scope: unitId, value }))),
  ]
  const head = ['范围', '指标', '数值', '单位', '工单数', '未达标工单', '口径', '依据', '口径日期']
  const rows = groups.map(({ scope, value: { key, value, of, failed } }) => {
    const definition = definitions.find((entry) => entry.key === key)
    // Shares go out in hundredths, as their unit says.
    const shown = value !== null && definition?.unit === '%' ? value * 100 : value
    const meaning = [definition?.definitionZh ?? '', definition?.source ?? '', onDate]
    const numbers = failed.map((caseId) => numberOf[caseId] ?? caseId).join(' ')
    return [scope, definition?.nameZh ?? key, shown, definition?.unit ?? '', of, numbers, ...meaning]
  })
  return { name: '指标', head, rows }
}

const caseHead = ['申请编号', '户名', '地址', '单位', '流程', '业务', '电压', '申请日期']
type CaseCells = IndicatorTable['cases'][number]
const caseCells = ({ row, openedOn }: CaseCells): readonly Cell[] => [
  ...[row.caseNumber, row.customerName, row.address, row.unitId],
  ...[row.variant, row.kind, row.voltageClass, openedOn],
]

/** One line for each case that pulls an indicator down. */
function notPassed({ report, cases }: IndicatorTable): Sheet {
  const byId = new Map(cases.map((each) => [each.row.caseId, each]))
  const name = ({ key }: IndicatorValue) => report.definitions.find((entry) => entry.key === key)?.nameZh ?? key
  const rows = report.all.flatMap((value) =>
    value.failed.flatMap((caseId) => {
      const found = byId.get(caseId)
      return found ? [[name(value), ...caseCells(found)]] : []
    }),
  )
  return { name: '未达标工单', head: ['指标', ...caseHead], rows }
}

const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? '是' : '否')

/** Every case that was counted, with what it counted for. */
function counted({ cases }: IndicatorTable): Sheet {
  const head = [
    ...caseHead,
    ...['归档月份', '接电时间 工作日', '环节数', '到厅次数', '线上申请', '一次性齐全'],
    ...['方案一次通过', '竣工一次通过', '归档及时', '满意度', '超限环节'],
  ]
  const rows = cases.map((each) => {
    const { counted: of } = each
    const late = of.nodes.filter(({ usedDays, limitDays }) => usedDays > limitDays)
    return [
      ...caseCells(each),
      ...[of.archivedMonth, of.connectionDays, of.stages, of.counterVisits],
      ...[yesNo(of.appliedOnline), yesNo(of.completeAtOnce), yesNo(of.planPassedFirst)],
      ...[yesNo(of.inspectionPassedFirst), yesNo(of.archivedInTime), of.satisfaction ?? null],
      late.map(({ node, usedDays, limitDays }) => `${node} ${usedDays}/${limitDays}`).join(' '),
    ]
  })
  return { name: '工单', head, rows }
}

function definitions({ report }: IndicatorTable): Sheet {
  const head = ['指标', '编号', '单位', '口径', '依据', '口径日期']
  const rows = report.definitions.map(({ key, nameZh, unit, definitionZh, source }) => [
    ...[nameZh, key, unit, definitionZh],
    ...[source, report.onDate],
  ])
  return { name: '口径', head, rows }
}

function selected({ cases }: IndicatorTable, selection: CaseSelection, now: Date): Sheet {
  const { from = '', to = '', unitId = '全部', kind = '全部', voltageClass = '全部', variant = '全部' } = selection
  const rows: Cell[][] = [
    ['申请日期从', from],
    ['申请日期到', to],
    ['单位', unitId],
    ['业务', kind],
    ['电压', voltageClass],
    ['流程', variant],
    ['计入工单', cases.length],
    ['导出时间', now.toISOString()],
  ]
  return { name: '范围', head: ['项目', '内容'], rows }
}
