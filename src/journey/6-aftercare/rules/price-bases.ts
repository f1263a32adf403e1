import type { SupplyPlan } from '#journey/supply-plan'

export type PriceBasis = 'energy' | 'capacity' | 'demand'
type TariffClass = SupplyPlan['metering'][number]['tariffClass']

const bases: Readonly<Record<TariffClass, readonly PriceBasis[]>> = {
  residential: ['energy'],
  agricultural: ['energy'],
  'commercial-single': ['energy'],
  'commercial-choice': ['energy', 'capacity', 'demand'],
  'commercial-two-part': ['capacity', 'demand'],
}

/** How capacity may be charged under a tariff class; the first is what holds where nobody chose (发改价格 526 and 1077). */
export const priceBasesOf = (tariffClass: TariffClass): readonly PriceBasis[] => bases[tariffClass]
