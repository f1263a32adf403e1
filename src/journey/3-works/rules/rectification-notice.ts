import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { InspectInterim } from '../api.ts'
import { caseSection } from './inspection-papers.ts'
import type { InspectionSheet } from './inspection-sheet.ts'

/** A defect as it stands on the notice, new or restated. */
export interface NamedDefect {
  readonly defectId: string
  readonly item: string
  readonly description: string
  readonly blocksEnergising: boolean
  readonly rectifyBy: string
  readonly recheck: 'site' | 'photos'
}

/** 缺陷整改通知单 */
export function rectificationNotice(
  file: CaseFile,
  defects: readonly NamedDefect[],
  sheet: InspectionSheet,
  form: InspectInterim,
  today: PlainDate,
): DocumentOrder {
  const nameOf = (item: string) => sheet.items.find((row) => row.item === item)?.nameZh ?? item
  return {
    kind: 'rectification-notice',
    name: `缺陷整改通知单（第 ${sheet.round} 次）`,
    customerVisible: true,
    document: {
      language: 'zh',
      title: '缺陷整改通知单',
      number: `${file.state.profile.caseNumber}-Z${sheet.round}`,
      company: '',
      issuedOn: today,
      sections: [
        caseSection(file, sheet.round, form.inspectedOn),
        {
          kind: 'table',
          title: '缺陷及整改要求',
          head: ['编号', '项目', '缺陷', '影响送电', '整改期限', '复验方式'],
          rows: defects.map((defect) => [
            defect.defectId,
            nameOf(defect.item),
            defect.description,
            defect.blocksEnergising ? '是' : '否',
            defect.rectifyBy,
            defect.recheck === 'site' ? '现场复验' : '照片复验',
          ]),
        },
        {
          kind: 'signatures',
          parties: [...form.signatures.map(({ name }) => ({ role: '检查人员', name })), { role: '客户签收人' }],
        },
      ],
    },
  }
}
