import { type CaseFile, type DocumentOrder, findBody } from '#casefile'
import { findExistingSupply } from '#journey/acceptance'
import { approvedPlan } from '#journey/supply-plan'
import { dateInShanghai, type PlainDate } from '#kernel'
import type { SignEnergisingForm } from '../api.ts'
import type { InstalledMeters } from './energising-steps.ts'
import { findOldMeters } from './old-meters.ts'
import { clockTime } from './step-times.ts'

export interface Energised {
  readonly energisedAt: string
  readonly operator: string
  readonly guardian: string
  readonly switchingOrderNumber: string
}

export const findEnergising = (file: CaseFile): Energised | undefined =>
  findBody<Energised & Record<string, never>>(file, 'supply-switched-on')

export interface SignedEnergising {
  readonly file: CaseFile
  readonly energised: Energised
  readonly meters: InstalledMeters
  readonly signature: Pick<SignEnergisingForm['signature'], 'name' | 'method'> & { readonly at: Date }
  readonly opinion: string
  readonly today: PlainDate
}

const methodNames = { 'phone-code': '手机验证码', handwritten: '手写签名', counter: '柜台签署' } as const

/** 新装（增容）送电单, as the customer signed it. */
export function energisingForm(signed: SignedEnergising): DocumentOrder {
  const { file, energised, signature, opinion, today } = signed
  const { profile } = file.state
  const title = profile.kind === 'increase' ? '增容送电单' : '新装送电单'
  return {
    kind: 'energising-form',
    name: title,
    customerVisible: true,
    document: {
      language: 'zh',
      title,
      number: `${profile.caseNumber}-E`,
      company: '',
      issuedOn: today,
      sections: [
        fields(signed),
        meterTable(signed.meters),
        ...oldMeterTable(file),
        {
          kind: 'signatures',
          parties: [
            { role: '送电操作人', name: energised.operator, signedAt: dateInShanghai(new Date(energised.energisedAt)) },
            {
              role: '客户',
              name: signature.name,
              signedAt: dateInShanghai(signature.at),
              method: methodNames[signature.method],
            },
          ],
        },
      ],
      ...(opinion ? { notices: [`客户意见：${opinion}`] } : {}),
    },
  }
}

function fields({ file, energised }: SignedEnergising) {
  const { profile } = file.state
  const plan = approvedPlan(file)
  const capacity = plan?.approvedCapacityKva ?? profile.capacityKva
  const existing = findExistingSupply(file)
  return {
    kind: 'fields' as const,
    rows: [
      [
        { label: '申请编号', value: profile.caseNumber },
        { label: '户名', value: profile.customerName },
      ],
      [{ label: '用电地址', value: profile.address }],
      [
        { label: '供电电压', value: plan ? `${plan.voltageKv} kV` : '—' },
        { label: '合同容量', value: capacity === null ? '—' : `${capacity} kVA` },
      ],
      ...(existing && capacity !== null
        ? [
            [
              { label: '原有容量', value: `${existing.capacityKva} kVA` },
              { label: '增加容量', value: `${capacity - existing.capacityKva} kVA` },
            ],
          ]
        : []),
      [
        { label: '送电时间', value: clockTime(energised.energisedAt) },
        { label: '操作票编号', value: energised.switchingOrderNumber },
      ],
      [
        { label: '操作人', value: energised.operator },
        { label: '监护人', value: energised.guardian },
      ],
    ],
  }
}

const meterTable = ({ meters }: InstalledMeters) => ({
  kind: 'table' as const,
  title: '电能表和起始示数（kWh）',
  head: ['电能表编号', '互感器变比', '总', '峰', '平', '谷', '封印编号'],
  rows: meters.map(({ meterNumber, ctRatio, readings, seals }) => [
    meterNumber,
    ctRatio ?? '直接接入',
    ...(['totalKwh', 'peakKwh', 'flatKwh', 'valleyKwh'] as const).map((key) => (readings[key] ?? 0).toFixed(2)),
    seals.join('、'),
  ]),
})

/** The old meters with what they showed last, for the bill under the old contract. */
function oldMeterTable(file: CaseFile) {
  const removed = findOldMeters(file)?.removed ?? []
  if (removed.length === 0) return []
  return [
    {
      kind: 'table' as const,
      title: '拆回电能表和最后示数（kWh）',
      head: ['电能表编号', '总', '峰', '平', '谷'],
      rows: removed.map(({ meterNumber, lastReadings }) => [
        meterNumber,
        ...(['totalKwh', 'peakKwh', 'flatKwh', 'valleyKwh'] as const).map((key) => lastReadings[key].toFixed(2)),
      ]),
    },
  ]
}
