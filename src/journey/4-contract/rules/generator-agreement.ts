import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { RegisterOwnGenerator } from '../api.ts'
import type { EmergencyNeed } from './judge-own-generator.ts'

const interlockNames = { mechanical: '机械闭锁', electrical: '电气闭锁', ats: '双投自动切换装置' } as const

/** 自备应急电源使用安全协议, with the generators as registered. */
export function generatorAgreement(
  { state }: CaseFile,
  form: RegisterOwnGenerator,
  need: EmergencyNeed,
  today: PlainDate,
): DocumentOrder {
  const { profile } = state
  return {
    kind: 'own-generator-agreement',
    name: '自备应急电源使用安全协议',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '自备应急电源使用安全协议',
      number: `${profile.caseNumber}-G`,
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
              { label: '客户分级', value: need.gradeZh },
              { label: '保安负荷', value: need.securityLoadKw > 0 ? `${need.securityLoadKw} kW` : '未申报' },
            ],
            ...(need.important ? [[{ label: '应配应急电源容量', value: `不小于 ${need.neededKw} kW` }]] : []),
          ],
        },
        {
          kind: 'table',
          title: '自备电源登记',
          head: ['型号', '容量（kW）', '安装位置', '闭锁方式', '闭锁检查'],
          rows: form.generators.map((generator) => [
            generator.model,
            String(generator.capacityKw),
            generator.place || '—',
            interlockNames[generator.interlock],
            generator.interlockChecked ? '已检查，可靠' : '未检查',
          ]),
        },
        { kind: 'paragraphs', title: '双方约定', items: terms },
        ...(form.nonElectricalMeasures
          ? [{ kind: 'paragraphs' as const, title: '非电性质保安措施', items: [form.nonElectricalMeasures] }]
          : []),
        { kind: 'signatures', parties: [{ role: '供电人' }, { role: '用电人', name: profile.customerName }] },
      ],
    },
  }
}

const terms = [
  '自备电源与电网之间装设可靠的闭锁装置，任何情况下不得向电网倒送电。',
  '未经供电人同意，不得擅自变更自备电源的型号、容量、接线方式、安装位置或拆除闭锁装置。',
  '用电人定期对自备电源进行启动和带载试验，并保存记录，供供电人检查。',
  '用电人的自备电源不得供给其他用户；转供或并网须另行申请。',
]
