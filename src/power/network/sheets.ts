import {
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

const longitude = number(-180, 180)
const latitude = number(-90, 90)
const notNegative = number(0)

/**
 * The sheets of a network file of our own (template and meaning: docs/methods/network-file.md). Names are unique over
 * all places (bus sections, poles, units, transformers, supply points), since sections and switches point at them.
 */
export const networkSheets = {
  substations: { name: text, lon: longitude, lat: latitude, highKv: positive },
  busSections: {
    name: text,
    substation: text,
    kv: positive,
    incomer: text,
    spareBays: notNegative,
    setPu: optional(number(0.8, 1.2)),
    shortCircuitMva: optional(positive),
    rOverX: optional(notNegative),
  },
  mainTransformers: {
    name: text,
    substation: text,
    busSection: text,
    ratedMva: positive,
    historicMaxMva: notNegative,
    promisedKva: notNegative,
  },
  feeders: {
    name: text,
    busSection: text,
    kv: positive,
    ratedA: positive,
    historicMaxA: notNegative,
    users: notNegative,
    promisedKva: notNegative,
  },
  poles: { name: text, lon: longitude, lat: latitude, kv: positive },
  ringMainUnits: {
    name: text,
    kind: oneOf('ring-main-unit', 'switching-station', 'joint'),
    lon: longitude,
    lat: latitude,
    kv: positive,
    spareBays: notNegative,
  },
  sections: {
    name: text,
    feeder: text,
    from: text,
    to: text,
    laying: oneOf('overhead', 'cable'),
    model: optional(text),
    lengthM: positive,
    rOhmPerKm: optional(notNegative),
    xOhmPerKm: optional(notNegative),
    ratedA: optional(positive),
    cNfPerKm: optional(notNegative),
  },
  switches: { name: text, from: text, to: text, kind: oneOf('breaker', 'load-break', 'disconnector'), closed: yesNo },
  distributionTransformers: {
    name: text,
    point: text,
    kva: positive,
    highKv: positive,
    lowKv: positive,
    public: yesNo,
    historicMaxKw: optional(notNegative),
    phaseAMaxA: optional(notNegative),
    phaseBMaxA: optional(notNegative),
    phaseCMaxA: optional(notNegative),
    zone: optional(text),
  },
  lowVoltageLines: { name: text, from: text, to: text, model: text, lengthM: positive },
  supplyPoints: { name: text, lon: longitude, lat: latitude, phases: number(1, 3), kw: notNegative },
  /** One row: when the maxima were measured and the spare bays counted. */
  measured: { maximaFrom: plainDate, maximaUntil: plainDate, baysCountedOn: optional(plainDate) },
} as const satisfies Record<string, Columns>

export type SheetName = keyof typeof networkSheets

/** A row of one sheet, with where it stood. */
export type SheetRow<N extends SheetName> = RowOf<(typeof networkSheets)[N]> & { readonly path: string }

export type NetworkSheets = { readonly [N in SheetName]: readonly SheetRow<N>[] }

/** Sheets that may be missing or empty. */
export const optionalSheets: readonly SheetName[] = [
  'mainTransformers',
  'poles',
  'ringMainUnits',
  'switches',
  'distributionTransformers',
  'lowVoltageLines',
  'supplyPoints',
  'measured',
]

/** No row in any sheet; a reader fills it. */
export const emptySheets = (): { -readonly [N in SheetName]: SheetRow<N>[] } => ({
  substations: [],
  busSections: [],
  mainTransformers: [],
  feeders: [],
  poles: [],
  ringMainUnits: [],
  sections: [],
  switches: [],
  distributionTransformers: [],
  lowVoltageLines: [],
  supplyPoints: [],
  measured: [],
})
