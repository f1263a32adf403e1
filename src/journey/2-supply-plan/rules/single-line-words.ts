import type { PlanMetering, PlanSource } from '../api.ts'

export type DrawingLanguage = 'zh' | 'en'

interface SingleLineWords {
  readonly role: Readonly<Record<PlanSource['role'], string>>
  readonly metering: Readonly<Record<PlanMetering['meteringMode'], string>>
  readonly bus: (voltage: string) => string
  readonly currentTransformer: string
  readonly voltageTransformer: string
  readonly meter: (accuracyClass: string) => string
  readonly boundary: string
  readonly incomingSwitch: string
  readonly outgoingSwitch: string
  readonly lowVoltageLoad: string
  readonly load: string
  readonly changeover: string
  readonly interlocked: string
  readonly generator: string
  /** Between the role of a source and where it begins. */
  readonly colon: string
}

/** What stands beside the symbols; documents print Chinese, pages the language of their reader. */
export const singleLineWords: Readonly<Record<DrawingLanguage, SingleLineWords>> = {
  zh: {
    role: { main: '主供电源', standby: '备用电源', mutual: '互为备用电源' },
    metering: { hh: '高供高计', hl: '高供低计', ll: '低供低计' },
    bus: (voltage) => `${voltage}用户母线`,
    currentTransformer: '电流互感器',
    voltageTransformer: '电压互感器',
    meter: (accuracyClass) => `电能表 ${accuracyClass} 级`,
    boundary: '产权分界点',
    incomingSwitch: '进线开关',
    outgoingSwitch: '出线开关',
    lowVoltageLoad: '低压负荷',
    load: '用电负荷',
    changeover: '切换开关',
    interlocked: '与电网电源闭锁',
    generator: '自备电源',
    colon: '：',
  },
  en: {
    role: { main: 'Main', standby: 'Standby', mutual: 'Mutual standby' },
    metering: { hh: 'Metered on the high side', hl: 'Metered on the low side', ll: 'Low-voltage metering' },
    bus: (voltage) => `Customer’s ${voltage} bus`,
    currentTransformer: 'CT',
    voltageTransformer: 'VT',
    meter: (accuracyClass) => `meter, class ${accuracyClass}`,
    boundary: 'Demarcation point',
    incomingSwitch: 'Incoming switch',
    outgoingSwitch: 'Outgoing switch',
    lowVoltageLoad: 'Low-voltage load',
    load: 'Load',
    changeover: 'Changeover switch',
    interlocked: 'interlocked with the grid',
    generator: 'Own generator',
    colon: ': ',
  },
}
