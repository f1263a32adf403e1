import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { FormSection, SigningParty } from '#platform/documents/form-document'
import type { ContractDraft } from './draft-contract.ts'
import { printContract } from './print-contract.ts'

export interface PrintedContract {
  readonly file: CaseFile
  readonly kind: string
  readonly number: string
  readonly draft: ContractDraft
  readonly annexes: readonly string[]
  readonly parties: readonly SigningParty[]
  readonly more?: readonly FormSection[]
  readonly today: PlainDate
}

/** A contract or agreement as a document: who, clauses with their plain words, annexes, places for the signatures. */
export function contractDocument(printed: PrintedContract): DocumentOrder {
  const { file, kind, number, draft, annexes, parties, more = [], today } = printed
  const { profile } = file.state
  return {
    kind,
    name: draft.title.zh,
    customerVisible: true,
    document: {
      language: 'zh',
      title: draft.title.zh,
      number,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '合同编号', value: number },
              { label: '申请编号', value: profile.caseNumber },
            ],
            [{ label: '用电人', value: profile.customerName }],
            [{ label: '用电地址', value: profile.address }],
          ],
        },
        ...printContract(draft, 'zh'),
        ...more,
        ...(annexes.length > 0 ? [annexSection(annexes)] : []),
        { kind: 'signatures', parties },
      ],
    },
  }
}

const annexSection = (annexes: readonly string[]): FormSection => ({
  kind: 'table',
  title: '附件',
  head: ['序号', '名称'],
  align: ['center', 'left'],
  rows: annexes.map((annex, index) => [String(index + 1), annex]),
})
