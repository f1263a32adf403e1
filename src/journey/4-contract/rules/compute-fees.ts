import type { PublishedStandards } from '#casefile'
import { accept, type Fault, feeFen, type PlainDate, type Result, refuse } from '#kernel'

/** What a case must show for its charges to be found in the published list. */
export interface ChargedCase {
  readonly kind: string
  readonly province: string
  readonly circuits: readonly {
    readonly sourceNumber: number
    readonly voltageKv: number
    readonly capacityKva: number
    readonly lineKind: string
  }[]
}

/** One line of the fee notice; the unit price is a decimal text in yuan, as published. */
export interface FeeItem {
  readonly charge: 'high-reliability' | 'temporary-connection'
  readonly nameZh: string
  readonly unitPrice: string
  readonly unit: string
  readonly quantity: number
  readonly amountFen: number
  readonly basis: string
}

export interface Fees {
  readonly items: readonly FeeItem[]
  readonly dueFen: number
  /** Why nothing is due, where nothing is. */
  readonly reason: string
}

/**
 * 业务费 by the table `charges` and nothing else: the high-reliability charge (高可靠性供电费) on all circuits but the largest,
 * the temporary connection charge at its published amount. A charge the table does not answer for is refused, never guessed.
 */
export function computeFees(charged: ChargedCase, standards: PublishedStandards, today: PlainDate): Result<Fees> {
  const priced = [
    ...(charged.kind === 'temporary' ? [priceTemporary(charged, standards, today)] : []),
    ...reliabilityCircuits(charged).map((circuit) => priceReliability(circuit, charged, standards, today)),
  ]
  const faults = priced.flatMap((item) => (item.ok ? [] : (item.refusal.faults ?? [])))
  if (faults.length > 0) return refuse({ code: 'charge-not-published', faults })
  const items = priced.flatMap((item) => (item.ok ? [item.value] : []))
  const dueFen = items.reduce((total, item) => total + item.amountFen, 0)
  return accept({ items, dueFen, reason: dueFen > 0 ? '' : reasonOfNothing(charged, items) })
}

/** All circuits but the largest; of two equally large ones the first counts as the largest. */
function reliabilityCircuits({ circuits }: ChargedCase) {
  const largest = circuits.reduce((best, circuit, index) => {
    const standing = circuits[best]
    return standing && circuit.capacityKva > standing.capacityKva ? index : best
  }, 0)
  return circuits.filter((_, index) => index !== largest)
}

function priceReliability(
  circuit: ChargedCase['circuits'][number],
  { province }: ChargedCase,
  standards: PublishedStandards,
  today: PlainDate,
): Result<FeeItem> {
  const { voltageKv, lineKind, capacityKva, sourceNumber } = circuit
  const row = findCharge(standards, { chargeKind: 'high-reliability', province, voltageKv, lineKind }, today)
  if (!row.ok) return row
  return accept({
    charge: 'high-reliability',
    nameZh: `高可靠性供电费（电源${sourceNumber}）`,
    unitPrice: row.value.yuanPerKva,
    unit: '元/kVA',
    quantity: capacityKva,
    amountFen: feeFen(row.value.yuanPerKva, String(capacityKva)),
    basis: row.value.basis,
  })
}

function priceTemporary(
  { circuits, province }: ChargedCase,
  standards: PublishedStandards,
  today: PlainDate,
): Result<FeeItem> {
  const first = circuits[0]
  const inputs = { province, voltageKv: first?.voltageKv ?? null, lineKind: first?.lineKind ?? null }
  const row = findCharge(standards, { chargeKind: 'temporary-connection', ...inputs }, today)
  if (!row.ok) return row
  const quantity = circuits.reduce((total, circuit) => total + circuit.capacityKva, 0)
  return accept({
    charge: 'temporary-connection',
    nameZh: '临时接电费',
    unitPrice: row.value.yuanPerKva,
    unit: '元/kVA',
    quantity,
    amountFen: feeFen(row.value.yuanPerKva, String(quantity)),
    basis: row.value.basis,
  })
}

function findCharge(
  standards: PublishedStandards,
  inputs: { chargeKind: string; province: string; voltageKv: number | null; lineKind: string | null },
  today: PlainDate,
): Result<{ yuanPerKva: string; basis: string }> {
  const rows = standards.decide('charges', inputs, today)
  if (!rows.ok) return rows
  const [row, second] = rows.value
  const fault = (code: string): Fault => ({ path: 'items', code, data: { ...inputs, today } })
  if (!row) return refuse({ code: 'charge-not-published', faults: [fault('charge-not-published')] })
  if (second) return refuse({ code: 'charge-not-published', faults: [fault('charge-published-twice')] })
  return accept({ yuanPerKva: String(row.outputs.yuanPerKva), basis: String(row.outputs.basis) })
}

function reasonOfNothing({ circuits }: ChargedCase, items: readonly FeeItem[]): string {
  const free = items.find((item) => item.amountFen === 0)
  if (free) return `${free.nameZh}应收 0 元：${free.basis}`
  return circuits.length > 1
    ? '本业务在公布的收费目录内没有应收项目'
    : '单电源供电，不收取高可靠性供电费；公布的收费目录内没有其他应收项目'
}
