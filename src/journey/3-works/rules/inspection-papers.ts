import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { FormSection } from '#platform/documents/form-document'
import type { InspectedItem, InspectInterim } from '../api.ts'
import type { InspectionSheet, SheetItem } from './inspection-sheet.ts'

const titles = { interim: '受电工程中间检查', completion: '受电工程竣工检验', 'design-review': '设计文件审核' } as const
const resultWords: Readonly<Record<InspectedItem['result'], string>> = { pass: '合格', fail: '不合格', na: '不适用' }

/** Whose inspection it was, when, and the how manieth. */
export function caseSection({ state }: CaseFile, round: number, on: string): FormSection {
  const { profile } = state
  return {
    kind: 'fields',
    rows: [
      [
        { label: '申请编号', value: profile.caseNumber },
        { label: '户名', value: profile.customerName },
      ],
      [{ label: '用电地址', value: profile.address }],
      [
        { label: '日期', value: on },
        { label: '次数', value: `第 ${round} 次` },
      ],
    ],
  }
}

export const limitWords = ({ min, max, unit }: SheetItem): string => {
  if (min !== null && max !== null) return `${min}～${max} ${unit}`
  if (min !== null) return `≥ ${min} ${unit}`
  return max !== null ? `≤ ${max} ${unit}` : ''
}

/** 检查项目 with standard, measured value and result. */
export function itemTable(items: readonly InspectedItem[], sheet: readonly SheetItem[]): FormSection {
  return {
    kind: 'table',
    title: '检查项目',
    head: ['序号', '项目', '标准', '限值', '实测', '结果', '说明'],
    rows: sheet.map((row, index) => {
      const entry = items.find((candidate) => candidate.item === row.item)
      const value = entry?.measuredValue
      return [
        String(index + 1),
        row.nameZh,
        row.standard,
        limitWords(row),
        value === undefined ? '' : `${value} ${row.unit}`,
        entry ? resultWords[entry.result] : '',
        entry?.note ?? '',
      ]
    }),
  }
}

/** 检查 (检验) 记录单: made in every case and every round, passed or not. */
export function inspectionSheetPaper(
  file: CaseFile,
  form: InspectInterim,
  sheet: InspectionSheet,
  passed: boolean,
  today: PlainDate,
): DocumentOrder {
  const title = `${titles[sheet.inspection]}记录单`
  return {
    kind: 'inspection-sheet',
    name: `${title}（第 ${sheet.round} 次）`,
    customerVisible: true,
    document: {
      language: 'zh',
      title,
      number: `${file.state.profile.caseNumber}-J${sheet.round}`,
      company: '',
      issuedOn: today,
      sections: [
        caseSection(file, sheet.round, form.inspectedOn),
        itemTable(form.items, sheet.items),
        ...(sheet.earlierDefects.length > 0 ? [earlierTable(form, sheet)] : []),
        {
          kind: 'fields',
          title: '检查结论',
          rows: [
            [{ label: '结论', value: passed ? '合格' : '不合格，须整改后复验' }],
            [{ label: '意见', value: form.conclusion }],
          ],
        },
        {
          kind: 'signatures',
          parties: [
            ...form.signatures.map(({ name }) => ({ role: '检查人员', name, signedAt: form.inspectedOn })),
            { role: '客户代表' },
          ],
        },
      ],
    },
  }
}

const earlierTable = (form: InspectInterim, sheet: InspectionSheet): FormSection => ({
  kind: 'table',
  title: '上次缺陷复验',
  head: ['编号', '缺陷', '整改情况', '复验结果'],
  rows: sheet.earlierDefects.map((defect) => {
    const answer = form.earlierDefects.find((entry) => entry.defectId === defect.defectId)
    const result = answer?.closed ? '已消除' : '未消除'
    return [
      defect.defectId,
      defect.description,
      defect.rectified?.done ?? '未报',
      [result, answer?.note].filter(Boolean).join('：'),
    ]
  }),
})
