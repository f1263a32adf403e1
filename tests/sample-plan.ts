import type { CaseFile, CaseProfile } from '#casefile'
import type { SupplyPlan } from '#journey/supply-plan/api'
import type { Json, JsonObject } from '#kernel'
import { appendFacts, openedCase, variablesSet } from './case-builder.ts'

export type SampleSource = SupplyPlan['sources'][number]

export const oneSource: SampleSource = {
  sourceNumber: 1,
  role: 'main',
  operationMode: 'single',
  substation: '示范变',
  busSection: 'Ⅰ段',
  incomer: '110kV 甲线',
  feeder: '10kV 工业一线',
  accessPoint: '工业一线 3 号环网柜',
  voltageKv: 10,
  capacityKva: 630,
  lineKind: 'cable',
  conductor: 'YJV22-3×95',
  lengthM: 320,
  boundaryPoint: '环网柜出线侧电缆连接点',
  protection: '',
  circuits: 1,
  layingMethod: 'duct',
}

export const secondSource: SampleSource = {
  ...oneSource,
  sourceNumber: 2,
  role: 'standby',
  busSection: 'Ⅱ段',
  incomer: '110kV 乙线',
  feeder: '10kV 工业二线',
  capacityKva: 400,
}

export const samplePoint: SupplyPlan['metering'][number] = {
  point: 1,
  sourceNumber: 1,
  meteringMode: 'hh',
  meteredKv: 10,
  capacityKva: 630,
  meteringClass: 'III',
  accuracyClass: '0.5S',
  ctRatio: '50/5',
  ctClass: '0.5S',
  ptRatio: '10000/100',
  ptClass: '0.5',
  tariffClass: 'commercial-two-part',
  addsTransformerLosses: false,
}

export const samplePlan: SupplyPlan = {
  approvedCapacityKva: 630,
  voltageKv: 10,
  phases: 'three-phase',
  sources: [oneSource],
  transformers: [{ capacityKva: 630, count: 1, mounting: 'box' }],
  compensationKvar: 180,
  metering: [samplePoint],
  customerWorks: true,
  gridWorks: false,
  dispatched: false,
  ownGeneratorKw: 0,
  securityLoadKw: 0,
  deviations: [],
  opinion: '',
}

export interface SampleLoad {
  readonly sources?: SampleSource[]
  readonly plan?: Partial<SupplyPlan>
  readonly profile?: Partial<CaseProfile>
  readonly variables?: Readonly<Record<string, Json>>
  readonly load?: Readonly<Record<string, Json>>
}

/** A case whose supply plan the customer agreed to: a factory at 10 kV with 630 kVA where nothing else is said. */
export function plannedCase(sample: SampleLoad = {}): CaseFile {
  const { sources = [oneSource], plan = {}, profile = {}, variables = {}, load = {} } = sample
  const application = {
    applicant: {
      kind: 'enterprise',
      name: '宏远机械有限公司',
      idKind: 'credit-code',
      idNumber: '9133****0000',
      phone: '13900000001',
      contactName: '王建国',
    },
    premise: { address: '示范区工业路18号', inPark: true },
    load: {
      requestedKw: 500,
      requestedKva: 630,
      equipment: [{ name: '冷加工机床', count: 10, unitKw: 20, isThreePhase: true }],
      loadNature: 'ordinary',
      securityLoadKw: 0,
      ownGenerator: false,
      ...load,
    },
  }
  const given = { importance: 'none', sources: sources.length, ownGenerator: false, ...variables }
  const applied = appendFacts(openedCase(profile), [
    { type: 'application-submitted', body: application },
    variablesSet(given),
  ])
  return withPlan(applied, { sources, ...plan })
}

/** A plan drafted, replied in writing and accepted. */
export function withPlan(file: CaseFile, plan: Partial<SupplyPlan>): CaseFile {
  const drafted = {
    ...samplePlan,
    ...plan,
    elementId: 'draft-supply-plan',
    taskId: 'draft-supply-plan#1',
  } as unknown as JsonObject
  return appendFacts(file, [
    { type: 'supply-plan-drafted', body: drafted },
    {
      type: 'supply-plan-replied',
      body: { elementId: 'reply-supply-plan', taskId: 'reply-supply-plan#1', needsAnswer: true },
    },
    {
      type: 'supply-plan-answered',
      body: { elementId: 'answer-supply-plan', taskId: 'answer-supply-plan#1', accepts: true },
    },
  ])
}

/** The customer hands in documents of these kinds. */
export const withDocuments = (file: CaseFile, kinds: readonly string[]): CaseFile =>
  appendFacts(
    file,
    kinds.map((kind) => ({
      type: 'document-received',
      body: { documentId: `${kind}-1`, kind, name: kind, sha256: 'a'.repeat(64) },
    })),
  )

/** What an enterprise hands in up to the contract at high voltage. */
export const contractDocuments = [
  'business-licence',
  'handler-identity-card',
  'handler-authorisation',
  'property-proof',
  'equipment-list',
  'site-plan',
  'load-statement',
  'project-approval',
  'contractor-licence',
]
