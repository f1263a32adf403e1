import type { CaseFile, DocumentOrder } from '#casefile'
import { formatYuan, type PlainDate, yuanInCapitals } from '#kernel'
import type { Fees } from './compute-fees.ts'

/** 业务费用告知单: what is to be paid and by which published basis, or why nothing is. */
export function feeNotice({ state }: CaseFile, fees: Fees, today: PlainDate): DocumentOrder {
  const { profile } = state
  return {
    kind: 'fee-notice',
    name: '业务费用告知单',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '业务费用告知单',
      number: `${profile.caseNumber}-F`,
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
              { label: '应收合计（元）', value: formatYuan(fees.dueFen) },
              { label: '大写', value: yuanInCapitals(fees.dueFen) },
            ],
            ...(fees.reason ? [[{ label: '无应收费用的原因', value: fees.reason }]] : []),
          ],
        },
        ...(fees.items.length > 0 ? [itemTable(fees)] : []),
      ],
    },
  }
}

function itemTable({ items }: Fees) {
  return {
    kind: 'table' as const,
    title: '应收业务费',
    head: ['费用名称', '单价', '数量/容量', '应收金额（元）', '收费依据'],
    align: ['left', 'right', 'right', 'right', 'left'] as const,
    rows: items.map((item) => [
      item.name,
      `${item.unitPriceYuan} 元/kVA`,
      `${item.quantityKva} kVA`,
      formatYuan(item.amountFen),
      item.basis,
    ]),
  }
}
