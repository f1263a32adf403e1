import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { TableRow } from '../standards/tables.ts'
import type { Combination } from './combine.ts'
import type { SourceOption } from './source-option.ts'

/** One line of the quantities; prices in fen, as the range that the catalogue gives; `source` is empty where it gives none. */
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
  const items = options.flatMap(listItems)
  const lossKw = options.reduce((sum, option) => sum + Math.max(0, option.lossKw), 0)
  return priceAll(items, lossKw, prices, parameters)
}

/** The same for a low-voltage line. */
export const getLowVoltageCost = (
  line: { readonly laying: 'overhead' | 'cable'; readonly lengthM: number; readonly lossKw: number },
  prices: readonly TableRow<'unitPrices'>[],
  parameters: readonly Parameter[],
): PlanCost => priceAll([[lowVoltageItems[line.laying], line.lengthM / 1000]], line.lossKw, prices, parameters)

function priceAll(
  items: readonly (readonly [string, number])[],
  lossKw: number,
  prices: readonly TableRow<'unitPrices'>[],
  parameters: readonly Parameter[],
): PlanCost {
  const quantities = items.map(([item, amount]) => priceItem(item, amount, prices))
  const lowFen = quantities.reduce((sum, quantity) => sum + quantity.lowFen, 0)
  const highFen = quantities.reduce((sum, quantity) => sum + quantity.highFen, 0)
  const get = (name: string) => getParameter(parameters, `cost.${name}`)
  const lossKwhPerYear = lossKw * get('lossHours')
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

/** A kilometre of low-voltage line. */
const lowVoltageItems = { cable: 'cable-0.4kv', overhead: 'overhead-0.4kv' } as const

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
  // A price list of the company's own may lack an item: its line stands without a price, and says so.
  if (!row) return { item, amount, unit: '', lowFen: 0, highFen: 0, source: '', confidence: '' }
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
