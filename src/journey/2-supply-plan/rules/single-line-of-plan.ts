import type { PlanSource, SupplyPlan } from '../api.ts'
import type { SingleLineBranch, SingleLineElement, SingleLinePlan, SingleLineSource } from './draw-single-line.ts'
import { type DrawingLanguage, singleLineWords } from './single-line-words.ts'
import { kvWords } from './words.ts'

type Words = (typeof singleLineWords)[DrawingLanguage]

/** A plan as the drawing wants it: each source down to the customer's bus, transformers and own generator below. */
export function singleLineOfPlan(plan: SupplyPlan, title: string, language: DrawingLanguage = 'zh'): SingleLinePlan {
  const words = singleLineWords[language]
  const isHigh = plan.voltageKv >= 1
  const sectioned = plan.sources.length > 1 && plan.transformers.reduce((sum, row) => sum + row.count, 0) > 1
  return {
    title,
    colon: words.colon,
    sources: plan.sources.map((source) => drawnSource(plan, source, words)),
    ...(isHigh
      ? { bus: { label: words.bus(kvWords(plan.voltageKv)), sectioned, ...(sectioned ? { tie: 'breaker' } : {}) } }
      : {}),
    branches: [
      ...plan.transformers.flatMap((row) =>
        Array.from({ length: row.count }, (_, index) =>
          transformerBranch(row.capacityKva, sectioned ? index % 2 : 0, words),
        ),
      ),
      ...(isHigh ? [] : [{ section: 0, elements: [loadElement(plan, words)] }]),
      ...(plan.ownGeneratorKw > 0 ? [generatorBranch(plan.ownGeneratorKw, words)] : []),
    ],
  }
}

function drawnSource(plan: SupplyPlan, source: PlanSource, words: Words): SingleLineSource {
  const metering = plan.metering.find((row) => row.sourceNumber === source.sourceNumber)
  const isCable = source.lineKind === 'cable'
  const line: SingleLineElement = {
    kind: isCable ? 'cable' : 'overhead',
    label: source.conductor,
    note: `${source.lengthM} m`,
  }
  const meter: SingleLineElement[] = metering
    ? [
        ...(metering.ctRatio
          ? [{ kind: 'current-transformer' as const, label: `${words.currentTransformer} ${metering.ctRatio}` }]
          : []),
        ...(metering.ptRatio
          ? [{ kind: 'voltage-transformer' as const, label: `${words.voltageTransformer} ${metering.ptRatio}` }]
          : []),
        { kind: 'meter', label: words.metering[metering.meteringMode], note: words.meter(metering.accuracyClass) },
      ]
    : []
  return {
    from: [source.substation, source.busSection, source.feeder].filter(Boolean).join(' '),
    role: words.role[source.role],
    elements: [
      { kind: 'breaker', label: source.accessPoint },
      // The wording is longer than the column is wide; it stands in the table of the source.
      { kind: 'boundary', label: words.boundary },
      line,
      ...(plan.voltageKv >= 1 ? [{ kind: 'breaker' as const, label: words.incomingSwitch }] : []),
      ...meter,
    ],
  }
}

const transformerBranch = (capacityKva: number, section: number, words: Words): SingleLineBranch => ({
  section,
  elements: [
    { kind: 'breaker', label: words.outgoingSwitch },
    { kind: 'transformer', label: `${capacityKva} kVA` },
    { kind: 'load', label: words.lowVoltageLoad },
  ],
})

const generatorBranch = (kw: number, words: Words): SingleLineBranch => ({
  section: 0,
  elements: [
    { kind: 'breaker', label: words.changeover, note: words.interlocked },
    { kind: 'generator', label: words.generator, note: `${kw} kW` },
  ],
})

const loadElement = (plan: SupplyPlan, words: Words): SingleLineElement => ({
  kind: 'load',
  label: words.load,
  note: `${plan.approvedCapacityKva} kW`,
})
