import type { CaseFile, CaseProfile } from '#casefile'
import type { Json } from '#kernel'
import { appendFacts, openedCase, variablesSet } from './case-builder.ts'

export const oneSource = {
  sourceNumber: 1,
  voltageKv: 10,
  capacityKva: 630,
  lineKind: 'cable',
  boundary: '环网柜出线侧',
}
export const secondSource = {
  sourceNumber: 2,
  voltageKv: 10,
  capacityKva: 400,
  lineKind: 'cable',
  boundary: '柱上开关负荷侧',
}

export interface SampleLoad {
  readonly sources?: readonly (typeof oneSource)[]
  readonly profile?: Partial<CaseProfile>
  readonly variables?: Readonly<Record<string, Json>>
  readonly load?: Readonly<Record<string, Json>>
}

/** A case whose supply plan the customer agreed to: a factory at 10 kV with 630 kVA where nothing else is said. */
export function plannedCase({
  sources = [oneSource],
  profile = {},
  variables = {},
  load = {},
}: SampleLoad = {}): CaseFile {
  return appendFacts(openedCase(profile), [
    {
      type: 'application-submitted',
      body: {
        applicant: { kind: 'enterprise', name: '宏远机械有限公司' },
        load: { securityLoadKw: 0, ownGenerator: false, ...load },
      },
    },
    variablesSet({
      importance: 'none',
      sources: sources.length,
      ownGenerator: false,
      category: 'non-resident',
      ...variables,
    }),
    {
      type: 'supply-plan-drafted',
      body: {
        elementId: 'draft-supply-plan',
        capacityKva: 630,
        voltageKv: 10,
        province: 'demo',
        tariffClass: 'commercial-two-part',
        sources: sources as unknown as Json,
        metering: [{ accuracyClass: '0.5S', ctRatio: '50/5' }],
      },
    },
  ])
}
