import type { SameKeys } from '../../i18n/text-tree.ts'

export const publishedZh = {
  limitsTitle: '每一步多少天',
  limitsNote: '全程时限，从受理到送电，只算公司办事的工作日。法规、监管要求和公司承诺并列，最紧的一个算数。',
  workingDays_other: '{{count}}个工作日',
  basis: '依据：{{basis}}',
  colon: '：',
  chargesTitle: '收费项目和依据',
  chargesNote: '这是全部收费项目。目录之外，一分不收；有人多收，请打监管热线 {{phone}}。',
  charge: { 'high-reliability': '高可靠性供电费', 'temporary-connection': '临时接电费' },
  chargeWhy: {
    'high-reliability': '只有两路及以上电源才收，最大的一路不收。',
    'temporary-connection': '已经取消，不收。',
  },
  line: { overhead: '架空线', cable: '电缆', own: '自己建的线路' },
  perKva: '元/kVA',
  voltage: '电压',
  free: '0元',
  gridWorks: '接到您红线的电网配套工程',
  gridWorksWhy: '由公司投资，不向您收费。',
  today: '按{{day}}有效的标准',
  noLimits: '还没有公布。',
} as const

export const publishedEn: SameKeys<typeof publishedZh> = {
  limitsTitle: 'How many days each step may take',
  limitsNote:
    'The whole way from acceptance to switching on, counting only working days on which we work. Law, regulator and our own promise stand side by side; the tightest counts.',
  workingDays_one: '{{count}} working day',
  workingDays_other: '{{count}} working days',
  basis: 'Basis: {{basis}}',
  colon: ': ',
  chargesTitle: 'What is charged, and why',
  chargesNote:
    'These are all charges. Nothing else may be asked of you; if it is, call the regulator’s line {{phone}}.',
  charge: { 'high-reliability': 'High-reliability charge', 'temporary-connection': 'Temporary connection charge' },
  chargeWhy: {
    'high-reliability': 'Only with two or more sources, and not on the largest of them.',
    'temporary-connection': 'Abolished; nothing is charged.',
  },
  line: { overhead: 'Overhead', cable: 'Cable', own: 'Line built by you' },
  perKva: '¥/kVA',
  voltage: 'Voltage',
  free: '¥0',
  gridWorks: 'Grid works up to your boundary',
  gridWorksWhy: 'Paid for by the company.',
  today: 'Standards in force on {{day}}',
  noLimits: 'Not published yet.',
}
