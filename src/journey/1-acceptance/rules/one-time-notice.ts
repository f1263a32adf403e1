import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { RequiredDocument } from './required-documents.ts'

const gateNames: Record<string, string> = {
  acceptance: '受理前',
  'supply-plan': '供电方案答复前',
  works: '受电工程前',
  contract: '合同签订前',
  energise: '送电前',
}

/** 一次性告知书: all that is asked, once, each with the gate it must be there for; later additions are a fault of ours. */
export function oneTimeNotice(
  file: CaseFile,
  missing: readonly RequiredDocument[],
  result: 'accepted' | 'incomplete',
  today: PlainDate,
  dueOn: PlainDate | 'undetermined',
): DocumentOrder {
  const { profile } = file.state
  return {
    kind: 'one-time-notice',
    name: '一次性告知书',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '用电业务一次性告知书',
      number: profile.caseNumber,
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
            [{ label: '用电地址', value: profile.address }],
            [
              { label: '受理结果', value: result === 'accepted' ? '已受理' : '待补齐后受理' },
              { label: '补齐期限', value: dueOn === 'undetermined' ? '待日历公布后告知' : dueOn },
            ],
          ],
        },
        missing.length > 0
          ? {
              kind: 'table',
              title: result === 'accepted' ? '后续补交资料（不影响现在办理）' : '需要补齐的资料',
              head: ['序号', '资料名称', '何时之前', '依据或原因'],
              rows: missing.map((entry, index) => [
                String(index + 1),
                entry.nameZh,
                gateNames[entry.neededBy] ?? entry.neededBy,
                entry.basis,
              ]),
            }
          : { kind: 'paragraphs', items: ['资料齐全，无需补交。'] },
      ],
    },
  }
}
