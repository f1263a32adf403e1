import { type CaseFile, type DocumentOrder, findFact, type NewFact } from '#casefile'
import { asBuiltEquipment, type BuiltEquipment } from '#journey/works'
import type { Json, PlainDate } from '#kernel'

/**
 * 附件: 受电设备清单, fixed from what was really built. Nothing while that is not known, or when the annex that stands already
 * says the same; a list that changed since (after a re-inspection) is fixed anew.
 */
export function asBuiltAnnex(
  file: CaseFile,
  today: PlainDate,
): { readonly fact: NewFact; readonly document: DocumentOrder } | undefined {
  const equipment = asBuiltEquipment(file)
  if (equipment.length === 0) return undefined
  const standing = findFact(file, 'contract-annex-fixed')?.body.equipment
  if (JSON.stringify(standing) === JSON.stringify(equipment)) return undefined
  return {
    fact: {
      type: 'contract-annex-fixed',
      body: { annex: 'as-built-equipment', equipment: equipment as unknown as Json },
    },
    document: annexDocument(file, equipment, today),
  }
}

function annexDocument({ state }: CaseFile, equipment: readonly BuiltEquipment[], today: PlainDate): DocumentOrder {
  const { profile } = state
  return {
    kind: 'contract-annex-as-built',
    name: '供用电合同附件：受电设备清单',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '供用电合同附件：受电设备清单',
      number: `${profile.caseNumber}-A`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '申请编号', value: profile.caseNumber },
              { label: '用电人', value: profile.customerName },
            ],
            [{ label: '用电地址', value: profile.address }],
          ],
        },
        {
          kind: 'table',
          title: '竣工后按实际登记的受电设备',
          head: ['序号', '设备名称', '型号规格', '生产厂家', '数量', '单台容量（kVA）'],
          align: ['center', 'left', 'left', 'left', 'right', 'right'],
          rows: equipment.map((entry, index) => [
            String(index + 1),
            entry.name,
            entry.model,
            entry.maker,
            String(entry.quantity),
            entry.capacityKva === undefined ? '—' : String(entry.capacityKva),
          ]),
        },
      ],
    },
  }
}
