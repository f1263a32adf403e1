import type { VoltageClass } from '#casefile'
import { accept, type Result, refuse } from '#kernel'
import { chooseVoltage, type VoltageLevel, type VoltageNeed } from '#power'

/**
 * The lowest voltage of the case's class whose limits hold. The class was settled at acceptance (a customer with two
 * sources, or with a transformer of his own, is high voltage however small the load). Refusal `voltage.noLevel`.
 */
export function chooseSupplyVoltage(
  need: VoltageNeed,
  voltageClass: VoltageClass,
  levels: readonly VoltageLevel[],
): Result<VoltageLevel> {
  const choice = chooseVoltage(need, levels)
  if (!choice.ok) return choice
  const level = [choice.value.level, ...choice.value.alternatives].find(
    (row) => row.kv >= 1 === (voltageClass === 'hv'),
  )
  return level ? accept(level) : refuse({ code: 'voltage.noLevel', data: { ...need, voltageClass } })
}
