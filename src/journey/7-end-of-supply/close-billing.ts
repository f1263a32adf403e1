import { findBody, findFact, taskUseCase } from '#casefile'
import { billingHandOverKind, closeSupply, nextRevision } from '#journey/aftercare'
import { accept, type JsonObject, refuse } from '#kernel'
import { CloseBilling, type TakeBackMeters } from './api.ts'
import { findAskedEnd, findSwitchedOff } from './rules/temporary-standing.ts'

/** 销户结算移交: the record billing knows, with the last readings and the day it ends; the account is closed. */
export const closeBilling = taskUseCase<CloseBilling>({
  name: 'close-billing',
  form: CloseBilling,
  decide({ file, form }) {
    const record = findFact(file, 'billing-set-up')?.body
    const off = findSwitchedOff(file)
    const taken = findBody<TakeBackMeters & Record<string, never>>(file, 'meters-taken-back')
    if (!record || !off || !taken) return refuse({ code: 'not-ready-to-close' })
    const { accountNumber, customerName, address, contractNumber } = record
    const takesOver = findAskedEnd(file)?.lastingCaseNumber
    const body = {
      accountNumber,
      customerName,
      address,
      contractNumber,
      revision: nextRevision(file),
      supplyOffAt: off.switchedOffAt,
      closingMeters: taken.removedMeters.map(({ meterNumber, lastReadings }) => ({ meterNumber, lastReadings })),
      ...(takesOver ? { takenOverBy: takesOver } : {}),
    } as unknown as JsonObject
    return accept({
      facts: [{ type: 'billing-closed', body: { ...body, note: form.note } }],
      handOvers: [{ kind: billingHandOverKind, body }],
      rows: async (tx) => await closeSupply(tx, file, String(accountNumber)),
    })
  },
})
