import type { CustomerActor, StaffActor } from '#casefile/actor'
import type { ConstructionStandards } from '#casefile/published-documents'

export interface Session {
  readonly actor: CustomerActor | StaffActor | null
  readonly now: string
}

/** A limit as published, of one kind of customer. */
export interface PublishedLimit {
  readonly ruleSet: string
  readonly workingDays: number
  readonly basis: string
  readonly basisEn?: string
}

/** A charge as published; `yuanPerKva` a decimal text. */
export interface PublishedCharge {
  readonly chargeKind: 'high-reliability' | 'temporary-connection'
  readonly voltageKv: number
  readonly lineKind: 'overhead' | 'cable' | 'own'
  readonly yuanPerKva: string
  readonly basis: string
  readonly basisEn?: string
}

export interface Company {
  readonly name: string
  /** Its own line for applications and faults, and the energy regulator's. */
  readonly servicePhone: string
  readonly supervisionPhone: string
  readonly constructionStandards: ConstructionStandards
  readonly units: readonly { readonly unitId: string; readonly name: string }[]
  readonly limits: readonly { readonly limitClass: string; readonly limits: readonly PublishedLimit[] }[]
  readonly charges: readonly PublishedCharge[]
  readonly today: string
}

/** A row of the customer's own cases, as the list sends it. */
export interface MyCaseRow {
  readonly case_id: string
  readonly case_number: string
  readonly status: string
  readonly kind: string
  readonly stage: string | null
  readonly customer_name: string
  readonly address: string
  readonly capacity_kva: number | string | null
  readonly opened_at: string
}

/** A document the table asks for in such a case. */
export interface AskedDocument {
  readonly document: string
  readonly neededBy: string
  readonly proof: boolean
  readonly nameZh: string
  readonly nameEn: string
}
