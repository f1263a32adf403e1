import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { TableRow } from '../standards/tables.ts'
import type { Combination } from './combine.ts'
import type { SourceOption } from './source-option.ts'

/** One line of the quantities; prices in fen, as the range that the catalogue gives. */
export interface Quantity {
  readonly item: string
  readonly amount: number
  readonly unit: string
  readonly lowFen: number
  readonly highFen: number
  readonly source: string
  readonly confidence: string
}

export interface PlanCost {
  readonly quantities: readonly Quantity[]
  readonly lowFen: number
  readonly highFen: number
  /** Middle of the works' range with the losses of the years counted, discounted. */
  readonly lifeCycleFen: number
  readonly lossKwhPerYear: number
}

/**
 * Quantities and cost of the grid-side works and for comparing plans; never a price to the customer for works that he
 * is free to buy elsewhere.
 */
export function getPlanCost(
  { options }: Combination,
  prices: readonly TableRow<'unitPrices'>[],
  parameters: readonly Parameter[],
): PlanCost {
  const quantities = options.flatMap((option) =>
    listItems(option).map(([item, amount]) => priceItem(item, amount, prices)),
  )
  const lowFen = quantities.reduce((sum, quantity) => sum + quantity.lowFen, 0)
  const highFen = quantities.reduce((sum, quantity) => sum + quantity.highFen, 0)
  const get = (name: string) => getParameter(parameters, `cost.${name}`)
  const lossKwhPerYear = options.reduce((sum, option) => sum + Math.max(0, option.lossKw), 0) * get('lossHours')
  const rate = get('discountPercent') / 100
  const yearsWorth = rate === 0 ? get('years') : (1 - (1 + rate) ** -get('years')) / rate
  const lossFen = Math.round(lossKwhPerYear * get('lossYuanPerKwh') * 100 * yearsWorth)
  return { quantities, lowFen, highFen, lifeCycleFen: Math.round((lowFen + highFen) / 2) + lossFen, lossKwhPerYear }
}

/** Items of the unit prices that a kilometre of ten-kilovolt line is made of. */
export const lineItems = {
  cable: ['cable-10kv-300', 'duct-bank'],
  overhead: ['overhead-10kv-240'],
} as const

function listItems(option: SourceOption): (readonly [string, number])[] {
  const km = option.route.lengthM / 1000
  const items = lineItems[option.conductor.laying].map((item): readonly [string, number] => [item, km])
  const devices = {
    'pole-breaker': 'pole-breaker',
    'ring-main-unit': 'ring-main-unit',
    'switching-station': 'switching-station',
    none: undefined,
  }
  const device = devices[option.boundaryDevice]
  if (device) items.push([device, 1])
  if (option.kind === 'new-feeder') items.push(['switchgear-panel', 1])
  if (option.transformerTransfer) items.push(['switchgear-panel', 1])
  if (option.transfer) items.push(['pole-breaker', 1])
  return items
}

function priceItem(item: string, amount: number, prices: readonly TableRow<'unitPrices'>[]): Quantity {
  const row = prices.find((price) => price.item === item)
  if (!row) throw new Error(`standards/catalogue/unit-prices.csv has no row in force for ${item}`)
  const fen = (yuan: number) => Math.round(yuan * amount * 100)
  return {
    item,
    amount,
    unit: row.unit,
    lowFen: fen(row.lowYuan),
    highFen: fen(row.highYuan),
    source: row.source,
    confidence: row.confidence,
  }
}
