import type { Need } from '../home/needs.ts'

export type PageName = 'who' | 'proof' | 'person' | 'place' | 'need' | 'way' | 'check'

export interface ApplyPageShape {
  readonly name: PageName
  /** Fields asked on the page, by their path in the form. */
  readonly fields: readonly string[]
  /** Those of them that the form leaves open but this need cannot do without. */
  readonly required?: readonly string[]
}

const loadFields: Readonly<Record<string, readonly string[]>> = {
  home: ['load.requestedKw', 'load.isThreePhase'],
  shop: ['load.requestedKw', 'load.isThreePhase', 'load.equipment'],
  factory: ['load.requestedKw', 'load.requestedKva', 'load.sources', 'load.equipment', 'load.ownGenerator'],
  more: [
    'premise.existingAccountNumber',
    'load.existingKva',
    'load.requestedKw',
    'load.requestedKva',
    'load.equipment',
  ],
  site: ['load.requestedKw', 'load.requestedKva', 'load.neededUntil', 'load.equipment'],
  solar: ['load.requestedKw', 'premise.existingAccountNumber'],
  pile: ['load.requestedKw', 'load.isThreePhase'],
}

/** What an increase amends, and until when a site is needed. */
const requiredFields: Readonly<Record<string, readonly string[]>> = {
  more: ['premise.existingAccountNumber', 'load.existingKva'],
  site: ['load.neededUntil'],
}

/** The pages of an application in their order: one question or a small group each. */
export function pagesFor(need: Need): readonly ApplyPageShape[] {
  const pages: ApplyPageShape[] = [
    { name: 'who', fields: need.need === 'home' ? ['applicant.kind'] : ['category', 'applicant.kind'] },
    { name: 'proof', fields: ['documents'] },
    {
      name: 'person',
      fields: [
        'applicant.name',
        'applicant.idKind',
        'applicant.idNumber',
        'applicant.principalName',
        'applicant.contactName',
      ],
    },
    { name: 'place', fields: ['premise.address', 'unitId'] },
    {
      name: 'need',
      fields: [...(loadFields[need.need] ?? []), 'load.wishedDate'],
      required: requiredFields[need.need] ?? [],
    },
  ]
  // The short process exists for low voltage from what the customer can know here; the company decides in the end.
  const way: ApplyPageShape[] = need.isHighVoltage
    ? []
    : [{ name: 'way', fields: ['wantsShort', 'standardsConfirmed'] }]
  return [...pages, ...way, { name: 'check', fields: ['privacyAgreed'] }]
}
