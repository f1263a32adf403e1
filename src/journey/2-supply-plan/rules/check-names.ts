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
  feederLoading: { zh: '线路历史最大负荷率', en: 'Highest load of the feeder' },
  feederLoss: { zh: '接入后线损', en: 'Loss after connection' },
  feederOpenCapacity: { zh: '线路可开放容量', en: 'Open capacity of the feeder' },
  spareBays: { zh: '备用间隔', en: 'Spare bays' },
  substationBay: { zh: '变电站备用间隔', en: 'Spare bay of the substation' },
  transformerLoading: { zh: '主变负荷率', en: 'Loading of the main transformer' },
  transformerOpenCapacity: { zh: '主变可开放容量', en: 'Open capacity of the main transformer' },
  usersPerFeeder: { zh: '线路用户数', en: 'Users on the feeder' },
  customerVoltage: { zh: '受电点电压', en: 'Voltage at the customer' },
  faultLevel: { zh: '短路电流', en: 'Short-circuit current' },
  feederLoadingAfter: { zh: '接入后线路负荷率', en: 'Feeder loading after connection' },
  feederVoltage: { zh: '线路末端电压', en: 'Lowest voltage of the feeder' },
  lineAmpacity: { zh: '接入线载流量', en: 'Ampacity of the connecting line' },
  lineDrop: { zh: '接入线压降', en: 'Drop along the connecting line' },
  sectionLoading: { zh: '线段负荷率', en: 'Loading of the fullest section' },
  thermalWithstand: { zh: '热稳定截面', en: 'Thermal withstand' },
  harmonicCurrent: { zh: '谐波电流', en: 'Harmonic current' },
  harmonicVoltage: { zh: '谐波电压', en: 'Harmonic voltage' },
  totalDistortion: { zh: '电压总畸变率', en: 'Total distortion' },
  voltageChange: { zh: '电压变动', en: 'Voltage change' },
}

/** Rules that only the network can be held to, one for each source. */
export const networkRules: readonly string[] = [
  'feederLoading',
  'feederLoss',
  'feederOpenCapacity',
  'spareBays',
  'substationBay',
  'transformerLoading',
  'transformerOpenCapacity',
  'usersPerFeeder',
  'customerVoltage',
  'faultLevel',
  'feederLoadingAfter',
  'feederVoltage',
  'lineAmpacity',
  'lineDrop',
  'sectionLoading',
  'thermalWithstand',
]

const subjects: Readonly<Record<string, string>> = { source: '电源', metering: '电源', transformer: '变压器' }

/** `metering.2.ctRatio` → `电源2 电流互感器变比`. */
export function checkName(check: string): string {
  const [subject = '', number, last] = check.split('.')
  const name = checkNames[last ?? check]?.zh ?? check
  return last === undefined ? name : `${subjects[subject] ?? subject}${number} ${name}`
}
