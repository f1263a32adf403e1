import type { CaseFile, DocumentOrder, PublishedStandards } from '#casefile'
import { getApplication } from '#journey/acceptance'
import { formatYuan, type Json, type PlainDate } from '#kernel'
import type { FormSection } from '#platform/documents/form-document'
import type { SupplyPlan } from '../api.ts'
import { drawRouteMap } from './draw-route-map.ts'
import { drawSingleLine } from './draw-single-line.ts'
import { meteringTable, preconditionSection, receivingTable, sourceSections } from './plan-reply-tables.ts'
import type { ServiceCharge } from './service-charges.ts'
import { singleLineOfPlan } from './single-line-of-plan.ts'
import { categoryWords, kvWords } from './words.ts'

/** 高压/低压供电方案答复单 in the prescribed fields; charges are service charges only, never the customer's works. */
export function planReplyForm(
  file: CaseFile,
  plan: SupplyPlan,
  charges: readonly ServiceCharge[],
  validUntil: PlainDate,
  standards: PublishedStandards,
  today: PlainDate,
): DocumentOrder {
  const { profile, variables } = file.state
  const isHigh = profile.voltageClass === 'hv'
  const title = isHigh ? '高压供电方案答复单' : '低压供电方案答复单'
  const find = (decision: string, inputs: Record<string, Json>) => {
    const rows = standards.decide(decision, inputs, today)
    return rows.ok ? rows.value[0]?.outputs : undefined
  }
  const gradeName = String(find('importance', { importance: variables.importance ?? 'none' })?.nameZh ?? '')
  const { industry = '' } = getApplication(file).load
  const listed = find('importance-by-industry', { industry })
  // The table has one row for all it does not list; what the customer wrote says more than that.
  const industryName = listed && listed.suspectedGrade !== 'none' ? String(listed.nameZh) : industry
  return {
    kind: isHigh ? 'plan-reply-hv' : 'plan-reply-lv',
    name: title,
    customerVisible: true,
    document: {
      language: 'zh',
      title,
      number: `${profile.caseNumber}-D`,
      company: '',
      issuedOn: today,
      sections: [
        { kind: 'fields', title: '基本信息', rows: customerRows(file, plan, gradeName, industryName) },
        chargeSection(charges),
        ...sourceSections(plan),
        ...preconditionSection(plan),
        ...(plan.transformers.length > 0 ? [receivingTable(plan)] : []),
        meteringTable(plan),
        { kind: 'diagram', title: '供电方案单线图', svg: drawSingleLine(singleLineOfPlan(plan, `${title}：单线图`)) },
        ...routeMap(plan, title),
        { kind: 'signatures', parties: [{ role: '供电公司' }, { role: '客户签收人', name: profile.customerName }] },
        { kind: 'fields', rows: [[{ label: '客户意见', value: '' }]] },
      ],
    },
    noticeValues: { validUntil, extensionDays: standards.setting('plan-extension-days-before-expiry', today) },
  }
}

/** The way of each line that has one, drawn; a plan without routes shows none. */
function routeMap(plan: SupplyPlan, title: string): FormSection[] {
  const svg = drawRouteMap(plan.sources, `${title}：供电路径示意图`)
  return svg ? [{ kind: 'diagram', title: '供电路径示意图', svg }] : []
}

function customerRows(file: CaseFile, plan: SupplyPlan, gradeName: string, industryName: string) {
  const { profile } = file.state
  const { premise, applicant } = getApplication(file)
  const isHigh = profile.voltageClass === 'hv'
  return [
    [
      { label: '户号', value: premise.existingAccountNumber || '送电时生成' },
      { label: '申请编号', value: profile.caseNumber },
    ],
    [{ label: '户名', value: profile.customerName }],
    [{ label: '用电地址', value: profile.address }],
    [
      { label: '用电类别', value: categoryWords[profile.category] ?? profile.category },
      { label: '行业分类', value: industryName },
    ],
    [
      isHigh ? { label: '拟定客户分级', value: gradeName } : { label: '供电电压', value: kvWords(plan.voltageKv) },
      { label: '供电容量', value: `${plan.approvedCapacityKva} ${isHigh ? 'kVA' : 'kW'}` },
    ],
    [
      { label: '联系人', value: applicant.contactName },
      { label: '联系电话', value: applicant.phone },
    ],
  ]
}

function chargeSection(charges: readonly ServiceCharge[]): FormSection {
  if (charges.length === 0) return { kind: 'paragraphs', title: '营业费用', items: ['无应收营业费用。'] }
  const total = charges.reduce((sum, charge) => sum + charge.amountFen, 0)
  return {
    kind: 'table',
    title: '营业费用',
    head: ['费用名称', '单价（元/kVA）', '数量/容量（kVA）', '应收金额（元）', '收费依据'],
    align: ['left', 'right', 'right', 'right', 'left'],
    rows: [
      ...charges.map((charge) => [
        charge.name,
        charge.unitPriceYuan,
        String(charge.quantityKva),
        formatYuan(charge.amountFen),
        charge.basis,
      ]),
      ['合计', '', '', formatYuan(total), ''],
    ],
  }
}
