import type { FormSection } from '#platform/documents/form-document'
import type { PlanSource, SupplyPlan } from '../api.ts'
import {
  kvWords,
  layingWords,
  lineWords,
  meteringWords,
  mountingWords,
  operationWords,
  roleWords,
  tariffWords,
  yesNo,
} from './words.ts'

/** 供电电源: a block of fields for each source. */
export const sourceSections = (plan: SupplyPlan): FormSection[] =>
  plan.sources.map((source) => ({
    kind: 'fields' as const,
    title: `供电电源 ${source.sourceNumber}`,
    rows: sourceRows(source),
  }))

function sourceRows(source: PlanSource) {
  return [
    [
      { label: '电源性质', value: roleWords[source.role] },
      { label: '运行方式', value: operationWords[source.operationMode] },
    ],
    [
      { label: '变电站', value: [source.substation, source.busSection].filter(Boolean).join(' ') },
      { label: '线路', value: source.feeder },
    ],
    [
      { label: '电源接入点', value: source.accessPoint },
      { label: '回路数', value: String(source.circuits) },
    ],
    [
      {
        label: '供电电压',
        value: [kvWords(source.voltageKv), source.phase && `${source.phase} 相`].filter(Boolean).join('，'),
      },
      { label: '供电容量', value: capacityOf(source) },
    ],
    [
      { label: '进线方式', value: `${lineWords[source.lineKind]}，${layingWords[source.layingMethod]}` },
      { label: '导线', value: `${source.conductor}，${source.lengthM} m` },
    ],
    [{ label: '产权分界点', value: source.boundaryPoint }],
    ...(source.protection ? [[{ label: '保护方式', value: source.protection }]] : []),
  ]
}

/** Low voltage is approved in kW; an increase says what was there before. */
function capacityOf({ capacityKva, existingKva = 0, voltageKv }: PlanSource): string {
  const unit = voltageKv < 1 ? 'kW' : 'kVA'
  return existingKva > 0 ? `${capacityKva} ${unit}（原有 ${existingKva} ${unit}）` : `${capacityKva} ${unit}`
}

/** What the company has to do in its network before it can switch on; the customer neither does it nor pays for it. */
export const preconditionSection = ({ preconditions = [] }: SupplyPlan): FormSection[] =>
  preconditions.length === 0
    ? []
    : [
        {
          kind: 'paragraphs',
          title: '电网侧先行工作',
          items: [
            ...preconditions.map(({ sourceNumber, kind, to, kva }) =>
              kind === 'load-transfer'
                ? `电源 ${sourceNumber}：送电前，供电公司先将所在线路约 ${kva} kVA 负荷转移至${to}。`
                : `电源 ${sourceNumber}：送电前，供电公司先将所在线路改接至${to}。`,
            ),
            '以上工作由供电公司实施并承担费用。',
          ],
        },
      ]

/** 受电设备方案: capacity and place only; maker and model are the customer's choice. */
export const receivingTable = (plan: SupplyPlan): FormSection => ({
  kind: 'table',
  title: '受电设备',
  head: ['名称', '单台容量（kVA）', '数量', '总容量（kVA）', '安装方式'],
  align: ['left', 'right', 'right', 'right', 'left'],
  rows: [
    ...plan.transformers.map((row) => [
      '受电变压器',
      String(row.capacityKva),
      String(row.count),
      String(row.capacityKva * row.count),
      mountingWords[row.mounting],
    ]),
    ['无功补偿（kvar）', '', '', String(plan.compensationKvar), ''],
  ],
})

/** 计量点方案 */
export const meteringTable = (plan: SupplyPlan): FormSection => ({
  kind: 'table',
  title: '计量点',
  head: ['计量点', '电源', '计量方式', '电价类别', '电能表精度', '电流互感器', '电压互感器', '加计变损'],
  rows: plan.metering.map((row) => [
    String(row.point),
    String(row.sourceNumber),
    `${meteringWords[row.meteringMode]}，${kvWords(row.meteredKv)}`,
    tariffWords[row.tariffClass],
    `${row.accuracyClass} 级（${row.meteringClass} 类）`,
    row.ctRatio ? `${row.ctRatio}，${row.ctClass ?? ''} 级` : '直接接入',
    row.ptRatio ? `${row.ptRatio}，${row.ptClass ?? ''} 级` : '—',
    yesNo(row.addsTransformerLosses),
  ]),
})
