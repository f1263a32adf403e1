import type { CaseFile, CaseProfile } from '#casefile'
import type { Json, JsonObject } from '#kernel'
import { appendFacts, openedCase, variablesSet } from './case-builder.ts'

/** An application for a supply that has been accepted, with its documents; what differs from a 10 kV factory is given. */
export interface SampleSite {
  readonly profile?: Partial<CaseProfile>
  readonly variables?: Readonly<Record<string, Json>>
  readonly load?: Readonly<Record<string, Json>>
  readonly premise?: Readonly<Record<string, Json>>
  /** Kinds of documents handed in; by default all that a factory needs before its plan. */
  readonly documents?: readonly string[]
  readonly applicantKind?: string
}

const factoryDocuments = ['business-licence', 'property-proof', 'equipment-list', 'site-plan', 'load-statement']

export function acceptedCase(sample: SampleSite = {}): CaseFile {
  const { profile = {}, variables = {}, load = {}, premise = {}, documents = factoryDocuments } = sample
  return appendFacts(openedCase(profile), [
    {
      type: 'application-submitted',
      body: {
        channel: 'portal',
        applicant: {
          kind: sample.applicantKind ?? 'enterprise',
          name: '宏远机械有限公司',
          contactName: '陈志远',
          phone: '13900000001',
        },
        premise: { address: '示范区工业路18号', inPark: false, ...premise },
        load: { requestedKw: 400, existingKva: 0, sources: 1, equipment: [], securityLoadKw: 0, ...load },
      },
    },
    ...documents.map((document) => ({
      type: 'document-received',
      body: { documentId: document, kind: document, name: document, sha256: document } as JsonObject,
    })),
    variablesSet({
      applicationComplete: true,
      importance: 'none',
      sources: 1,
      loadKw: 400,
      limitClass: 'hv-single',
      ownGenerator: false,
      residentialCompound: false,
      ...variables,
    }),
  ])
}

/** What a survey of that factory finds; the fields a test is about are given. */
export const surveyOfFactory = {
  surveyedOn: '2026-03-03',
  surveyors: ['周岚', '秦峰'],
  canSupply: true,
  approvedCapacityKva: 630,
  phases: 'three-phase',
  lineDistanceM: 320,
  customerWorks: true,
  gridWorks: false,
  location: { longitude: 120.5218, latitude: 29.8734, accuracyM: 8 },
  photos: [{ sha256: 'a'.repeat(64), name: '现场.jpg' }],
} as const
