import Big from 'big.js'
import { addDays, addMonths, isPlainDate } from '#kernel'
import type { BilingualText } from './clause-library.ts'

/** What stands in a placeholder: a number, a text, or a text in both languages. */
export type ContractValue = number | string | BilingualText
export type ContractValues = Readonly<Record<string, ContractValue>>

/** Products of two given figures, so that the plain words can name the customer's own numbers. */
const products: readonly (readonly [key: string, figure: string, times: string | number])[] = [
  ['lateFeePerDayOnThousandYuan', 'lateFeePermille', 1],
  ['lateFeeNextYearPerDayOnThousandYuan', 'lateFeeNextYearPermille', 1],
  ['outageCompensationPerHundredYuan', 'outageCompensationTimes', 100],
  ['extraCapacityForTenKwYuan', 'extraCapacityOtherYuan', 10],
  ['backfeedForTenKwYuan', 'backfeedYuanPerKw', 10],
  ['backfeedForOwnGeneratorYuan', 'backfeedYuanPerKw', 'ownGeneratorKw'],
  ['ownEmergencyKw', 'securityLoadKw', 'emergencyRatio'],
]

/**
 * Adds what follows from the given values: worked examples, the allowed voltages (from `nominalVoltageV`), the last day of
 * the term (from `termFrom` and `termYears`). A value that is given is kept.
 */
export function completeContractValues(given: ContractValues): ContractValues {
  const derived: Record<string, ContractValue> = {}
  for (const [key, figure, times] of products) {
    const one = given[figure]
    const other = typeof times === 'number' ? times : given[times]
    if (typeof one === 'number' && typeof other === 'number') derived[key] = Big(one).times(other).toNumber()
  }
  const { nominalVoltageV, voltageUpPercent, voltageDownPercent } = given
  if (typeof nominalVoltageV === 'number' && typeof voltageUpPercent === 'number') {
    derived.voltageHigh = writeVoltage(nominalVoltageV, voltageUpPercent)
  }
  if (typeof nominalVoltageV === 'number' && typeof voltageDownPercent === 'number') {
    derived.voltageLow = writeVoltage(nominalVoltageV, -voltageDownPercent)
  }
  const { termFrom, termYears } = given
  if (typeof termFrom === 'string' && isPlainDate(termFrom) && typeof termYears === 'number') {
    derived.termTo = addDays(addMonths(termFrom, 12 * termYears), -1)
  }
  return { ...derived, ...given }
}

/** 198 V, 10.7 kV. */
function writeVoltage(nominalV: number, percent: number): string {
  const volts = Big(nominalV).times(Big(100).plus(percent)).div(100)
  return volts.gte(1000) ? `${volts.div(1000).round(2).toString()} kV` : `${volts.round(1).toString()} V`
}

/** The value as it stands in a text of one language. */
export function writeValue(value: ContractValue, language: 'zh' | 'en'): string {
  return typeof value === 'object' ? value[language] : String(value)
}

const placeholder = /\{([a-zA-Z]+)\}/g

/** Names of the placeholders of a text, in order, repeated ones repeated. */
export function placeholdersOf(text: string): string[] {
  return Array.from(text.matchAll(placeholder), (match) => match[1] ?? '')
}

export function fillPlaceholders(text: string, write: (name: string) => string): string {
  return text.replace(placeholder, (_, name: string) => write(name))
}
