interface Words {
  readonly zh: string
  readonly en: string
}

interface RuleName extends Words {
  /** Its figure is a share of one, which people read in per cent. */
  readonly isShare?: true
}

/** Rules that each source is held to on the network. */
const ofSources: Readonly<Record<string, RuleName>> = {
  'access.feederLoading': { zh: '线路历史最大负载率', en: 'Highest load of the feeder', isShare: true },
  'access.feederLoss': { zh: '接入后线损', en: 'Loss after connection' },
  'access.feederOpenCapacity': { zh: '线路可开放容量', en: 'Open capacity of the feeder' },
  'access.spareBays': { zh: '备用间隔', en: 'Spare bays' },
  'access.substationBay': { zh: '变电站备用间隔', en: 'Spare bay of the substation' },
  'access.transformerLoading': { zh: '主变负载率', en: 'Loading of the main transformer', isShare: true },
  'access.transformerOpenCapacity': { zh: '主变可开放容量', en: 'Open capacity of the main transformer' },
  'access.usersPerFeeder': { zh: '线路用户数', en: 'Users on the feeder' },
  'proof.customerVoltage': { zh: '受电点电压偏差', en: 'Voltage deviation at the customer' },
  'proof.faultLevel': { zh: '短路电流', en: 'Short-circuit current' },
  'proof.feederLoadingAfter': { zh: '接入后线路负载率', en: 'Feeder loading after connection', isShare: true },
  'proof.feederVoltage': { zh: '线路末端电压偏差', en: 'Voltage deviation at the feeder’s end' },
  'proof.lineAmpacity': { zh: '接入线载流量', en: 'Ampacity of the connecting line' },
  'proof.lineDrop': { zh: '接入线压降', en: 'Drop along the connecting line' },
  'proof.sectionLoading': { zh: '线段负载率', en: 'Loading of the fullest section', isShare: true },
  'proof.thermalWithstand': { zh: '热稳定截面', en: 'Thermal withstand' },
}

/** Rules of a line from a public transformer. */
const ofLowVoltage: Readonly<Record<string, RuleName>> = {
  'lowVoltage.publicTransformerLoading': {
    zh: '公变接入后负载率',
    en: 'Loading of the public transformer',
    isShare: true,
  },
  'lowVoltage.supplyRadius': { zh: '供电半径', en: 'Supply radius' },
  'lowVoltage.drop': { zh: '低压压降', en: 'Low-voltage drop' },
  'lowVoltage.phaseUnbalance': { zh: '三相不平衡度', en: 'Unbalance of the phases', isShare: true },
}

/** Rules of disturbing loads, at any voltage. */
const ofQuality: Readonly<Record<string, RuleName>> = {
  'quality.harmonicCurrent': { zh: '谐波电流', en: 'Harmonic current' },
  'quality.harmonicVoltage': { zh: '谐波电压', en: 'Harmonic voltage' },
  'quality.totalDistortion': { zh: '电压总畸变率', en: 'Total distortion' },
  'quality.voltageChange': { zh: '电压变动', en: 'Voltage change' },
}

/** Rules of the sources together. */
const ofPlan: Readonly<Record<string, RuleName>> = {
  'access.totalCapacity': { zh: '总容量', en: 'Total capacity' },
  'sources.forGrade': { zh: '电源数量与独立性不符之处', en: 'Faults in number and independence of sources' },
  'sources.double-source': { zh: '双电源的独立来源', en: 'Independent origins of two sources' },
  'sources.double-circuit': { zh: '双回路的不同母线', en: 'Different buses of two circuits' },
}

/** What the engine's rules are called, by their full names. */
export const networkRuleNames: Readonly<Record<string, RuleName>> = {
  ...ofPlan,
  ...ofLowVoltage,
  ...ofQuality,
  ...ofSources,
}

/** In a plan a rule of the network goes by the last part of its name; of two that end alike a source's is meant. */
export const lastPart = (rule: string): string => rule.split('.').at(-1) ?? rule

/** Rules that only the network can be held to, one for each source, as a plan of this voltage names them. */
export const networkRulesAt = (voltageKv: number): readonly string[] =>
  Object.keys({
    ...(voltageKv < 1 ? { ...ofLowVoltage, 'proof.lineAmpacity': true } : ofSources),
    ...ofQuality,
  }).map(lastPart)

const shares = new Set(
  Object.entries(networkRuleNames).flatMap(([rule, { isShare }]) => (isShare ? [lastPart(rule)] : [])),
)

/** Is the figure of this rule a share of one, by its full name or as a plan names it? */
export const isShareOfOne = (rule: string): boolean => shares.has(lastPart(rule))
