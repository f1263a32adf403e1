import { lastPart, networkRuleNames } from './network-rule-names.ts'

/** What a check is called, by its last part; the number in the middle says of which source, meter or transformer. */
export const checkNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'can-supply': { zh: '可否供电', en: 'Supply possible' },
  capacity: { zh: '核定容量', en: 'Approved capacity' },
  voltage: { zh: '供电电压', en: 'Supply voltage' },
  phases: { zh: '相数', en: 'Phases' },
  'capacity-covers-load': { zh: '容量满足计算负荷', en: 'Capacity covers the load' },
  'transformer-total': { zh: '变压器总容量', en: 'Total of the transformers' },
  size: { zh: '变压器单台容量', en: 'Size of one transformer' },
  'standard-size': { zh: '变压器标准容量', en: 'Standard transformer size' },
  compensation: { zh: '无功补偿容量', en: 'Reactive compensation' },
  'sources-carry-capacity': { zh: '电源供电容量', en: 'Sources carry the capacity' },
  'sources-enough': { zh: '电源数量', en: 'Number of sources' },
  'sources-separate': { zh: '电源相互独立', en: 'Sources are independent' },
  'emergency-source': { zh: '自备应急电源容量', en: 'Own emergency source' },
  'sources-carry-security-load': { zh: '失去一路后满足保安负荷', en: 'Security load after losing one source' },
  conductor: { zh: '导线型号', en: 'Conductor' },
  ampacity: { zh: '导线载流量', en: 'Current-carrying capacity' },
  'voltage-drop': { zh: '电压降', en: 'Voltage drop' },
  metering: { zh: '计量配置', en: 'Metering' },
  point: { zh: '计量点', en: 'Metering point' },
  meteringMode: { zh: '计量方式', en: 'Way of metering' },
  meteringClass: { zh: '计量装置类别', en: 'Metering class' },
  accuracyClass: { zh: '电能表准确度', en: 'Meter accuracy' },
  ctRatio: { zh: '电流互感器变比', en: 'Ratio of current transformers' },
  ctClass: { zh: '电流互感器准确度', en: 'Accuracy of current transformers' },
  tariffClass: { zh: '电价类别', en: 'Tariff class' },
  'customer-works': { zh: '受电工程', en: 'Customer works' },
  'grid-works': { zh: '电网配套工程', en: 'Grid-side works' },
  dispatched: { zh: '调度管辖', en: 'Under the dispatcher' },
  ...Object.fromEntries(Object.entries(networkRuleNames).map(([rule, words]) => [lastPart(rule), words])),
}

const subjects: Readonly<Record<string, string>> = { source: '电源', metering: '电源', transformer: '变压器' }

/** `metering.2.ctRatio` → `电源2 电流互感器变比`. */
export function checkName(check: string): string {
  const [subject = '', number, last] = check.split('.')
  const name = checkNames[last ?? check]?.zh ?? check
  return last === undefined ? name : `${subjects[subject] ?? subject}${number} ${name}`
}
