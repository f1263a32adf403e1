import { actorRef, type CaseFile, findBody, findFact, type NewFact, taskUseCase } from '#casefile'
import { accept, dateInShanghai, type Fault, formatYuan, refuse } from '#kernel'
import { SettleFees } from './api.ts'

export interface Payment {
  readonly paidFen: number
  readonly paidOn: string
  readonly invoiceNumber: string
}

/** The payment that stands: made, not voided by a return, and not due back since (a case cancelled and reopened pays anew). */
export function findStandingPayment(file: CaseFile): Payment | undefined {
  const settled = findFact(file, 'fees-settled')
  const refunded = file.facts.some((fact) => fact.type === 'refund-due' && fact.seq > (settled?.seq ?? 0))
  return settled && !refunded ? (settled.body as unknown as Payment) : undefined
}

/** 收取业务费: exactly what is due, by somebody else than the one who determined it. */
export const settleFees = taskUseCase<SettleFees>({
  name: 'settle-fees',
  form: SettleFees,
  prefill: (file) => ({ dueFen: findBody<{ dueFen: number }>(file, 'fees-determined')?.dueFen ?? null }),
  decide({ file, form, actor, today }) {
    const determined = findFact(file, 'fees-determined')
    if (!determined) return refuse({ code: 'fees-not-determined' })
    if (determined.actor === actorRef(actor)) {
      return refuse({ code: 'duty-separated', data: { useCase: 'settle-fees', apartFrom: 'determine-fees' } })
    }
    const dueFen = Number(determined.body.dueFen)
    const faults: Fault[] = []
    if (form.paidFen !== dueFen) {
      const differenceFen = form.paidFen - dueFen
      const data = {
        due: formatYuan(dueFen),
        paid: formatYuan(form.paidFen),
        difference: formatYuan(Math.abs(differenceFen)),
      }
      faults.push({ path: 'paidFen', code: differenceFen > 0 ? 'paid-too-much' : 'paid-too-little', data })
    }
    const determinedOn = dateInShanghai(new Date(determined.recordedAt))
    if (form.paidOn > today) faults.push({ path: 'paidOn', code: 'date-in-the-future', data: { today } })
    if (form.paidOn < determinedOn)
      faults.push({ path: 'paidOn', code: 'paid-before-determined', data: { determinedOn } })
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { paidFen, paidOn, paymentMethod, invoiceNumber, note } = form
    return accept({
      facts: [{ type: 'fees-settled', body: { dueFen, paidFen, paidOn, paymentMethod, invoiceNumber, note } }],
      notices: [{ template: 'fees-settled', data: { paidYuan: formatYuan(paidFen), invoiceNumber } }],
    })
  },
  undo: (file, because): NewFact[] => {
    const paid = findStandingPayment(file)
    return paid
      ? [{ type: 'refund-due', body: { amountFen: paid.paidFen, invoiceNumber: paid.invoiceNumber, because } }]
      : []
  },
})
