import { type CaseFile, findBody, type NewFact, type PublishedStandards, taskUseCase } from '#casefile'
import { approvedPlan } from '#journey/supply-plan'
import { accept, formatYuan, type Json, type PlainDate, type Result, refuse } from '#kernel'
import { DetermineFees } from './api.ts'
import { computeFees, type Fees } from './rules/compute-fees.ts'
import { feeNotice } from './rules/fee-notice.ts'

/** What the published table asks of this case on this day; the desk shows it before the clerk confirms. */
export function findFees(file: CaseFile, standards: PublishedStandards, today: PlainDate): Result<Fees> {
  const plan = approvedPlan(file)
  if (!plan) return refuse({ code: 'no-plan-in-force' })
  return computeFees(file.state.profile.kind, plan, standards, today)
}

/** 确定业务费: the published amount is confirmed; no other amount can be typed. */
export const determineFees = taskUseCase<DetermineFees>({
  name: 'determine-fees',
  lapses: true,
  form: DetermineFees,
  prefill(file, standards, today) {
    const found = findFees(file, standards, today)
    return found.ok ? { dueFen: found.value.dueFen } : {}
  },
  decide({ file, form, standards, today }) {
    const found = findFees(file, standards, today)
    if (!found.ok) return found
    const fees = found.value
    if (form.dueFen !== undefined && form.dueFen !== fees.dueFen) {
      const data = { due: formatYuan(fees.dueFen), given: formatYuan(form.dueFen) }
      return refuse({ code: 'faulty-input', faults: [{ path: 'dueFen', code: 'fee-outside-list', data }] })
    }
    return accept({
      facts: [
        {
          type: 'fees-determined',
          body: {
            items: fees.items as unknown as Json,
            dueFen: fees.dueFen,
            reason: fees.reason,
            reasonEn: fees.reasonEn,
            note: form.note,
          },
        },
      ],
      variables: { feesDueFen: fees.dueFen },
      documents: [feeNotice(file, fees, today)],
      notices: [{ template: 'fees-determined', data: { dueYuan: formatYuan(fees.dueFen) } }],
    })
  },
  undo: (file, because): NewFact[] => {
    // Voided when the case ended, and it was reopened since: not voided twice.
    const last = file.facts.findLast((fact) => ['fees-determined', 'fee-voided'].includes(fact.type))
    const dueFen = findBody<{ dueFen: number }>(file, 'fees-determined')?.dueFen
    return dueFen === undefined || last?.type === 'fee-voided'
      ? []
      : [{ type: 'fee-voided', body: { dueFen, because } }]
  },
})
