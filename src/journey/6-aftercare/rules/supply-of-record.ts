import type { CaseFile } from '#casefile'
import { findContractSignatures } from '#journey/contract'
import { dateInShanghai, type JsonObject } from '#kernel'
import type { BillingRecord } from './billing-record.ts'

/** A supply as an increase will find it (`ExistingSupply` of the acceptance room), out of what billing was told. */
export function supplyOf(file: CaseFile, record: BillingRecord): JsonObject {
  const { accountNumber, capacityKva, voltageKv, contractNumber, meters } = record
  const signedAt = findContractSignatures(file).company?.at
  return {
    accountNumber,
    capacityKva,
    voltageKv,
    contractNumber,
    ...(signedAt ? { contractSignedOn: dateInShanghai(new Date(signedAt)) } : {}),
    meters: meters.map(({ meterNumber, ctRatio }) => ({
      meterNumber: meterNumber ?? '',
      ...(ctRatio === undefined ? {} : { ctRatio }),
    })),
  }
}
