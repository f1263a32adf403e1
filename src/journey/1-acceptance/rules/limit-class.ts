export type LimitClass = 'resident' | 'lv-zero' | 'lv-other' | 'hv-single' | 'hv-dual'

/**
 * Which column of the published limits holds for a case (发改能源规〔2020〕1479号: residents, 三零 low voltage, other low voltage,
 * high voltage with one or several sources). `zeroInvestmentMaxKw` is the dated 三零 threshold.
 */
export function limitClassOf(facts: {
  readonly category: string
  readonly voltageLevel: string
  readonly sources: number
  readonly loadKw: number
  readonly zeroInvestmentMaxKw: number
}): LimitClass {
  if (facts.voltageLevel === 'hv') return facts.sources > 1 ? 'hv-dual' : 'hv-single'
  if (facts.category === 'resident') return 'resident'
  return facts.loadKw <= facts.zeroInvestmentMaxKw ? 'lv-zero' : 'lv-other'
}
