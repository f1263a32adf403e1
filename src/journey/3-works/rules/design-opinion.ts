import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { Firm, ReviewDesign } from '../api.ts'
import { itemTable } from './inspection-papers.ts'
import type { InspectionSheet } from './inspection-sheet.ts'

/** 受电工程设计文件审核意见单 */
export function designOpinion(
  { state }: CaseFile,
  form: ReviewDesign,
  sheet: InspectionSheet,
  { version, designer }: { readonly version: number; readonly designer: Firm },
  today: PlainDate,
): DocumentOrder {
  const { profile } = state
  const title = '受电工程设计文件审核意见单'
  return {
    kind: 'design-review-opinion',
    name: `${title}（第 ${version} 版）`,
    customerVisible: true,
    document: {
      language: 'zh',
      title,
      number: `${profile.caseNumber}-S${version}`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '申请编号', value: profile.caseNumber },
              { label: '户名', value: profile.customerName },
            ],
            [
              { label: '设计单位（客户自选）', value: designer.name },
              { label: '资质', value: `${designer.licenceGrade}，${designer.licenceNumber}` },
            ],
            [
              { label: '设计文件版本', value: `第 ${version} 版` },
              { label: '审核结论', value: form.designPassed ? '通过' : '不通过，请修改后重新报送' },
            ],
            [{ label: '审核意见', value: form.opinion }],
          ],
        },
        itemTable(form.items, sheet.items),
        { kind: 'signatures', parties: [{ role: '审核人' }, { role: '客户签收人' }] },
      ],
    },
  }
}
