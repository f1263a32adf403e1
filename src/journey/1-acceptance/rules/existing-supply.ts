import { type CaseFile, findBody, type NewFact } from '#casefile'
import type { Fault, JsonObject } from '#kernel'
import type { ApplicationForm, ExistingSupply } from '../api.ts'

/** The supply this case amends, as the clerk recorded it at acceptance; undefined where the case amends none. */
export const findExistingSupply = (file: CaseFile): ExistingSupply | undefined =>
  findBody<{ existingSupply: ExistingSupply }>(file, 'existing-supply-recorded')?.existingSupply

/** What our own archive knows of the account the application names, else what the customer wrote. */
export function prefillExistingSupply(file: CaseFile): JsonObject {
  if (file.state.profile.kind !== 'increase') return {}
  const found = findBody<{ existingSupply: JsonObject }>(file, 'existing-supply-found')?.existingSupply
  return { existingSupply: found ?? asWritten(file) }
}

function asWritten(file: CaseFile): JsonObject {
  const application = findBody<ApplicationForm & Record<string, never>>(file, 'application-submitted')
  const accountNumber = application?.premise.existingAccountNumber
  const capacityKva = application?.load.existingKva
  return {
    ...(accountNumber ? { accountNumber } : {}),
    ...(capacityKva ? { capacityKva } : {}),
    meters: [{}],
  }
}

/** An increase is accepted with the supply it amends; no other business has one. */
export function faultsOfExistingSupply(file: CaseFile, given: ExistingSupply | undefined): Fault[] {
  const isIncrease = file.state.profile.kind === 'increase'
  if (!isIncrease) return given ? [{ path: 'existingSupply', code: 'only-of-an-increase' }] : []
  if (!given) return [{ path: 'existingSupply', code: 'existing-supply-needed' }]
  const { voltageClass } = file.state.profile
  const presentFault: Fault[] =
    given.voltageKv >= 1 && voltageClass === 'lv'
      ? [{ path: 'existingSupply.voltageKv', code: 'present-supply-is-high-voltage' }]
      : []
  const numbers = given.meters.map((meter) => meter.meterNumber)
  const twice = numbers.flatMap((number, index): Fault[] =>
    numbers.indexOf(number) < index
      ? [{ path: `existingSupply.meters.${index}.meterNumber`, code: 'existing-meter-twice', data: { number } }]
      : [],
  )
  return [...presentFault, ...twice]
}

export const existingSupplyFact = (given: ExistingSupply | undefined): NewFact[] =>
  given ? [{ type: 'existing-supply-recorded', body: { existingSupply: given } as unknown as JsonObject }] : []
