import {
  anyText,
  type Columns,
  number,
  oneOf,
  optional,
  plainDate,
  positive,
  type RowOf,
  text,
  yesNo,
} from '../sheet/columns.ts'

/**
 * How sure a number is: `F` found in a public copy of its source; from memory `M+` at least 90 % sure, `M~` 60 to 90 %,
 * `M?` below 60 %.
 */
const dated = {
  validFrom: plainDate,
  validTo: optional(plainDate),
  source: text,
  confidence: oneOf('F', 'M+', 'M~', 'M?'),
}

const share = number(0, 1)
const notNegative = number(0)

/** Every sheet of `standards/` that the power rules read: file below `standards/` and its columns. */
export const tables = {
  conductors: {
    file: 'catalogue/conductors.csv',
    columns: {
      model: text,
      laying: oneOf('overhead', 'cable'),
      material: text,
      nominalKv: positive,
      sectionMm2: positive,
      rOhmPerKm: positive,
      xOhmPerKm: positive,
      airA: positive,
      groundA: optional(positive),
      ductA: optional(positive),
      maxTemperatureC: positive,
      ...dated,
    },
  },
  transformers: {
    file: 'catalogue/transformers.csv',
    columns: {
      model: text,
      kva: positive,
      efficiencyGrade: number(1, 3),
      primaryKv: positive,
      secondaryKv: positive,
      vectorGroup: text,
      noLoadW: positive,
      loadLossW: positive,
      shortCircuitPercent: positive,
      ...dated,
    },
  },
  transformerSizes: { file: 'catalogue/transformer-sizes.csv', columns: { kva: positive, ...dated } },
  transformerMountings: {
    file: 'catalogue/transformer-mountings.csv',
    columns: {
      mounting: oneOf('pole', 'box', 'residential-room', 'room'),
      usualMaxKva: positive,
      hardMaxKva: positive,
      ...dated,
    },
  },
  currentTransformers: {
    file: 'catalogue/current-transformers.csv',
    columns: { primaryA: positive, secondaryA: positive, ...dated },
  },
  unitPrices: {
    file: 'catalogue/unit-prices.csv',
    columns: { item: text, unit: text, lowYuan: notNegative, highYuan: notNegative, ...dated },
  },
  voltageLevels: {
    file: 'power/voltage-levels.csv',
    columns: {
      ruleSet: text,
      scope: anyText,
      kv: positive,
      phases: number(1, 3),
      minKw: optional(notNegative),
      maxKw: optional(positive),
      maxKwAllowed: yesNo,
      minKva: optional(notNegative),
      maxKva: optional(positive),
      ...dated,
    },
  },
  equipmentFactors: {
    file: 'power/equipment-factors.csv',
    columns: {
      category: text,
      nameZh: text,
      demandLow: share,
      demandHigh: share,
      cosPhiLow: share,
      cosPhiHigh: share,
      ...dated,
    },
  },
  dwellingLoads: {
    file: 'power/dwelling-loads.csv',
    columns: {
      ruleSet: text,
      aboveM2: notNegative,
      upToM2: optional(positive),
      kw: positive,
      extraWPerM2: optional(positive),
      ...dated,
    },
  },
  householdFactors: {
    file: 'power/household-factors.csv',
    columns: { fromDwellings: positive, toDwellings: positive, factorLow: share, factorHigh: share, ...dated },
  },
  areaLoads: {
    file: 'power/area-loads.csv',
    columns: { use: text, nameZh: text, lowWPerM2: positive, highWPerM2: positive, ...dated },
  },
  importanceGrades: {
    file: 'power/importance-grades.csv',
    columns: {
      grade: oneOf('special', 'first', 'second', 'temporary', 'ordinary'),
      nameZh: text,
      minSources: number(1, 9),
      separation: oneOf(
        'two-substations',
        'two-substations-or-two-sections',
        'two-buses',
        'two-buses-or-temporary-source',
        'none',
      ),
      ...dated,
    },
  },
  meteringClasses: {
    file: 'power/metering-classes.csv',
    columns: {
      edition: text,
      class: oneOf('I', 'II', 'III', 'IV', 'V'),
      minKv: optional(positive),
      belowKv: optional(positive),
      minKva: optional(positive),
      belowKva: optional(positive),
      minMwhPerMonth: optional(positive),
      activeClass: optional(text),
      voltageTransformerClass: optional(text),
      currentTransformerClass: optional(text),
      ...dated,
    },
  },
  tariffClasses: {
    file: 'power/tariff-classes.csv',
    columns: {
      class: oneOf('single', 'choice', 'two-part'),
      minKva: notNegative,
      minKvaIncluded: yesNo,
      maxKva: optional(positive),
      maxKvaIncluded: yesNo,
      ...dated,
    },
  },
  powerFactorLimits: {
    file: 'power/power-factor-limits.csv',
    columns: {
      ruleSet: text,
      customer: oneOf('high-voltage', 'other-100kw', 'agriculture'),
      nameZh: text,
      minCosPhi: share,
      ...dated,
    },
  },
  powerFactorAdjustment: {
    file: 'power/power-factor-adjustment.csv',
    columns: { standard: share, fromCosPhi: share, toCosPhi: share, percentPerHundredth: number(), ...dated },
  },
  demarcationPoints: {
    file: 'power/demarcation-points.csv',
    columns: {
      connection: oneOf(
        'low-voltage-public',
        'medium-voltage-public-overhead',
        'medium-voltage-public',
        'high-voltage',
        'cable',
        'customer-line',
      ),
      textEn: text,
      textZh: text,
      ...dated,
    },
  },
  parameters: {
    file: 'power/parameters.csv',
    columns: { name: text, value: number(), unit: anyText, ...dated },
  },
  harmonicVoltageLimits: {
    file: 'power/harmonic-voltage-limits.csv',
    columns: {
      fromKv: positive,
      toKv: positive,
      totalPercent: positive,
      oddPercent: positive,
      evenPercent: positive,
      ...dated,
    },
  },
  harmonicCurrentLimits: {
    file: 'power/harmonic-current-limits.csv',
    columns: { kv: positive, referenceMva: positive, order: number(2, 50), limitA: positive, ...dated },
  },
  voltageChangeLimits: {
    file: 'power/voltage-change-limits.csv',
    columns: { maxPerHour: positive, lowAndMediumPercent: positive, highPercent: positive, ...dated },
  },
  installationFactors: {
    file: 'power/installation-factors.csv',
    columns: {
      kind: oneOf('air-temperature-90', 'soil-temperature-90', 'soil-resistivity', 'cables-side-by-side-ground'),
      value: positive,
      factor: positive,
      ...dated,
    },
  },
  shortCircuitFactors: {
    file: 'power/short-circuit-factors.csv',
    columns: { fromKv: notNegative, toKv: positive, cMax: positive, cMin: positive, ...dated },
  },
  supplyRadius: { file: 'power/supply-radius.csv', columns: { zone: text, maxM: positive, ...dated } },
} as const satisfies Record<string, { readonly file: string; readonly columns: Columns }>

export type TableName = keyof typeof tables

/** A row of one table, by the table's name. */
export type TableRow<N extends TableName> = RowOf<(typeof tables)[N]['columns']>

/** What every dated row carries. */
export interface Dated {
  readonly validFrom: string
  readonly validTo: string | undefined
  readonly source: string
  readonly confidence: 'F' | 'M+' | 'M~' | 'M?'
}

/** Every table with all its rows, of all dates. */
export type PowerStandards = { readonly [N in TableName]: readonly TableRow<N>[] }
