import type { CaseDocument, CaseFile, DocumentOrder } from '#casefile'
import { dateInShanghai, type PlainDate } from '#kernel'

const methodNames: Readonly<Record<string, string>> = {
  'phone-code': '手机验证码',
  handwritten: '手写签名',
  counter: '柜台签署',
}

interface CompanySignature {
  readonly name: string
  readonly at: string
  readonly method: string
}

/** 签署记录: who signed which file, how and when; the file is named by its fingerprint. */
export function signaturePage(
  { state }: CaseFile,
  contract: CaseDocument,
  company: CompanySignature,
  today: PlainDate,
): DocumentOrder {
  const { profile } = state
  const customer = contract.signatures.at(-1)
  const word = (method: string | undefined) => methodNames[method ?? ''] ?? method ?? ''
  return {
    kind: 'contract-signature-page',
    name: '合同签署记录',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '供用电合同签署记录',
      number: `${profile.caseNumber}-S`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '申请编号', value: profile.caseNumber },
              { label: '合同文件', value: contract.name },
            ],
            [{ label: '文件指纹（SHA-256）', value: contract.sha256 }],
          ],
        },
        {
          kind: 'signatures',
          parties: [
            {
              role: '用电人',
              name: customer?.name ?? profile.customerName,
              ...(customer ? { signedAt: dateInShanghai(new Date(customer.at)), method: word(customer.method) } : {}),
            },
            {
              role: '供电人',
              name: company.name,
              signedAt: dateInShanghai(new Date(company.at)),
              method: word(company.method),
            },
          ],
        },
      ],
    },
  }
}
