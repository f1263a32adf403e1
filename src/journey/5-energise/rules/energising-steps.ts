import { type CaseFile, findBody, findFact } from '#casefile'
import type { EarlierStep } from './step-times.ts'

/** What each step of the energising chain leaves: the fact's type, the field that says when, and the step's name. */
const chain = {
  'install-meter': { type: 'meter-installed', at: 'installedAt', zh: '装表' },
  'plan-outage': { type: 'outage-planned', at: 'plannedFrom', zh: '停(送)电计划' },
  'tie-in': { type: 'tied-in', at: 'tiedInAt', zh: '接火' },
  'check-before-energising': { type: 'checked-before-energising', at: 'checkedAt', zh: '送电前检查' },
  'permit-energising': { type: 'energising-permitted', at: 'permittedAt', zh: '调度许可' },
  energise: { type: 'supply-switched-on', at: 'energisedAt', zh: '送电' },
  'check-on-load': { type: 'checked-on-load', at: 'checkedAt', zh: '带负荷检查' },
} as const

export type ChainStep = keyof typeof chain

/** When a step took place; undefined: not done, or voided by a return. */
export function findStep(file: CaseFile, step: ChainStep): EarlierStep | undefined {
  const { type, at, zh } = chain[step]
  const instant = findFact(file, type)?.body[at]
  return typeof instant === 'string' ? { step: zh, at: instant } : undefined
}

export interface InstalledMeters {
  readonly installedAt: string
  readonly meters: readonly {
    readonly meterNumber: string
    readonly certificateNumber: string
    readonly verifiedOn: string
    readonly ctRatio?: string
    readonly ctPolarityChecked: boolean
    readonly wiringCorrect: boolean
    readonly seals: readonly string[]
    readonly accuracyClass: string
    readonly meteringPoint: number
    readonly readings: Readonly<Record<string, number>>
  }[]
  readonly terminal: { readonly terminalNumber: string; readonly online: boolean }
}

/** The metering as installed last. */
export const findMeters = (file: CaseFile): InstalledMeters | undefined =>
  findBody<InstalledMeters & Record<string, never>>(file, 'meter-installed')

export interface OutagePlan {
  readonly manner: 'outage' | 'live'
  readonly plannedFrom: string
  readonly plannedTo: string
  readonly approvedBy: string
}

export const findOutagePlan = (file: CaseFile): OutagePlan | undefined =>
  findBody<OutagePlan & Record<string, never>>(file, 'outage-planned')
