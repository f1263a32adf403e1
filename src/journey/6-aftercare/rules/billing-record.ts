import { type CaseFile, findBody } from '#casefile'
import { findExistingSupply } from '#journey/acceptance'
import { accountNumberOf, findContract } from '#journey/contract'
import { findEnergising, findMeters, findOldMeters } from '#journey/energise'
import { approvedPlan } from '#journey/supply-plan'
import { accept, type JsonObject, type Result, refuse } from '#kernel'
import { type PriceBasis, priceBasesOf } from './price-bases.ts'
import { endsOn } from './temporary-watch.ts'

/** What the billing system gets, made from the file alone: who, what contract, which tariff, which meters with which readings. */
export interface BillingRecord {
  readonly accountNumber: string
  readonly customerName: string
  readonly address: string
  readonly contractNumber: string
  readonly tariffClass: string
  readonly priceBasis: PriceBasis
  readonly voltageKv: number
  readonly capacityKva: number
  readonly supplyOnAt: string
  readonly meterReadingDay: number
  readonly meters: readonly JsonObject[]
  /** Of an increase: what the account was until the supply came on, for its last bill. */
  readonly previous?: PreviousSupply
  /** Last day of a temporary supply as agreed. */
  readonly temporaryUntil?: string
}

/** The supply before: its contract, its capacity, what its meters showed last, and which of them stay. */
interface PreviousSupply {
  readonly contractNumber: string
  readonly capacityKva: number
  readonly voltageKv: number
  readonly removedMeters: readonly JsonObject[]
  readonly keptMeters: readonly string[]
}

/** The record for the billing system; refused where the file does not hold what a first bill needs. */
export function billingRecordOf(
  file: CaseFile,
  asked: { readonly priceBasis?: PriceBasis | undefined; readonly meterReadingDay: number },
): Result<BillingRecord> {
  const plan = approvedPlan(file)
  const contract = findContract(file)
  const energised = findEnergising(file)
  const installed = findMeters(file)
  if (!plan || !contract || !energised || !installed) return refuse({ code: 'not-ready-for-billing' })
  const tariffClass = plan.metering[0]?.tariffClass ?? 'commercial-single'
  const allowed = priceBasesOf(tariffClass)
  const priceBasis = asked.priceBasis ?? agreedBasis(file, allowed)
  if (!allowed.includes(priceBasis)) {
    const fault = {
      path: 'priceBasis',
      code: 'price-basis-not-allowed',
      data: { tariffClass, allowed: allowed.join('、') },
    }
    return refuse({ code: 'faulty-input', faults: [fault] })
  }
  const { customerName, address } = file.state.profile
  const until = endsOn(file)
  return accept({
    accountNumber: accountNumberOf(file),
    customerName,
    address,
    contractNumber: contract.draft.contractNumber,
    tariffClass,
    priceBasis,
    voltageKv: plan.voltageKv,
    capacityKva: plan.approvedCapacityKva,
    supplyOnAt: energised.energisedAt,
    meterReadingDay: asked.meterReadingDay,
    meters: installed.meters.map(({ meterNumber, meteringPoint, accuracyClass, ctRatio, readings }) => ({
      meterNumber,
      meteringPoint,
      accuracyClass,
      ...(ctRatio ? { ctRatio } : {}),
      initialReadings: { ...readings },
    })),
    ...previousOf(file),
    ...(until ? { temporaryUntil: until } : {}),
  })
}

/** What the contract says about capacity, where the tariff allows it. */
export function agreedBasis(file: CaseFile, allowed: readonly PriceBasis[]): PriceBasis {
  const agreed = findBody<{ priceBasis: PriceBasis } & Record<string, never>>(file, 'contract-drafted')?.priceBasis
  return agreed && allowed.includes(agreed) ? agreed : (allowed[0] ?? 'energy')
}

function previousOf(file: CaseFile): { readonly previous?: PreviousSupply } {
  const existing = findExistingSupply(file)
  if (!existing) return {}
  const { contractNumber, capacityKva, voltageKv } = existing
  const old = findOldMeters(file)
  const removedMeters = (old?.removed ?? []).map(({ meterNumber, lastReadings }) => ({
    meterNumber,
    lastReadings: { ...lastReadings } as JsonObject,
  }))
  return { previous: { contractNumber, capacityKva, voltageKv, removedMeters, keptMeters: old?.kept ?? [] } }
}
