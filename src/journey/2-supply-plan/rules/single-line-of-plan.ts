import type { PlanSource, SupplyPlan } from '../api.ts'
import type { SingleLineBranch, SingleLineElement, SingleLinePlan, SingleLineSource } from './draw-single-line.ts'
import { kvWords, meteringWords, roleWords } from './words.ts'

/** A plan as the drawing wants it: each source down to the customer's bus, transformers and own generator below. */
export function singleLineOfPlan(plan: SupplyPlan, title: string): SingleLinePlan {
  const isHigh = plan.voltageKv >= 1
  const sectioned = plan.sources.length > 1 && plan.transformers.reduce((sum, row) => sum + row.count, 0) > 1
  return {
    title,
    sources: plan.sources.map((source) => drawnSource(plan, source)),
    ...(isHigh
      ? { bus: { label: `${kvWords(plan.voltageKv)}用户母线`, sectioned, ...(sectioned ? { tie: 'breaker' } : {}) } }
      : {}),
    branches: [
      ...plan.transformers.flatMap((row) =>
        Array.from({ length: row.count }, (_, index) => transformerBranch(row.capacityKva, sectioned ? index % 2 : 0)),
      ),
      ...(isHigh ? [] : [{ section: 0, elements: [loadElement(plan)] }]),
      ...(plan.ownGeneratorKw > 0 ? [generatorBranch(plan.ownGeneratorKw)] : []),
    ],
  }
}

function drawnSource(plan: SupplyPlan, source: PlanSource): SingleLineSource {
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
          ? [{ kind: 'current-transformer' as const, label: `电流互感器 ${metering.ctRatio}` }]
          : []),
        ...(metering.ptRatio
          ? [{ kind: 'voltage-transformer' as const, label: `电压互感器 ${metering.ptRatio}` }]
          : []),
        { kind: 'meter', label: meteringWords[metering.meteringMode], note: `电能表 ${metering.accuracyClass} 级` },
      ]
    : []
  return {
    from: [source.substation, source.busSection, source.feeder].filter(Boolean).join(' '),
    role: roleWords[source.role],
    elements: [
      { kind: 'breaker', label: source.accessPoint },
      // The wording is longer than the column is wide; it stands in the table of the source.
      { kind: 'boundary', label: '产权分界点' },
      line,
      ...(plan.voltageKv >= 1 ? [{ kind: 'breaker' as const, label: '进线开关' }] : []),
      ...meter,
    ],
  }
}

const transformerBranch = (capacityKva: number, section: number): SingleLineBranch => ({
  section,
  elements: [
    { kind: 'breaker', label: '出线开关' },
    { kind: 'transformer', label: `${capacityKva} kVA` },
    { kind: 'load', label: '低压负荷' },
  ],
})

const generatorBranch = (kw: number): SingleLineBranch => ({
  section: 0,
  elements: [
    { kind: 'breaker', label: '切换开关', note: '与电网电源闭锁' },
    { kind: 'generator', label: '自备电源', note: `${kw} kW` },
  ],
})

const loadElement = (plan: SupplyPlan): SingleLineElement => ({
  kind: 'load',
  label: '用电负荷',
  note: `${plan.approvedCapacityKva} kW`,
})
