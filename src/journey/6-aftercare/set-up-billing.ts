import { taskUseCase } from '#casefile'
import { approvedPlan } from '#journey/supply-plan'
import { accept, type JsonObject } from '#kernel'
import { SetUpBilling } from './api.ts'
import { agreedBasis, billingRecordOf } from './rules/billing-record.ts'
import { nextRevision } from './rules/billing-standing.ts'
import { priceBasesOf } from './rules/price-bases.ts'
import { supplyOf } from './rules/supply-of-record.ts'
import { watchTemporaryEnd } from './rules/temporary-watch.ts'
import { keepSupply } from './store.ts'

/** The kind of the outbox message that carries a billing record. */
export const billingHandOverKind = 'billing-hand-over'

/** 信息归档: the file's own figures are confirmed and handed over to billing. */
export const setUpBilling = taskUseCase<SetUpBilling>({
  name: 'set-up-billing',
  form: SetUpBilling,
  prefill(file): JsonObject {
    const tariffClass = approvedPlan(file)?.metering[0]?.tariffClass
    return tariffClass ? { priceBasis: agreedBasis(file, priceBasesOf(tariffClass)) } : {}
  },
  decide({ file, form, standards, today }) {
    const record = billingRecordOf(file, form)
    if (!record.ok) return record
    // Rises with every set-up of the case: a receiver that gets two of them out of order keeps the higher.
    const revision = nextRevision(file)
    const body = { ...record.value, revision } as unknown as JsonObject
    return accept({
      facts: [
        { type: 'billing-set-up', body: { ...body, note: form.note } },
        ...watchTemporaryEnd(file, standards, today),
      ],
      handOvers: [{ kind: billingHandOverKind, body }],
      rows: async (tx) => await keepSupply(tx, file, record.value.accountNumber, supplyOf(file, record.value), true),
    })
  },
})
