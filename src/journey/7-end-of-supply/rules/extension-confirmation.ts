import type { CaseFile, DocumentOrder } from '#casefile'
import { accountNumberOf, findContract } from '#journey/contract'
import type { PlainDate } from '#kernel'

export interface Extension {
  readonly from: string
  readonly until: string
  readonly reason: string
  readonly opinion: string
}

/** 临时用电延期确认单: what the contract's last day was and is. */
export function extensionConfirmation(file: CaseFile, extension: Extension, today: PlainDate): DocumentOrder {
  const { profile } = file.state
  const round = file.facts.filter((fact) => fact.type === 'temporary-supply-extended').length + 1
  return {
    kind: 'temporary-extension',
    name: '临时用电延期确认单',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '临时用电延期确认单',
      number: `${profile.caseNumber}-X${round}`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '户号', value: accountNumberOf(file) },
              { label: '户名', value: profile.customerName },
            ],
            [{ label: '用电地址', value: profile.address }],
            [{ label: '供用电合同', value: findContract(file)?.draft.contractNumber ?? '—' }],
            [
              { label: '原截止日期', value: extension.from },
              { label: '延期至', value: extension.until },
            ],
            [{ label: '申请理由', value: extension.reason }],
            [{ label: '审批意见', value: extension.opinion }],
          ],
        },
      ],
    },
  }
}
